/** Key of our own isolated world's global object; pages live in another world and never see it. */
const KEY = Symbol.for('page');

const SKIP = Symbol.for('skip');

type World = { [KEY]?: AbortController; [SKIP]?: boolean };

/**
 * Makes this script the only one of its kind in this world: a script that was injected twice ends the first. The
 * returned controller ends everything that was started under its signal.
 */
export function claimWorld(): AbortController {
  const world = globalThis as World;
  world[KEY]?.abort();
  return (world[KEY] = new AbortController());
}

/** Lets the next start in this world do nothing: one that is meant for the page's frames and comes here as well. */
export function skipNextStart(skip: boolean): void {
  (globalThis as World)[SKIP] = skip;
}

export function isStartSkipped(): boolean {
  const isSkipped = (globalThis as World)[SKIP] === true;
  skipNextStart(false);
  return isSkipped;
}
