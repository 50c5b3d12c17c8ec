import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCovered } from '../../../../src/ui/card/bridge';
import type { Box } from '../../../../src/ui/card/place';

/*
 *      name          the line, 100..120
 *     /  |  \
 *    / way \         safe triangle and strip, 120..128
 *   +--------------+
 *   |    card      |  128..500
 */
const LINE: Box = { left: 300, top: 100, right: 380, bottom: 120 };
const BELOW: Box = { left: 300, top: 128, right: 668, bottom: 500 };
const ABOVE: Box = { left: 300, top: 10, right: 668, bottom: 92 };

test('the card is covered, with a little slack', () => {
  expect(isCovered({ x: 500, y: 300 }, BELOW, LINE, null)).toBe(true);
  expect(isCovered({ x: 669, y: 300 }, BELOW, LINE, null)).toBe(true);
  expect(isCovered({ x: 680, y: 300 }, BELOW, LINE, null)).toBe(false);
});

test('the name itself is not: what lies there is for the caller to find', () => {
  expect(isCovered({ x: 340, y: 110 }, BELOW, LINE, { x: 340, y: 110 })).toBe(false);
});

test('the strip between name and card is on the way, on both sides', () => {
  expect(isCovered({ x: 370, y: 124 }, BELOW, LINE, { x: 310, y: 110 })).toBe(true);
  expect(isCovered({ x: 370, y: 96 }, ABOVE, LINE, { x: 310, y: 110 })).toBe(true);
});

test('the triangle opens towards the card from where the name was left', () => {
  const from = { x: 378, y: 118 };
  expect(isCovered({ x: 386, y: 124 }, BELOW, LINE, from)).toBe(true);
  expect(isCovered({ x: 430, y: 124 }, BELOW, LINE, from)).toBe(false);
  expect(isCovered({ x: 378, y: 90 }, BELOW, LINE, from)).toBe(false);
});

test('cards at the side have their way turned', () => {
  const right: Box = { left: 388, top: 60, right: 700, bottom: 300 };
  const left: Box = { left: 20, top: 60, right: 292, bottom: 300 };
  expect(isCovered({ x: 384, y: 115 }, right, LINE, { x: 370, y: 110 })).toBe(true);
  expect(isCovered({ x: 296, y: 115 }, left, LINE, { x: 310, y: 110 })).toBe(true);
  expect(isCovered({ x: 296, y: 115 }, right, LINE, { x: 370, y: 110 })).toBe(false);
});

test('a straight way from anywhere on the name to any point of the near edge within 60 degrees never leaves it', () => {
  const way = fc.record({
    x: fc.double({ min: 300, max: 380, noNaN: true }),
    y: fc.double({ min: 100, max: 120, noNaN: true }),
    angle: fc.double({ min: -59, max: 59, noNaN: true }),
    step: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(way, ({ x, y, angle, step }) => {
      const target = x + Math.tan((angle * Math.PI) / 180) * (BELOW.top - y);
      fc.pre(target >= BELOW.left && target <= BELOW.right);
      const point = { x: x + (target - x) * step, y: y + (BELOW.top - y) * step };
      const isOnName = point.y <= LINE.bottom && point.x >= LINE.left && point.x <= LINE.right;
      expect(isOnName || isCovered(point, BELOW, LINE, { x, y })).toBe(true);
    }),
  );
});
