/** A rectangle in client coordinates, CSS pixels. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** Where the card goes. `below` and `above` touch the line; `sheet-…` is the full-width form of narrow windows. */
export type Side = 'below' | 'above' | 'left' | 'right' | 'sheet-bottom' | 'sheet-top' | 'corner';

export type Placement = { side: Side; left: number; top: number | null; bottom: number | null; maxHeight: number };

/** Space between the name and the card, and between the card and the window's edge, CSS pixels. */
export const GAP = 8;
const MARGIN = 8;
/** Below this width the card is a sheet: a phone, or a desktop window at 400 % zoom. */
const SHEET_WIDTH = 480;
/** Part of the window's height that the card takes at most. */
const MOST_HEIGHT = 0.7;
/** A card that would be flatter than this beside the line goes where there is more room. */
const ENOUGH_HEIGHT = 240;

export type PlaceInput = {
  /** The mention's line boxes; empty when the text is not on screen. */
  rects: readonly Box[];
  /** The line box that the reader points at. */
  line: Box | null;
  card: { width: number; height: number };
  window: { width: number; height: number };
  dir: 'ltr' | 'rtl';
};

/** Whether the window is so narrow that the card is a sheet across it. */
export function isSheet(window: PlaceInput['window']): boolean {
  return window.width < SHEET_WIDTH;
}

/** Places the card beside the line, never over the mention, flipped at the window's edges. Pure. */
export function placeCard({ rects, line, card, window, dir }: PlaceInput): Placement {
  const most = Math.floor(window.height * MOST_HEIGHT);
  if (isSheet(window)) return placeSheet(rects, window, card.height, most);
  if (!line) return corner(window, card.width, most, dir);
  const height = Math.min(card.height, most);
  const left = alongLine(line, card.width, window.width, dir);
  const span = { left, right: left + card.width };
  const below = lowestUnder(rects, line, span, height) + GAP;
  const above = highestOver(rects, line, span, height) - GAP;
  const roomBelow = window.height - MARGIN - below;
  const roomAbove = above - MARGIN;
  const under = (): Placement => ({
    side: 'below',
    left,
    top: below,
    bottom: null,
    maxHeight: within(roomBelow, most),
  });
  const over = (): Placement => ({
    side: 'above',
    left,
    top: null,
    bottom: window.height - above,
    maxHeight: within(roomAbove, most),
  });
  if (roomBelow >= height) return under();
  if (roomAbove >= height) return over();
  const beside = placeBeside(rects, line, card.width, window, height, most);
  if (Math.max(roomBelow, roomAbove) < Math.min(height, ENOUGH_HEIGHT) && beside) return beside;
  return roomBelow >= roomAbove ? under() : over();
}

/** Starts where the line's text starts, moved as little as the window needs. */
function alongLine(line: Box, width: number, windowWidth: number, dir: 'ltr' | 'rtl'): number {
  const wanted = dir === 'rtl' ? line.right - width : line.left;
  return clamp(wanted, MARGIN, Math.max(MARGIN, windowWidth - width - MARGIN));
}

/** Bottom of the lines that a card below this one would cover: a name broken over two lines keeps both in sight. */
function lowestUnder(rects: readonly Box[], line: Box, span: { left: number; right: number }, height: number): number {
  let bottom = line.bottom;
  for (const rect of [...rects].sort((a, b) => a.top - b.top)) {
    const meets = rect.left < span.right && rect.right > span.left;
    if (meets && rect.bottom > bottom && rect.top < bottom + GAP + height) bottom = rect.bottom;
  }
  return bottom;
}

function highestOver(rects: readonly Box[], line: Box, span: { left: number; right: number }, height: number): number {
  let top = line.top;
  for (const rect of [...rects].sort((a, b) => b.bottom - a.bottom)) {
    const meets = rect.left < span.right && rect.right > span.left;
    if (meets && rect.top < top && rect.bottom > top - GAP - height) top = rect.top;
  }
  return top;
}

/** To the right or left of the whole mention, where neither side of the line has room for a card. */
function placeBeside(
  rects: readonly Box[],
  line: Box,
  width: number,
  window: PlaceInput['window'],
  height: number,
  most: number,
): Placement | null {
  const right = Math.max(line.right, ...rects.map((rect) => rect.right)) + GAP;
  const left = Math.min(line.left, ...rects.map((rect) => rect.left)) - GAP - width;
  const maxHeight = Math.min(Math.max(most, ENOUGH_HEIGHT), window.height - 2 * MARGIN);
  const top = clamp(line.top, MARGIN, Math.max(MARGIN, window.height - MARGIN - Math.min(height, maxHeight)));
  if (right + width <= window.width - MARGIN) return { side: 'right', left: right, top, bottom: null, maxHeight };
  if (left >= MARGIN) return { side: 'left', left, top, bottom: null, maxHeight };
  return null;
}

/** At the bottom, or at the top where the bottom would hide the name. */
function placeSheet(rects: readonly Box[], window: PlaceInput['window'], height: number, most: number): Placement {
  const top = window.height - Math.min(height, most);
  const lowest = Math.max(0, ...rects.map((rect) => rect.bottom));
  const highest = Math.min(window.height, ...rects.map((rect) => rect.top));
  const hides = rects.length > 0 && lowest > top;
  if (hides && highest > window.height - lowest) {
    const maxHeight = Math.min(most, Math.max(highest - GAP, 0));
    return { side: 'sheet-top', left: 0, top: 0, bottom: null, maxHeight };
  }
  const maxHeight = hides ? Math.min(most, Math.max(window.height - lowest - GAP, 0)) : most;
  return { side: 'sheet-bottom', left: 0, top: null, bottom: 0, maxHeight };
}

function corner(window: PlaceInput['window'], width: number, maxHeight: number, dir: 'ltr' | 'rtl'): Placement {
  const left = dir === 'rtl' ? MARGIN : Math.max(MARGIN, window.width - width - MARGIN);
  return { side: 'corner', left, top: MARGIN, bottom: null, maxHeight };
}

/** A card may grow while it is open (a folded list is opened), but never past the window's edge. */
function within(room: number, most: number): number {
  return Math.min(Math.max(room, 0), most);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
