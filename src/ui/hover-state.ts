/**
 * When a resting pointer opens a card and when a leaving one closes it, as a pure machine: no clock, no page. The caller
 * feeds what happens and carries out the effects. Every wait has a token; one that ends with an old token is late and
 * changes nothing, so no timer needs to be stopped. `M` is whatever stands for a name, compared by identity.
 */
export type HoverState<M> = {
  /** Name under the pointer, whether or not its card is shown. */
  target: M | null;
  /** Name whose card is shown. */
  shown: M | null;
  /** The pointer has left the shown card and name; the grace runs. */
  leaving: boolean;
  dwell: number;
  grace: number;
  /** Moves before this moment come from a page that scrolls, milliseconds. */
  quietUntil: number;
};

export type HoverEvent<M> =
  /** The pointer really moved. `covered`: it is in the card or on the way to it. `pressed`: a button is held. */
  | { type: 'move'; at: number; mark: M | null; covered: boolean; pressed: boolean }
  | { type: 'scroll'; at: number }
  | { type: 'press' }
  | { type: 'dwelt'; token: number }
  | { type: 'grace-over'; token: number }
  /** The card was closed by something else: Escape, a button, the page. */
  | { type: 'closed' };

export type HoverEffect<M> =
  | { type: 'open'; mark: M }
  | { type: 'close' }
  /** Come back with `event` and this token after `ms` (the reader's dwell time where that is null). */
  | { type: 'wait'; event: 'dwelt' | 'grace-over'; token: number; ms: number | null };

/** After the last scroll the pointer counts as still for this long, milliseconds. */
export const SCROLL_QUIET_MS = 150;
/** The card stays this long after the pointer left it and the name, milliseconds. */
export const GRACE_MS = 300;

export type HoverStep<M> = { state: HoverState<M>; effects: HoverEffect<M>[] };

export function initialHover<M>(): HoverState<M> {
  return { target: null, shown: null, leaving: false, dwell: 0, grace: 0, quietUntil: 0 };
}

export function stepHover<M>(state: HoverState<M>, event: HoverEvent<M>): HoverStep<M> {
  switch (event.type) {
    case 'move':
      return event.pressed || event.at < state.quietUntil ? forgetTarget(state) : move(state, event);
    case 'scroll':
      return forgetTarget({ ...state, quietUntil: event.at + SCROLL_QUIET_MS });
    case 'press':
      return forgetTarget(state);
    case 'dwelt':
      if (event.token !== state.dwell || state.target === null) return stay(state);
      return {
        state: { ...state, shown: state.target, leaving: false },
        effects: [{ type: 'open', mark: state.target }],
      };
    case 'grace-over':
      if (event.token !== state.grace || !state.leaving) return stay(state);
      return { state: { ...state, shown: null, leaving: false }, effects: [{ type: 'close' }] };
    case 'closed':
      break;
  }
  // The target stays: the card does not come back under a pointer that never left the name.
  return stay({ ...state, shown: null, leaving: false });
}

function move<M>(state: HoverState<M>, { mark, covered }: { mark: M | null; covered: boolean }): HoverStep<M> {
  const effects: HoverEffect<M>[] = [];
  const next = { ...state };
  const target = covered ? null : mark;
  const isHeld = covered || (target !== null && target === state.shown);
  if (isHeld) next.leaving = false;
  else if (state.shown !== null && !state.leaving) {
    next.leaving = true;
    effects.push({ type: 'wait', event: 'grace-over', token: ++next.grace, ms: GRACE_MS });
  }
  if (target !== state.target) {
    next.target = target;
    next.dwell++;
    if (target !== null && target !== state.shown) {
      effects.push({ type: 'wait', event: 'dwelt', token: next.dwell, ms: null });
    }
  }
  return { state: next, effects };
}

function forgetTarget<M>(state: HoverState<M>): HoverStep<M> {
  return stay({ ...state, target: null, dwell: state.dwell + 1 });
}

function stay<M>(state: HoverState<M>): HoverStep<M> {
  return { state, effects: [] };
}
