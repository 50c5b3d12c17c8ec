import { dom } from './dom';
import { openRoots } from './flat';

/** How often a page that rests is looked at, milliseconds; doubled while readings find nothing new. */
const SHORTEST_MS = 400;
const LONGEST_MS = 10_000;
/** The page is left alone for at least this many times what the last reading took, so that we stay below 5 %. */
const REST_FACTOR = 20;

export type Watcher = {
  /** Call before each reading: later changes are told from those it sees. */
  mark: () => void;
  /** Call after each reading with the time it took and whether it found anything: watching goes on, at a fitting pace. */
  resume: (tookMs: number, foundNew: boolean) => void;
  /** Watches nothing until the next `resume`. */
  pause: () => void;
};

/**
 * Says when the page's text may have changed. It looks now and then whether the number of elements is another, or
 * whether text that we know is gone. An observer would tell at once, but makes every change of the page dearer (a
 * script that adds and removes 20,000 paragraphs took almost twice as long); this costs the page nothing.
 */
export function watchText(isStale: () => boolean, onChange: () => void, signal: AbortSignal): Watcher {
  let elements = -1;
  let pace = SHORTEST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const count = countElements();
    const changed = count !== elements || isStale();
    elements = count;
    if (changed) onChange();
    else timer = setTimeout(look, Math.min(pace, CALM_MS));
  }
  function pause(): void {
    clearTimeout(timer);
  }
  signal.addEventListener('abort', pause);
  return {
    mark() {
      elements = countElements();
    },
    pause,
    resume(tookMs, foundNew) {
      pause();
      if (signal.aborted || dom().isHidden()) return;
      pace = foundNew ? SHORTEST_MS : Math.min(pace * 2, LONGEST_MS);
      timer = setTimeout(look, Math.max(pace, Math.min(tookMs * REST_FACTOR, LONGEST_MS)));
    },
  };
}

/** A page that does not change is looked at this often, however busy it was before. */
const CALM_MS = 800;

/** Elements of the document and of the open shadow trees in it, where text may come and go as well. */
function countElements(): number {
  const body = dom().bodyOf(document);
  const roots = body ? openRoots(body) : [];
  return roots.reduce((sum, root) => sum + dom().queryAll(root, '*').length, dom().elementsOf(document).length);
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
