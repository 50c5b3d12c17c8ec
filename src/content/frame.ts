import { dom } from './dom';

/** Sizes in CSS pixels below which nobody reads a story in a frame: advertisements, players, buttons. */
const MIN_WIDTH = 480;
const MIN_HEIGHT = 320;
/** Frames of a page that are looked at. */
const MAX_FRAMES = 50;

export function isFrame(): boolean {
  return window !== window.top;
}

/**
 * Calls `start` if this document may hold the story that the reader came for: the tab's own document at once, that of a
 * frame when it has the page's origin and a reader's size, now or later. Anything else costs no more than this look.
 */
export function whenReadable(start: () => void): void {
  if (!isFrame()) start();
  else if (isOfPage()) {
    if (isLarge(innerWidth, innerHeight)) start();
    else addEventListener('resize', () => whenReadable(start), { once: true });
  }
}

/** Whether a frame of this page may hold a story that its own document has not. */
export function hasReadableFrame(): boolean {
  for (const element of [...dom().queryAll(document, 'iframe')].slice(0, MAX_FRAMES)) {
    const { width, height } = element.getBoundingClientRect();
    if (isLarge(width, height) && (element as HTMLIFrameElement).contentDocument) return true;
  }
  return false;
}

function isLarge(width: number, height: number): boolean {
  return width >= MIN_WIDTH && height >= MIN_HEIGHT;
}

/** Other origins, sandboxes among them, refuse to show their document. */
function isOfPage(): boolean {
  try {
    return Boolean(window.top?.document);
  } catch {
    return false;
  }
}
