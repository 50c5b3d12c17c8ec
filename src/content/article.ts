import { dom } from './dom';
import type { BlockRole } from '../core/link/types';
import { LEAD, NOISE, labelOf } from './label';
import { roleOf } from './role';
import type { Place } from './tree';
import type { Run, Walk } from './walk';

/** The story of a page: its runs in reading order with their roles. */
export type Article = { container: Element; parts: { run: Run; role: BlockRole }[]; characters: number };

/** Weighted characters of prose that make an article. */
const MIN_PROSE = 400;
/** A run of this weight is prose whatever it ends in. */
const LONG_RUN = 80;
const SENTENCE_RUN = 35;
/** A character of a script without spaces says about as much as this many letters. */
const DENSE_SCRIPT = 2.5;
const FIRST_DENSE = 0x2e80;

/**
 * Finds the story in a page's runs, or null where the page has none. Paragraphs of one story stand in boxes of the
 * same make: the runs are grouped by the names of their boxes, the group with most prose is the core, the smallest box
 * around most of the core is the container, and the story reaches from the headline to the core's last paragraph,
 * without the parts in between that are labelled as something else.
 */
export function findArticle(walk: Walk): Article | null {
  const { runs } = walk;
  const page = scorePage(runs);
  if (page.total < MIN_PROSE) return null;
  const core = coreOf(page);
  if (!core || core.weight < MIN_PROSE) return null;
  const kin = kinOf(page, core);
  const container = containerOf(core, kin);
  const within = kin.filter((index) => isWithin(runs[index]!.place, container));
  const first = within[0];
  const last = within[within.length - 1];
  if (first === undefined || last === undefined) return null;
  const region = { ...page, container, first, last, tag: runs[core.members[0]!]!.place.tag };
  const head = headlineBefore(region);
  const parts = [...leadParts(region, head), ...bodyParts(region)];
  return { container: container.element, parts, characters: core.weight };
}

type Page = { runs: Run[]; prose: number[]; total: number };

/** Weighs every run, and every place by what it holds. */
function scorePage(runs: Run[]): Page {
  const prose = runs.map(proseOf);
  let total = 0;
  for (let i = 0; i < runs.length; i++) {
    const { place, linkLength } = runs[i]!;
    const weight = prose[i]!;
    total += weight;
    if (weight) for (let at: Place | null = place; at; at = at.parent) at.prose += weight;
    else if (linkLength) for (let at: Place | null = place; at; at = at.parent) at.links += linkLength;
  }
  return { runs, prose, total };
}

const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f\u0964\u061f\u06d4\u104b]["'\u201c\u201d\u2019\u00bb\u00ab)\]\u300d\u300f]*\s*$/;

/** Weight of a run as prose; 0 for what is no running text. */
function proseOf(run: Run): number {
  const letters = run.length - run.linkLength;
  const weight = isDense(run) ? letters * DENSE_SCRIPT : letters;
  if (weight < SENTENCE_RUN || run.linkLength > run.length * 0.5) return 0;
  if (weight < LONG_RUN && !SENTENCE_END.test(tailOf(run))) return 0;
  return weight;
}

function isDense(run: Run): boolean {
  const data = run.datas[0] ?? '';
  return data.charCodeAt(data.length >> 1) >= FIRST_DENSE || data.charCodeAt(data.length >> 2) >= FIRST_DENSE;
}

function tailOf(run: Run): string {
  for (let i = run.datas.length - 1; i >= 0; i--) {
    const tail = (run.datas[i] ?? '').trimEnd();
    if (tail) return tail.slice(-4);
  }
  return '';
}

type Core = { members: number[]; weight: number; score: number; runs: Run[]; prose: number[] };

/** The group of like paragraphs with most prose. */
function coreOf({ runs, prose, total }: Page): Core | null {
  const groups = new Map<string, Core>();
  let best: Core | null = null;
  for (let i = 0; i < runs.length; i++) {
    const { place } = runs[i]!;
    if (!prose[i] || isNoise(place, null, total)) continue;
    const key = makeOf(place);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { members: [], weight: 0, score: 0, runs, prose }));
    group.members.push(i);
    group.weight += prose[i]!;
    group.score += prose[i]! * (isTeaser(place) ? TEASER_WORTH : 1);
    if (!best || group.score > best.score) best = group;
  }
  return best;
}

/** The runs that may belong to the same story: the core, and prose of the same element in boxes of another make. */
function kinOf({ runs, prose, total }: Page, core: Core): number[] {
  const members = new Set(core.members);
  const tag = runs[core.members[0]!]!.place.tag;
  const kin: number[] = [];
  for (let i = 0; i < runs.length; i++) {
    const { place } = runs[i]!;
    const isKin =
      prose[i]! > 0 && place.tag === tag && tag === 'p' && !isTeaser(place) && roleOf(place) !== 'caption' && !isNoise(place, null, total);
    if (members.has(i) || isKin) kin.push(i);
  }
  return kin;
}

/** What a paragraph that looks like a teaser counts, beside one in a row of paragraphs. */
const TEASER_WORTH = 0.2;

const LONGEST_TEASER = 700;

/** Whether a run is the only prose of a box that otherwise holds links: a teaser of another story. */
function isTeaser(place: Place): boolean {
  const own = place.prose;
  if (own > LONGEST_TEASER) return false;
  for (let at: Place | null = place.parent; at && at.depth > place.depth - 5 && at.prose === own; at = at.parent) {
    if (at.links > 15 && at.links > own * 0.12) return true;
  }
  return false;
}

/** What kind of box a run stands in: its block's tag, and tag and names of the box around it. */
function makeOf(place: Place): string {
  const own = place.tag === 'p' ? 'p' : `${place.tag}.${classOf(place)}`;
  const around = place.parent;
  return around ? `${own}<${around.tag}.${classOf(around)}` : own;
}

function classOf(place: Place): string {
  return (dom().attribute(place.element, 'class') ?? '').replace(/\d+/g, '').slice(0, 60);
}

/**
 * Whether the run stands in a part that is labelled as no story. Boxes at or above `container` do not count, nor does
 * a box that holds a good part of the page's prose.
 */
function isNoise(place: Place, container: Place | null, total: number): boolean {
  for (let at: Place | null = place; at && at !== container; at = at.parent) {
    if (labelOf(at) & NOISE && (at.tag === 'aside' || at.prose < total * 0.4)) return true;
  }
  return false;
}

/** The smallest box around most of the core; of several stories below each other, the first. */
function containerOf(core: Core, kin: number[]): Place {
  let best: Place | null = null;
  for (const [place, weight] of weighPlaces(core, core.members)) {
    if (weight < core.weight * 0.85) continue;
    if (!best || place.depth > best.depth) best = place;
  }
  return firstStory(core, widen(best!, weighPlaces(core, kin)));
}

function weighPlaces({ runs, prose }: Core, members: number[]): Map<Place, number> {
  const weights = new Map<Place, number>();
  for (const index of members) {
    for (let at: Place | null = runs[index]!.place; at; at = at.parent) {
      weights.set(at, (weights.get(at) ?? 0) + prose[index]!);
    }
  }
  return weights;
}

/** How many boxes up another piece of the same story may stand. */
const WIDEN = 4;

/** Goes up where that brings more of the kin than of anything else: a story cut in two by a paywall or a picture. */
function widen(container: Place, weights: ReadonlyMap<Place, number>): Place {
  let best = container;
  for (let at = container.parent, up = 0; at && up < WIDEN; at = at.parent, up++) {
    const gained = weights.get(at)! - weights.get(best)!;
    const others = at.prose - best.prose - gained;
    if (gained > 0 && others <= gained * 0.5 && at.links - best.links < gained * 0.5) best = at;
  }
  return best;
}

/** An endless page shows whole stories in a row, each an `<article>` with a headline of its own. */
function firstStory(core: Core, container: Place): Place {
  const stories: Place[] = [];
  for (const index of core.members) {
    for (let at: Place | null = core.runs[index]!.place; at && at !== container; at = at.parent) {
      if (at.tag === 'article' && hasHeadline(at) && !stories.includes(at)) stories.push(at);
    }
  }
  return stories.length > 1 ? stories[0]! : container;
}

function hasHeadline(place: Place): boolean {
  return dom().queryAll(place.element, 'h1').length > 0;
}

function isWithin(place: Place, container: Place): boolean {
  for (let at: Place | null = place; at && at.depth >= container.depth; at = at.parent) if (at === container) return true;
  return false;
}

type Region = Page & { container: Place; first: number; last: number; tag: string };

/** Index of the headline's run before the story, or -1. */
function headlineBefore({ runs, first }: Region): number {
  const title = wordsOf(document.title);
  let best = -1;
  let bestScore = 0;
  for (let i = first; i >= 0; i--) {
    const run = runs[i]!;
    if (run.length < 8 || run.length > 400) continue;
    const level = headingLevel(run.place);
    if (level === 0 && i < first - 60) continue;
    const score = overlap(wordsOf(textOf(run)), title) + (level === 1 ? 0.5 : level > 1 ? 0.1 : -0.3);
    if (score > 0.45 && score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

function headingLevel(place: Place): number {
  for (let at: Place | null = place; at && at.depth > place.depth - 3; at = at.parent) {
    if (/^h[1-6]$/.test(at.tag)) return Number(at.tag[1]);
  }
  return 0;
}

function textOf(run: Run): string {
  return run.datas.join('').replace(/\s+/g, ' ').trim();
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\u3040-\u9fff\uac00-\ud7af]|[\p{L}\p{N}]+/gu);
  return new Set(words ?? []);
}

/** Share of `words` that are in `title`. */
function overlap(words: Set<string>, title: Set<string>): number {
  if (words.size === 0) return 0;
  let shared = 0;
  for (const word of words) if (title.has(word)) shared++;
  return shared / words.size;
}

/** Headline and standfirst. */
function leadParts({ runs, prose, first, container }: Region, head: number): Article['parts'] {
  if (head < 0) return [];
  const parts: Article['parts'] = [{ run: runs[head]!, role: 'headline' }];
  for (let i = head + 1; i < first; i++) {
    const run = runs[i]!;
    const place = run.place;
    if (run.linkLength > run.length * 0.5) continue;
    if (roleOf(place) === 'caption') {
      if (prose[i]! && !isNoise(place, container, Infinity)) parts.push({ run, role: 'caption' });
      continue;
    }
    const isLead = hasLeadLabel(place, container);
    if (isStamp(run)) continue;
    if ((prose[i]! > 0 || (isLead && run.length > 30)) && (isLead || !isNoise(place, container, Infinity))) {
      parts.push({ run, role: isWithin(place, container) && !isLead ? roleOf(place) : 'standfirst' });
    }
  }
  return parts;
}

const STAMPS =
  /\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b.*(?:\||Updated|Published|By )|^\s*(?:By|Von|Par|Por|Di|Text:) \p{Lu}|\u00a9|\bcopyright\b|all rights reserved|\bphotographer:|^\(?(?:photo|foto|image|bild|credit)\b/iu;

/** A short line that says when, by whom and under which rights the story was published, not what it says. */
function isStamp(run: Run): boolean {
  if (run.length > 130) return false;
  const text = textOf(run);
  return STAMPS.test(text) && !(SENTENCE_END.test(text) && /\d[:.h]\d/.test(text) && !/\u00a9|copyright/i.test(text));
}

function hasLeadLabel(place: Place, container: Place): boolean {
  for (let at: Place | null = place; at && at !== container && at.depth > place.depth - 3; at = at.parent) {
    if (labelOf(at) & LEAD) return true;
  }
  return false;
}

/** Everything from the core's first to its last paragraph that belongs to the story. */
function bodyParts({ runs, prose, container, first, last, tag }: Region): Article['parts'] {
  const parts: Article['parts'] = [];
  for (let i = first; i <= last; i++) {
    const run = runs[i]!;
    if (!isWithin(run.place, container) || isNoise(run.place, container, container.prose)) continue;
    if (run.linkLength > run.length * LINKED && !prose[i]) continue;
    const role = roleOf(run.place);
    // Where paragraphs are `<p>`, the bare boxes between them are captions, credits and offers.
    if (role === 'paragraph' && tag === 'p' && run.place.tag !== 'p' && prose[i]! < LOOSE_TEXT) continue;
    if (isStamp(run)) continue;
    parts.push({ run, role });
  }
  return parts;
}

/** Weight from which text outside any paragraph element still counts as a paragraph. */
const LOOSE_TEXT = 200;

/** Share of link text from which a line is a pointer to another story. */
const LINKED = 0.5;

/** All readable text, for a page that the reader asked for although it is no article. */
export function wholePage(walk: Walk): Article | null {
  const first = walk.runs[0];
  if (!first) return null;
  let top = first.place;
  while (top.parent) top = top.parent;
  const parts = walk.runs.map((run) => ({ run, role: roleOf(run.place) }));
  return { container: top.element, parts, characters: walk.characters };
}
