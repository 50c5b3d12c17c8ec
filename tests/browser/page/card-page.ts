import { createCardController } from '../../../src/ui/card/controller';
import type { CardCloseReason, CardController, CardOpener } from '../../../src/ui/card/types';
import { LEE, MENTION, OTHER_LEE, TOWN } from '../../unit/ui/fixtures';

/** What a test asks of the page; everything it needs is in the page already. */
export type OpenOptions = {
  opener?: CardOpener;
  entity?: string;
  /** Selector of the element that stands for the mention. */
  at?: string;
  unsure?: boolean;
};

/** The card in a page of its own, with its root left open so that tests and axe can look in. */
export type CardPage = {
  controller: CardController;
  closed: CardCloseReason[];
  violations: string[];
  theme: 'auto' | 'light' | 'dark';
  open: (options?: OpenOptions) => void;
  root: () => ShadowRoot;
  card: () => HTMLElement;
  /** Closes the card as soon as the pointer is neither on the name nor covered, as a page without any grace would. */
  closeOutside: () => void;
};

declare global {
  interface Window {
    cardPage: CardPage;
  }
}

const ARABIC = { ...TOWN, entity: 'arabic', name: 'كوريا الجنوبية', line: 'دولة في شرق آسيا.' };
const MODELS = new Map([LEE, TOWN, ARABIC].map((model) => [model.entity, model]));

function installCardPage(): void {
  const attach = Element.prototype.attachShadow;
  let root: ShadowRoot | null = null;
  Element.prototype.attachShadow = function open(init: ShadowRootInit): ShadowRoot {
    return (root = attach.call(this, { ...init, mode: 'open' }));
  };
  const closed: CardCloseReason[] = [];
  const violations: string[] = [];
  window.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective), true);
  const controller = createCardController({
    load: (entity) => Promise.resolve(MODELS.get(entity) ?? null),
    onKnown: () => {},
    onReject: () => {},
    onChoose: () => {},
    onClose: (reason) => closed.push(reason),
    theme: () => window.cardPage.theme,
    signal: new AbortController().signal,
  });
  window.cardPage = {
    controller,
    closed,
    violations,
    theme: 'auto',
    root: () => root!,
    card: () => root!.querySelector<HTMLElement>('.card')!,
    open: (options) => openAt(controller, options),
    closeOutside() {
      addEventListener('pointermove', ({ clientX, clientY }) => {
        const onName = document.elementFromPoint(clientX, clientY)?.closest('.name');
        if (!onName && !controller.covers(clientX, clientY)) controller.close('pointer');
      });
    },
  };
}

function openAt(
  controller: CardController,
  { opener = 'pointer', entity = LEE.entity, at = '.name', unsure }: OpenOptions = {},
): void {
  const name = Document.prototype.querySelector.call(document, at)!;
  const rects = (): DOMRect[] => [...name.getClientRects()].filter(({ width }) => width > 0);
  const dir = getComputedStyle(name).direction === 'rtl' ? 'rtl' : 'ltr';
  const mention = { ...MENTION, entity, ...(unsure ? { score: 0.6, alternatives: [OTHER_LEE] } : {}) };
  const occurrences = [{ before: 'The president ', text: 'Lee', after: ' went home on Tuesday', jump: () => {} }];
  controller.open({ mention, anchor: { rects, container: name, dir }, occurrences, opener, known: false });
}

installCardPage();
