import { dom } from './dom';
import type { BlockRole } from '../core/link/types';
import type { Place } from './tree';
import type { Run, Walk } from './walk';

/** The story of a page: its runs in reading order with their roles. */
export type Article = { container: Element; parts: { run: Run; role: BlockRole }[]; characters: number };

/** Characters of prose that make an article. */
const MIN_PROSE = 500;
const MIN_SENTENCE = 80;

/** The page's story, or null where the page is no article. */
export function findArticle(walk: Walk): Article | null {
  const total = scoreProse(walk.runs);
  const top = walk.runs[0] && rootOf(walk.runs[0].place);
  if (!top || total < MIN_PROSE) return null;
  const container = densest(walk, total);
  const parts = walk.runs
    .filter((run) => isWithin(run.place, container) && run.linkLength * 2 < run.length)
    .map((run) => ({ run, role: roleOf(run.place) }));
  return { container: container.element, parts, characters: total };
}

function scoreProse(runs: Run[]): number {
  let total = 0;
  for (const run of runs) {
    const prose = run.length - run.linkLength;
    if (prose < MIN_SENTENCE || run.linkLength * 2 > run.length) continue;
    total += prose;
    for (let at: Place | null = run.place; at; at = at.parent) at.prose += prose;
  }
  return total;
}

/** The smallest place that holds most of the page's prose. */
function densest(walk: Walk, total: number): Place {
  let best: Place | null = null;
  for (const place of walk.places.values()) {
    if (place.prose * 4 < total * 3) continue;
    if (!best || place.depth > best.depth) best = place;
  }
  return best ?? ([...walk.places.values()][0] as Place);
}

function rootOf(place: Place): Place {
  let at = place;
  while (at.parent) at = at.parent;
  return at;
}

function isWithin(place: Place, container: Place): boolean {
  for (let at: Place | null = place; at; at = at.parent) if (at === container) return true;
  return false;
}

const ROLES: Record<string, BlockRole> = {
  h1: 'headline',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dd: 'item',
  dt: 'item',
  figcaption: 'caption',
  caption: 'caption',
  blockquote: 'quote',
};

export function roleOf(place: Place): BlockRole {
  for (let at: Place | null = place; at && at.depth > place.depth - 4; at = at.parent) {
    const role = ROLES[dom().tagOf(at.element)];
    if (role) return role;
  }
  return 'paragraph';
}

/** All readable text, for a page that the reader asked for although it is no article. */
export function wholePage(walk: Walk): Article | null {
  const first = walk.runs[0];
  if (!first) return null;
  const parts = walk.runs.map((run) => ({ run, role: roleOf(run.place) }));
  return { container: rootOf(first.place).element, parts, characters: walk.characters };
}
