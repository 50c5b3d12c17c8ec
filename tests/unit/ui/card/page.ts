import { createCardController } from '../../../../src/ui/card/controller';
import type {
  CardCloseReason,
  CardController,
  CardControllerOptions,
  CardRequest,
} from '../../../../src/ui/card/types';
import { MENTION } from '../fixtures';

/** The card as a test sees it: what happy-dom lacks is added, and the closed root is kept for looking in. */
export type TestPage = {
  controller: CardController;
  root: () => ShadowRoot;
  text: () => string;
  open: (request?: Partial<CardRequest>) => void;
  closed: CardCloseReason[];
  end: () => void;
};

/** happy-dom has no top layer, keeps the document's getters elsewhere and marks no event as trusted. */
let isComplete = false;

function addMissing(): void {
  if (isComplete) return;
  isComplete = true;
  const shown = new WeakSet<Element>();
  HTMLElement.prototype.showPopover = function show(): void {
    shown.add(this);
  };
  HTMLElement.prototype.hidePopover = function hide(): void {
    shown.delete(this);
  };
  const matches = Element.prototype.matches;
  Element.prototype.matches = function match(this: Element, selector: string): boolean {
    return selector === ':popover-open' ? shown.has(this) : matches.call(this, selector);
  } as typeof matches;
  const bound = globalThis.addEventListener as EventTarget['addEventListener'];
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function add(...args): void {
    // The test's global object is Node's; its own method is the one that is bound to happy-dom's window.
    if (this === globalThis) bound(...args);
    else listen.apply(this, args);
  };
  const { body } = document;
  const activeElement = (own: Document) => (): Element | null => own.activeElement;
  Object.defineProperty(Document.prototype, 'body', { configurable: true, get: () => body });
  Object.defineProperty(Document.prototype, 'activeElement', { configurable: true, get: activeElement(document) });
}

export function createTestPage(options: Partial<CardControllerOptions> = {}): TestPage {
  addMissing();
  let root: ShadowRoot | null = null;
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function keep(init: ShadowRootInit): ShadowRoot {
    return (root = attach.call(this, init));
  };
  const ending = new AbortController();
  const closed: CardCloseReason[] = [];
  const controller = createCardController({
    load: () => Promise.resolve(null),
    onKnown: () => {},
    onReject: () => {},
    onChoose: () => {},
    theme: () => 'auto',
    ...options,
    onClose: (reason) => closed.push(reason),
    signal: ending.signal,
  });
  const story = document.createElement('p');
  document.body.append(story);
  const anchor = { rects: () => [new DOMRect(100, 100, 80, 20)], container: story, dir: 'ltr' as const };
  return {
    controller,
    root: () => root!,
    text: () => root?.querySelector('.card')?.textContent ?? '',
    open: (request) =>
      controller.open({ mention: MENTION, anchor, occurrences: [], opener: 'pointer', known: false, ...request }),
    closed,
    end() {
      ending.abort();
      Element.prototype.attachShadow = attach;
      document.body.replaceChildren();
    },
  };
}

/** A click as the reader's own; `trusted: false` is one that a script made. */
export function click(element: Element | null | undefined, trusted = true): void {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  element?.dispatchEvent(event);
}

export function buttonNamed(root: ShadowRoot, name: string): HTMLButtonElement | undefined {
  const named = (one: HTMLButtonElement): boolean =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name);
  return [...root.querySelectorAll('button')].find(named);
}

/** Lets every promise that is settled be heard. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}
