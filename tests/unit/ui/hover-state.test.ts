import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRACE_MS, SCROLL_QUIET_MS, initialHover, stepHover } from '../../../src/ui/hover-state';
import type { HoverEffect, HoverEvent, HoverState } from '../../../src/ui/hover-state';

/*
 *                    move onto a name                    dwelt (350 ms)
 *        +------+ ----------------------> +----------+ ------------------> +------+
 *        | idle |                         | dwelling |      "open"         | open | <---------+
 *        +------+ <---------------------- +----------+                     +------+           |
 *          ^  ^      off the name,                                           |  |             |
 *          |  |      scroll, press                               off name    |  | closed      | back on name
 *          |  +--------------------------------------------------------------|--+             | or card
 *          |                       grace-over (300 ms)                       v                |
 *          +---------------------------------------------------------- +---------+ -----------+
 *                                     "close"                          | leaving |
 *                                                                      +---------+
 */
const LEE = { name: 'Lee' };
const NARA = { name: 'Nara' };
type Name = typeof LEE;

/** Runs events through the machine; waits are kept so that a test can end them. */
function run(...events: HoverEvent<Name>[]) {
  let state: HoverState<Name> = initialHover();
  const effects: HoverEffect<Name>[] = [];
  for (const event of events) {
    const step = stepHover(state, event);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

function move(mark: Name | null, { at = 1000, covered = false, pressed = false } = {}): HoverEvent<Name> {
  return { type: 'move', at, mark, covered, pressed };
}
const dwelt = (token: number): HoverEvent<Name> => ({ type: 'dwelt', token });
const graceOver = (token: number): HoverEvent<Name> => ({ type: 'grace-over', token });

test('idle to dwelling to open', () => {
  expect(run(move(LEE), dwelt(1)).effects).toEqual([
    { type: 'wait', event: 'dwelt', token: 1, ms: null },
    { type: 'open', mark: LEE },
  ]);
});

test('moving on the same name goes on with the same dwell', () => {
  expect(run(move(LEE), move(LEE), move(LEE)).effects).toHaveLength(1);
});

test.each<[string, HoverEvent<Name>]>([
  ['leaving the name', move(null)],
  ['another name', move(NARA)],
  ['a scroll', { type: 'scroll', at: 1000 }],
  ['a press', { type: 'press' }],
  ['a drag', move(LEE, { pressed: true })],
])('%s ends the dwell: its wait comes too late', (_, event) => {
  expect(run(move(LEE), event, dwelt(1)).effects).not.toContainEqual({ type: 'open', mark: LEE });
});

test('the wait of one name does not open another sooner', () => {
  const { effects } = run(move(LEE), move(NARA), dwelt(1));
  expect(effects.filter(({ type }) => type === 'open')).toEqual([]);
});

test('nothing opens while the page scrolls under the pointer, and it does once that is over', () => {
  const scroll: HoverEvent<Name> = { type: 'scroll', at: 1000 };
  expect(run(scroll, move(LEE, { at: 1000 + SCROLL_QUIET_MS - 1 })).effects).toEqual([]);
  expect(run(scroll, move(LEE, { at: 1000 + SCROLL_QUIET_MS })).effects).toHaveLength(1);
});

test('leaving gives a grace, then closes', () => {
  const { effects, state } = run(move(LEE), dwelt(1), move(null), graceOver(1));
  expect(effects.slice(2)).toEqual([{ type: 'wait', event: 'grace-over', token: 1, ms: GRACE_MS }, { type: 'close' }]);
  expect(state.shown).toBeNull();
});

test.each<[string, HoverEvent<Name>]>([
  ['the card or the way to it', move(null, { covered: true })],
  ['the name', move(LEE)],
])('coming back to %s within the grace keeps the card', (_, back) => {
  const { effects, state } = run(move(LEE), dwelt(1), move(null), back, graceOver(1));
  expect(effects).not.toContainEqual({ type: 'close' });
  expect(state.shown).toBe(LEE);
});

test('a second grace is not ended by the first', () => {
  const twice = [move(LEE), dwelt(1), move(null), move(LEE), move(null)];
  expect(run(...twice, graceOver(1)).effects).not.toContainEqual({ type: 'close' });
  expect(run(...twice, graceOver(2)).effects).toContainEqual({ type: 'close' });
});

test('names under the card or on the way to it are not dwelt on', () => {
  const { state } = run(move(LEE), dwelt(1), move(NARA, { covered: true }));
  expect(state.target).toBeNull();
});

test('a card that Escape closed does not come back under a pointer that stays on the name', () => {
  const closed: HoverEvent<Name>[] = [move(LEE), dwelt(1), { type: 'closed' }, move(LEE)];
  expect(run(...closed).effects).toHaveLength(2);
  expect(run(...closed, move(null), move(LEE)).effects).toHaveLength(3);
});

test('another name opens in place of the first', () => {
  const { state, effects } = run(move(LEE), dwelt(1), move(NARA), dwelt(2), graceOver(1));
  expect(state.shown).toBe(NARA);
  expect(effects).not.toContainEqual({ type: 'close' });
});

test('whatever happens: a card opens only for the name under the pointer, and closes only when one is shown', () => {
  const event = fc.oneof(
    fc.record({
      type: fc.constant('move' as const),
      at: fc.nat(5000),
      mark: fc.constantFrom(LEE, NARA, null),
      covered: fc.boolean(),
      pressed: fc.boolean(),
    }),
    fc.record({ type: fc.constant('scroll' as const), at: fc.nat(5000) }),
    fc.record({ type: fc.constantFrom('dwelt' as const, 'grace-over' as const), token: fc.nat(12) }),
    fc.constantFrom<HoverEvent<Name>>({ type: 'press' }, { type: 'closed' }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let state: HoverState<Name> = initialHover();
      for (const one of events) {
        const before = state;
        const step = stepHover(state, one);
        state = step.state;
        for (const effect of step.effects) {
          if (effect.type === 'open') expect(effect.mark).toBe(before.target);
          if (effect.type === 'close') expect(before.shown).not.toBeNull();
        }
        expect(state.leaving && state.shown === null).toBe(false);
      }
    }),
  );
});
