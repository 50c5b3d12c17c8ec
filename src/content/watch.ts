import { dom } from './dom';

/** Quiet time after a change before the page is read again, milliseconds; doubled while the page keeps changing. */
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
/** The page is left alone for at least this many times what the last reading took, so that we stay below 5 %. */
const REST_FACTOR = 20;
/** A page that settles for this long starts anew with the short delay. */
const CALM_MS = 3_000;

export type Watcher = {
  /** Call after each reading with the time it took: watching goes on, with a delay that fits. */
  resume: (tookMs: number) => void;
  /** Watches nothing until the next `resume`. */
  pause: () => void;
};

/**
 * Says when the page's text may have changed. The observer is taken off at the first change and put back after the
 * page was read again, so a mutation storm costs the page one callback an interval, whatever its size.
 */
export function watchText(onChange: () => void, signal: AbortSignal): Watcher {
  let delay = FIRST_DELAY_MS;
  let lastChange = 0;
  let rest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    if (!records.some(isTextual)) return;
    observer.disconnect();
    const now = performance.now();
    delay = now - lastChange > CALM_MS + delay ? FIRST_DELAY_MS : Math.min(delay * 2, LONGEST_DELAY_MS);
    lastChange = now;
    clearTimeout(timer);
    timer = setTimeout(onChange, Math.max(delay, rest));
  });
  function pause(): void {
    observer.disconnect();
    clearTimeout(timer);
  }
  signal.addEventListener('abort', pause);
  return {
    pause,
    resume(tookMs) {
      const root = dom().rootOf(document);
      if (signal.aborted || !root || dom().isHidden()) return;
      rest = Math.min(tookMs * REST_FACTOR, LONGEST_DELAY_MS);
      observer.observe(root, { childList: true, characterData: true, subtree: true });
    },
  };
}

const TEXTLESS = new Set('script style link meta img iframe svg video audio source picture noscript input'.split(' '));

/** Whether a change can have brought, moved or taken readable text. */
function isTextual(record: MutationRecord): boolean {
  if (record.type === 'characterData') return true;
  return hasText(record.addedNodes) || hasText(record.removedNodes);
}

function hasText(nodes: NodeList): boolean {
  for (const node of nodes) {
    if (node.nodeType === 3 && /\S/.test((node as Text).data)) return true;
    if (node.nodeType === 1 && !TEXTLESS.has(dom().tagOf(node))) return true;
  }
  return false;
}

/** Calls back when the page's address changed without a load (History or Navigation API). */
export function watchAddress(onChange: () => void, signal: AbortSignal): void {
  let address = location.href;
  const check = (): void => {
    if (location.href === address) return;
    address = location.href;
    onChange();
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', check, { signal });
  addEventListener('popstate', check, { signal });
  addEventListener('hashchange', check, { signal });
}

/** Tells when the page is put aside (hidden, frozen, kept for going back) and when the reader sees it again. */
export function watchVisibility(onShow: () => void, onHide: () => void, signal: AbortSignal): void {
  // The event bubbles; the document itself may be clobbered.
  addEventListener('visibilitychange', () => (dom().isHidden() ? onHide() : onShow()), { signal });
  addEventListener('pagehide', onHide, { signal });
  addEventListener('pageshow', (event) => event.persisted && onShow(), { signal });
}
