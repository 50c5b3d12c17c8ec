import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GAP, placeCard, type Box, type PlaceInput, type Placement } from '../../../../src/ui/card/place';

const WINDOW = { width: 1200, height: 800 };
const CARD = { width: 368, height: 400 };

function box(left: number, top: number, width = 80, height = 20): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function place(line: Box, change: Partial<PlaceInput> = {}): Placement {
  return placeCard({ rects: [line], line, card: CARD, window: WINDOW, dir: 'ltr', ...change });
}

/** Where the card is on screen once it is placed. */
function boxOf({ left, top, bottom, maxHeight, side }: Placement, { card, window }: PlaceInput): Box {
  const height = Math.min(card.height, maxHeight);
  const width = side.startsWith('sheet') ? window.width : card.width;
  const y = top ?? window.height - (bottom ?? 0) - height;
  return { left, top: y, right: left + width, bottom: y + height };
}

test('below the line, starting where the name starts', () => {
  expect(place(box(300, 100))).toMatchObject({ side: 'below', left: 300, top: 120 + GAP, bottom: null });
});

test('above where there is no room below, growing upwards', () => {
  expect(place(box(300, 600))).toMatchObject({ side: 'above', top: null, bottom: 800 - 600 + GAP });
});

test('moved in from the right edge, and aligned to the right in right-to-left text', () => {
  expect(place(box(1100, 100)).left).toBe(1200 - 368 - 8);
  expect(place(box(700, 100), { dir: 'rtl' }).left).toBe(780 - 368);
  expect(place(box(10, 100), { dir: 'rtl' }).left).toBe(8);
});

test('beside the name where the window is flat', () => {
  const flat = { width: 1200, height: 300 };
  expect(place(box(100, 140), { window: flat })).toMatchObject({ side: 'right', left: 180 + GAP });
  expect(place(box(900, 140), { window: flat })).toMatchObject({ side: 'left', left: 900 - GAP - 368 });
});

test('a name broken over two lines keeps both in sight', () => {
  const [first, second] = [box(500, 100), box(200, 128)];
  const placed = place(first, { rects: [first, second], dir: 'rtl' });
  expect(placed.top).toBe(second.bottom + GAP);
});

test('a narrow window gets a sheet, at the top where the name is at the bottom', () => {
  const phone = { width: 390, height: 780 };
  expect(place(box(100, 100), { window: phone })).toMatchObject({ side: 'sheet-bottom', left: 0, bottom: 0 });
  expect(place(box(100, 700), { window: phone })).toMatchObject({ side: 'sheet-top', left: 0, top: 0 });
});

test('a name that is not on screen puts the card in a corner', () => {
  expect(place(box(0, 0), { rects: [], line: null }).side).toBe('corner');
});

test('never covers the name, never leaves the window, never takes more than 70 % of a normal window', () => {
  const input = fc
    .record({
      width: fc.integer({ min: 320, max: 2000 }),
      height: fc.integer({ min: 480, max: 1400 }),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      lines: fc.integer({ min: 1, max: 3 }),
      hovered: fc.nat(2),
      cardHeight: fc.integer({ min: 60, max: 2000 }),
      dir: fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl'),
    })
    .map(({ width, height, x, y, lines, hovered, cardHeight, dir }): PlaceInput => {
      const [left, top] = [x * (width - 100), y * (height - 28 * lines)];
      const rects = Array.from({ length: lines }, (_, i) => box(i === 0 ? left : 10, top + i * 28, 90, 20));
      const card = { width: width < 480 ? width : 368, height: cardHeight };
      return { rects, line: rects.at(hovered % lines) ?? null, card, window: { width, height }, dir };
    });
  fc.assert(
    fc.property(input, (one) => {
      const placed = placeCard(one);
      const card = boxOf(placed, one);
      for (const rect of one.rects) {
        const overlaps =
          card.left < rect.right && rect.left < card.right && card.top < rect.bottom && rect.top < card.bottom;
        expect(overlaps).toBe(false);
      }
      expect(card.left).toBeGreaterThanOrEqual(0);
      expect(card.right).toBeLessThanOrEqual(one.window.width);
      expect(card.top).toBeGreaterThanOrEqual(0);
      expect(card.bottom).toBeLessThanOrEqual(one.window.height);
      expect(placed.maxHeight).toBeLessThanOrEqual(one.window.height * 0.7);
    }),
    { numRuns: 2000 },
  );
});
