import { dom } from './dom';
import { elementAround } from './flat';
import { markAt, type Mark, type Marks } from './marks';

/** After the last scroll the pointer counts as still for this long, milliseconds. */
const SCROLL_QUIET_MS = 150;
/** The card stays this long after the pointer left it and the name, milliseconds. */
const GRACE_MS = 300;

export type PointerOptions = {
  marks: Marks;
  dwellMs: () => number;
  card: { isOpen: () => boolean; covers: (x: number, y: number) => boolean };
  open: (mark: Mark, opener: 'pointer' | 'touch') => void;
  leave: () => void;
  signal: AbortSignal;
};

/**
 * Opens a card where the reader's pointer rests or the finger taps. Only events of a real device count. Listeners are
 * passive and never cancel anything, so links and the page's own handlers work as ever.
 */
export function watchPointer(options: PointerOptions): void {
  const { marks, card, signal } = options;
  let target: Mark | null = null;
  let dwell: ReturnType<typeof setTimeout> | undefined;
  let grace: ReturnType<typeof setTimeout> | undefined;
  let lastX = -1;
  let lastY = -1;
  let scrolledAt = -SCROLL_QUIET_MS;
  let frame = 0;

  function forget(): void {
    clearTimeout(dwell);
    target = null;
  }
  function look(): void {
    frame = 0;
    const mark = card.isOpen() && card.covers(lastX, lastY) ? null : markAt(marks, lastX, lastY);
    if (card.isOpen()) settleOpenCard(mark);
    if (mark === target) return;
    forget();
    if (!mark) return;
    target = mark;
    dwell = setTimeout(() => options.open(mark, 'pointer'), options.dwellMs());
  }
  function settleOpenCard(mark: Mark | null): void {
    const stays = card.covers(lastX, lastY) || (mark !== null && mark === target);
    if (stays) {
      clearTimeout(grace);
      grace = undefined;
    } else {
      grace ??= setTimeout(() => {
        grace = undefined;
        options.leave();
      }, GRACE_MS);
    }
  }
  function onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // Browsers send a move when the page moves under a still pointer; that is no intent.
    if (event.clientX === lastX && event.clientY === lastY) return;
    lastX = event.clientX;
    lastY = event.clientY;
    if (event.buttons !== 0 || performance.now() - scrolledAt < SCROLL_QUIET_MS) forget();
    else frame ||= requestAnimationFrame(look);
  }
  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || (event as PointerEvent).pointerType !== 'touch') return;
    const mark = markAt(marks, event.clientX, event.clientY);
    if (mark && !isInteractive(mark)) options.open(mark, 'touch');
  }
  const passive = { signal, passive: true, capture: true };
  addEventListener('pointermove', onMove, passive);
  addEventListener('click', onClick, passive);
  addEventListener('pointerdown', (event) => event.isTrusted && forget(), passive);
  addEventListener(
    'scroll',
    () => {
      scrolledAt = performance.now();
      forget();
    },
    passive,
  );
  signal.addEventListener('abort', () => {
    forget();
    clearTimeout(grace);
    cancelAnimationFrame(frame);
  });
}

/** A tap on a link or a button does what the page means by it. */
function isInteractive(mark: Mark): boolean {
  const element = elementAround(mark.range.startContainer);
  return element !== null && dom().closest(element, 'a[href],button,summary,label,[role=button]') !== null;
}
