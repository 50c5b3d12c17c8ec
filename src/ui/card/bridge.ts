import type { Box } from './place';

type Point = { x: number; y: number };

/** Half the opening of the safe triangle: 60 degrees to each side of the straight way to the card (120 in all). */
const HALF_OPENING = Math.tan(Math.PI / 3);
/** Pixels by which a pointer may miss the card's edge. */
const SLACK = 2;

export function isInside(box: Box, { x, y }: Point, slack = 0): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
}

/**
 * Whether a point is inside the card or on the way to it. On the way means inside the triangle from where the pointer
 * last was on the name (`from`) to the card's near edge, or in the strip between the name's line and the card. The
 * name itself is not part of the way: what lies under the pointer there is for the caller to find.
 */
export function isCovered(point: Point, card: Box, line: Box | null, from: Point | null): boolean {
  if (isInside(card, point, SLACK)) return true;
  if (!line || isInside(line, point)) return false;
  const apex = from ?? { x: (line.left + line.right) / 2, y: (line.top + line.bottom) / 2 };
  if (card.top >= line.bottom) return isOnWay(point.y - apex.y, point.x, apex.x, card.top - apex.y, card, line);
  if (card.bottom <= line.top) return isOnWay(apex.y - point.y, point.x, apex.x, apex.y - card.bottom, card, line);
  const turned = { card: turn(card), line: turn(line) };
  if (card.left >= line.right) {
    return isOnWay(point.x - apex.x, point.y, apex.y, card.left - apex.x, turned.card, turned.line);
  }
  return isOnWay(apex.x - point.x, point.y, apex.y, apex.x - card.right, turned.card, turned.line);
}

/** The test in one direction: `ahead` is how far the pointer has come, `across` where it is beside the straight way. */
function isOnWay(ahead: number, across: number, start: number, distance: number, card: Box, line: Box): boolean {
  if (ahead < 0 || ahead > distance) return false;
  if (across >= Math.max(line.left, card.left) && across <= Math.min(line.right, card.right)) return true;
  const reach = ahead * HALF_OPENING + SLACK;
  return across >= Math.max(start - reach, card.left) && across <= Math.min(start + reach, card.right);
}

function turn({ left, top, right, bottom }: Box): Box {
  return { left: top, top: left, right: bottom, bottom: right };
}
