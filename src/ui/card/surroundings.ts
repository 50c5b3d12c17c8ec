import { listenToWindow } from '../page';
import { isCovered, isInside } from './bridge';
import { isSheet, placeCard, type Box, type Placement } from './place';
import type { Shell } from './shell';
import type { CardAnchor, CardCloseReason, CardRequest } from './types';

/** How far the name may scroll from where it was before its card is in the way, CSS pixels. */
const MOST_DRIFT = 80;
/** A command scrolls to the name first; a smooth scroll may still run for this long, milliseconds. */
const SETTLING_MS = 1_000;
/** How often an open card asks whether its name is still in the page, milliseconds. */
const PULSE_MS = 1_000;

/** Places the card beside its mention and watches the page around it for as long as it is shown. */
export type Surroundings = {
  place: () => void;
  covers: (x: number, y: number) => boolean;
};

type Point = { x: number; y: number };

/** The pointer's last place on the page, as the browser reports it; null before it ever moved. */
export function trackPointer(signal: AbortSignal): () => Point | null {
  let last: Point | null = null;
  const note = (event: PointerEvent): void => {
    if (event.isTrusted) last = { x: event.clientX, y: event.clientY };
  };
  listenToWindow('pointermove', note, { signal, passive: true });
  listenToWindow('pointerdown', note, { signal, passive: true });
  return () => last;
}

export function watchSurroundings(
  request: Pick<CardRequest, 'anchor' | 'opener'>,
  shell: Shell,
  pointer: () => Point | null,
  close: (reason: CardCloseReason) => void,
  signal: AbortSignal,
): Surroundings {
  const { anchor, opener } = request;
  const openedAt = performance.now();
  const line = lineAt(anchor.rects(), opener === 'keyboard' ? null : pointer());
  let placedAt = line;
  let exit = line && pointer() && isInside(line, pointer()!) ? pointer() : null;
  let frame = 0;

  function place(): void {
    const rects = anchor.rects();
    placedAt = nearest(rects, placedAt) ?? placedAt;
    apply(shell, placeIn(shell, rects, placedAt, anchor.dir));
  }
  function onMove(event: PointerEvent): void {
    if (!event.isTrusted || !placedAt) return;
    const point = { x: event.clientX, y: event.clientY };
    if (isInside(placedAt, point)) exit = point;
  }
  /** Follows nothing: a card whose name scrolls away closes, unless the reader is in it. */
  function onScroll(): void {
    frame = 0;
    const rects = anchor.rects();
    const now = nearest(rects, placedAt);
    if (opener === 'keyboard' && performance.now() - openedAt < SETTLING_MS) return place();
    if (!placedAt || isReaderInside(shell, pointer())) return;
    if (!now || isOut(now, shell.window()) || Math.abs(now.top - placedAt.top) > MOST_DRIFT) close('gone');
  }
  function check(): void {
    if (placedAt && anchor.rects().length === 0 && !isReaderInside(shell, pointer())) close('gone');
    else if (!shell.isIntact()) close('tampered');
    else shell.stay();
  }
  listenToWindow('pointermove', onMove, { signal, passive: true });
  listenToWindow('scroll', () => (frame ||= requestAnimationFrame(onScroll)), { signal, passive: true });
  watchTopLayer(shell, close, signal);
  // The host is as large as the window, and its size is right when this is called, which it is not at every `resize`.
  const sizes = new ResizeObserver(() => shell.isShown() && place());
  sizes.observe(shell.host);
  const pulse = setInterval(check, PULSE_MS);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    clearInterval(pulse);
    cancelAnimationFrame(frame);
  });
  return {
    place,
    covers: (x, y) => isCovered({ x, y }, shell.card.getBoundingClientRect(), placedAt, exit),
  };
}

/** What opens above the card hides it or takes it out of reach: then it closes. */
function watchTopLayer(shell: Shell, close: (reason: CardCloseReason) => void, signal: AbortSignal): void {
  function onToggle(event: Event): void {
    const element = event.composedPath()[0];
    if (!(element instanceof Element) || element === shell.host || element.contains(shell.host)) return;
    if (element.matches(':modal')) close('gone');
    else if (element.matches(':popover-open') && overlaps(element, shell.card)) close('tampered');
  }
  // Neither event bubbles as far as the window by itself; capturing sees both.
  listenToWindow('toggle', onToggle, { signal });
  listenToWindow('fullscreenchange', () => close('gone'), { signal });
}

function overlaps(a: Element, b: Element): boolean {
  const [first, second] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  const [across, down] = [first.left < second.right && second.left < first.right, first.top < second.bottom];
  return across && down && second.top < first.bottom;
}

function isReaderInside(shell: Shell, pointer: Point | null): boolean {
  return (
    shell.root.activeElement !== null || (pointer !== null && isInside(shell.card.getBoundingClientRect(), pointer))
  );
}

/** The line box under the pointer, else the first. */
function lineAt(rects: readonly Box[], point: Point | null): Box | null {
  return (point && rects.find((rect) => isInside(rect, point, 1))) ?? rects[0] ?? null;
}

/** The line box that is now where `line` was, or nearest to it. */
function nearest(rects: readonly Box[], line: Box | null): Box | null {
  if (!line) return rects[0] ?? null;
  const distance = (rect: Box): number => Math.abs(rect.top - line.top) + Math.abs(rect.left - line.left);
  return [...rects].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function isOut(line: Box, window: Box): boolean {
  return line.bottom < window.top || line.top > window.bottom || line.right < window.left || line.left > window.right;
}

/** A placement, and how far the card was scrolled before measuring made it whole. */
type Measured = Placement & { scrollTop: number };

function placeIn(shell: Shell, rects: readonly Box[], line: Box | null, dir: CardAnchor['dir']): Measured {
  const { card } = shell;
  const window = shell.window();
  undoZoom(shell);
  // Measured free of the last placement's limits, in the shape that it will have.
  card.dataset.side = isSheet(window) ? 'sheet-bottom' : 'below';
  const { scrollTop } = card;
  card.style.maxHeight = 'none';
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  return { ...placeCard({ rects, line, card: size, window, dir }), scrollTop };
}

/**
 * A page's own `zoom` would grow or shrink the card and every length that places it, and no style of ours ends it: the
 * card is given the inverse. The reader's zoom of the browser is another thing and stays.
 */
function undoZoom({ host, card }: Shell): void {
  const zoom = host.currentCSSZoom;
  card.style.zoom = zoom > 0 && zoom !== 1 ? String(1 / zoom) : '';
}

/** Through the object model, which no style policy of a page concerns. */
function apply({ card }: Shell, { side, left, top, bottom, maxHeight, scrollTop }: Measured): void {
  card.dataset.side = side;
  card.style.left = `${left}px`;
  card.style.top = top === null ? 'auto' : `${top}px`;
  card.style.bottom = bottom === null ? 'auto' : `${bottom}px`;
  card.style.maxHeight = `${maxHeight}px`;
  card.scrollTop = scrollTop;
}
