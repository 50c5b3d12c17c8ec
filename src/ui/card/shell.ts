import { h } from '../element';
import { bodyOfPage } from '../page';
import { CARD_STYLE } from './style';

/**
 * The card's place on the page: one plain element that shows nothing by itself, with a closed shadow root. While a card
 * is shown it lies in the browser's top layer, above every z-index. Its size is the window's, so that the card inside can
 * be placed without anything the page could alter; pointers pass through all but the card.
 */
export type Shell = {
  host: HTMLElement;
  root: ShadowRoot;
  card: HTMLElement;
  /** Shows the (empty) card on top, inside the dialog or fullscreen element that holds `container`. */
  show: (container: Element) => void;
  hide: () => void;
  /** To be called every second or so while the card is shown: without it, the card fades from sight. */
  stay: () => void;
  isShown: () => boolean;
  /** Where the shell stands is as we left it: in its place, on top, opaque. */
  isIntact: () => boolean;
  /** The whole window as the card sees it. */
  window: () => DOMRect;
  announce: (text: string) => void;
  remove: () => void;
};

/**
 * A card that has not been told to stay for this long is no longer seen, milliseconds: Firefox ends a script at once
 * when the reader switches the extension off, and nobody could ever close its card.
 */
const ALIVE_MS = 5_000;
const GONE = { opacity: 0, pointerEvents: 'none' };

/** Makes a shell that is not in the page yet. `onTampered` is told once, when the page altered what is shown. */
export function createShell(onTampered: () => void): Shell {
  const host = h('div');
  // Manual: the page's own popovers neither close it nor are closed by it.
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  // Our words are English, whatever the page's language is.
  const card = h('div', {
    class: 'card',
    lang: 'en',
    role: 'dialog',
    'aria-labelledby': 'name',
    tabindex: '-1',
    hidden: true,
  });
  const status = h('div', { class: 'status', role: 'status', 'aria-live': 'polite' });
  root.append(card, status);
  addStyle(root);
  let parent: Element | null = null;
  let shown = false;
  let end: Animation | null = null;

  function isIntact(): boolean {
    if (!host.isConnected || host.parentNode !== parent || host.attributes.length !== 1) return false;
    if (!host.matches(':popover-open')) return false;
    const { opacity, visibility, display } = getComputedStyle(host);
    return Number(opacity) === 1 && visibility === 'visible' && display !== 'none';
  }
  function stay(): void {
    end ??= card.animate([GONE], { delay: ALIVE_MS, duration: 1, fill: 'forwards' });
    end.currentTime = 0;
  }
  function check(): void {
    if (!shown || isIntact()) return;
    shown = false;
    onTampered();
  }
  const observer = new MutationObserver(check);
  const sizes = new ResizeObserver(check);
  host.addEventListener('toggle', check);
  keepEventsInside(host);

  function place(container: Element | null): boolean {
    const next = topContainer(container);
    if (!next) return false;
    if (host.parentNode !== next) Node.prototype.appendChild.call(next, host);
    parent = next;
    return true;
  }
  return {
    host,
    root,
    card,
    show(container) {
      if (!place(container)) return;
      if (!host.matches(':popover-open')) host.showPopover();
      card.hidden = false;
      shown = true;
      stay();
      observer.observe(host, { attributes: true });
      if (parent) observer.observe(parent, { childList: true });
      sizes.observe(card);
    },
    stay,
    hide() {
      shown = false;
      observer.disconnect();
      sizes.disconnect();
      card.hidden = true;
      if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
    },
    isShown: () => shown,
    isIntact,
    window: () => host.getBoundingClientRect(),
    announce(text) {
      if (!host.isConnected && !place(null)) return;
      status.textContent = '';
      // A region that appears together with its text, or gets the same text again, is not read.
      requestAnimationFrame(() => (status.textContent = text));
    },
    remove() {
      shown = false;
      observer.disconnect();
      sizes.disconnect();
      host.remove();
    },
  };
}

/**
 * The element that the host must live in: a modal dialog or fullscreen element makes everything outside it inert, even
 * what lies above it.
 */
function topContainer(container: Element | null): Element | null {
  for (let at = container; at; at = hostOf(at)) {
    const top = Element.prototype.closest.call(at, ':modal, :fullscreen');
    if (top) return top;
  }
  return bodyOfPage();
}

/** The host of the shadow tree an element stands in; null in the document itself. */
function hostOf(element: Element): Element | null {
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** A constructed sheet is no inline style for any policy; where a browser refuses it here, an element does the same. */
function addStyle(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CARD_STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.prepend(h('style', {}, CARD_STYLE));
  }
}

const OWN_EVENTS = [
  'click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart',
  'touchend', 'keydown', 'keyup', 'keypress', 'wheel', 'focusin', 'focusout',
]; // prettier-ignore

/** What the reader does in the card is no business of the page: its shortcuts and outside-click handlers stay quiet. */
function keepEventsInside(host: HTMLElement): void {
  for (const type of OWN_EVENTS) host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
}
