import { dom } from './dom';
import { isNoise, isTeaser, type Page } from './prose';
import { roleOf } from './role';
import type { Place } from './tree';

/** The paragraphs that a story is found by: indices into the page's runs, and what they weigh together. */
export type Core = { members: number[]; weight: number; teasers: number };

/** Groups that are compared, and members of a group that are asked whether they are teasers. */
const COMPARED = 8;
const ASKED = 12;

/**
 * The group of like paragraphs with most prose. Names of boxes are looked at only for the heaviest groups, and no
 * longer than a lighter one could still win: on most pages that is the story's alone.
 */
export function coreOf(page: Page): Core | null {
  const { runs, prose } = page;
  const groups = new Map<string, number[]>();
  const weights = new Map<number[], number>();
  for (let i = 0; i < runs.length; i++) {
    if (!prose[i]) continue;
    const key = makeOf(runs[i]!.place);
    let members = groups.get(key);
    if (!members) groups.set(key, (members = []));
    members.push(i);
    weights.set(members, (weights.get(members) ?? 0) + prose[i]!);
  }
  const heaviest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, COMPARED);
  let best: Core | null = null;
  for (const [members, weight] of heaviest) {
    if (best && weight <= scoreOf(best)) break;
    const group = withoutNoise(page, members);
    group.teasers = group.weight * teaserShare(group, runs);
    if (group.weight > 0 && (!best || scoreOf(group) > scoreOf(best))) best = group;
  }
  return best;
}

function withoutNoise({ runs, prose, total }: Page, all: readonly number[]): Core {
  const members = all.filter((index) => !isNoise(runs[index]!.place, null, total));
  return { members, weight: members.reduce((sum, index) => sum + prose[index]!, 0), teasers: 0 };
}

/** What a paragraph that looks like a teaser counts, beside one in a row of paragraphs. */
const TEASER_WORTH = 0.2;

function scoreOf({ weight, teasers }: Core): number {
  return weight - teasers * (1 - TEASER_WORTH);
}

function teaserShare({ members }: Core, runs: Page['runs']): number {
  const asked = members.slice(0, ASKED);
  if (asked.length === 0) return 0;
  return asked.filter((index) => isTeaser(runs[index]!.place)).length / asked.length;
}

/** What kind of box a run stands in: its block's tag, and tag and names of the box around it. */
function makeOf(place: Place): string {
  const own = place.tag === 'p' ? 'p' : ownMake(place);
  return place.parent ? `${own}<${ownMake(place.parent)}` : own;
}

function ownMake(place: Place): string {
  return (place.make ||= `${place.tag}.${classOf(place)}`);
}

function classOf(place: Place): string {
  const names = dom().attribute(place.element, 'class');
  return names ? names.replace(/\d+/g, '').slice(0, 60) : '';
}

/** The runs that may belong to the same story: the core, and paragraphs in boxes of another make. */
export function kinOf({ runs, prose, total }: Page, core: Core): number[] {
  const members = new Set(core.members);
  const isParagraphs = runs[core.members[0]!]!.place.tag === 'p';
  const kin: number[] = [];
  for (let i = 0; i < runs.length; i++) {
    if (members.has(i)) kin.push(i);
    else if (isParagraphs && prose[i]! && isKin(runs[i]!.place, total)) kin.push(i);
  }
  return kin;
}

function isKin(place: Place, total: number): boolean {
  return place.tag === 'p' && !isTeaser(place) && roleOf(place) !== 'caption' && !isNoise(place, null, total);
}

/** Share of the core that its container must hold; the rest may be strays elsewhere on the page. */
const MOST = 0.85;

/** The smallest box around most of the core; of several stories below each other, the first. */
export function containerOf(page: Page, core: Core, kin: number[]): Place {
  weighPlaces(page, core.members, kin);
  let best: Place | null = null;
  for (const index of core.members) {
    let at: Place | null = page.runs[index]!.place;
    // Boxes hold ever more on the way up, so the first that holds enough is the smallest on this way.
    while (at && at.coreProse < core.weight * MOST) at = at.parent;
    if (at && (!best || at.depth > best.depth)) best = at;
  }
  return firstStory(page, core, widen(best!));
}

/** Sums up in every box what it holds of the core and of its kin. */
function weighPlaces({ runs, prose }: Page, members: number[], kin: number[]): void {
  for (const index of members) {
    const weight = prose[index]!;
    for (let at: Place | null = runs[index]!.place; at; at = at.parent) at.coreProse += weight;
  }
  for (const index of kin) {
    const weight = prose[index]!;
    for (let at: Place | null = runs[index]!.place; at; at = at.parent) at.kinProse += weight;
  }
}

/** How many boxes up another piece of the same story may stand. */
const WIDEN = 4;

/** Goes up where that brings more of the kin than of anything else: a story cut in two by a paywall or a picture. */
function widen(container: Place): Place {
  let best = container;
  for (let at = container.parent, up = 0; at && up < WIDEN; at = at.parent, up++) {
    const gained = at.kinProse - best.kinProse;
    const others = at.prose - best.prose - gained;
    if (gained > 0 && others <= gained * 0.5) best = at;
  }
  return best;
}

/** An endless page shows whole stories in a row, each an `<article>` with a headline of its own. */
function firstStory({ runs }: Page, core: Core, container: Place): Place {
  const stories: Place[] = [];
  for (const index of core.members) {
    for (let at: Place | null = runs[index]!.place; at && at !== container; at = at.parent) {
      if (at.tag === 'article' && !stories.includes(at) && dom().queryAll(at.element, 'h1').length > 0)
        stories.push(at);
    }
  }
  return stories.length > 1 ? stories[0]! : container;
}

export function isWithin(place: Place, container: Place): boolean {
  for (let at: Place | null = place; at && at.depth >= container.depth; at = at.parent) {
    if (at === container) return true;
  }
  return false;
}
