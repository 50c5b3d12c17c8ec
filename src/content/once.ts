/** Key of our own isolated world's global object; pages live in another world and never see it. */
const KEY = Symbol.for('page');

type World = { [KEY]?: AbortController };

/**
 * Makes this script the only one of its kind in this world: a script that was injected twice ends the first. The
 * returned controller ends everything that was started under its signal.
 */
export function claimWorld(): AbortController {
  const world = globalThis as World;
  world[KEY]?.abort();
  return (world[KEY] = new AbortController());
}
