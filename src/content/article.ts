import type { BlockRole } from '../core/link/types';
import { containerOf, coreOf, isWithin, kinOf, type Core } from './core';
import { dom } from './dom';
import { openRoots } from './flat';
import { isArticle } from './gate';
import { headlineBefore, textOf } from './headline';
import { LEAD, labelOf } from './label';
import { LINKED, endsSentence, isNoise, proseOf, scorePage, type Page } from './prose';
import { roleOf } from './role';
import type { Place, PlaceMap } from './tree';
import { SURVEYED_DENSE, createWalk, surveyText, walkText, type Run } from './walk';

/** The story of a page: its runs in reading order with their roles. */
export type Article = { container: Element; parts: Part[] };
export type Part = { run: Run; role: BlockRole };

/** Weighted characters of prose below which no page is an article. */
const MIN_PROSE = 150;

/**
 * Finds the story of a page, or null where it has none. Paragraphs of one story stand in boxes of the same make: the
 * longer texts are grouped by the names of their boxes, the group with most prose is the core, and the smallest box
 * around most of the core is the container. The story reaches from the headline to the core's last paragraph, without
 * the parts in between that are labelled as something else. Only that stretch is read in full.
 */
export function* findArticle(body: Element): Generator<void, Article | null, void> {
  const article = yield* findIn(body, false);
  // Custom elements may hold the story, or a piece of it; most pages have none.
  if (openRoots(article?.container ?? body).length === 0) return article;
  return (yield* findIn(body, true)) ?? article;
}

function* findIn(body: Element, flat: boolean): Generator<void, Article | null, void> {
  const isDense = DENSE_LANGUAGE.test(dom().attribute(dom().rootOf(document) ?? body, 'lang') ?? '');
  const found = (isDense ? null : yield* findCore(body, flat)) ?? (yield* findCore(body, flat, SURVEYED_DENSE));
  return found && (yield* readStory(body, found, flat));
}

/** Languages written without spaces between words. */
const DENSE_LANGUAGE = /^(?:zh|ja|ko|th|my|km|lo)\b/i;

type Found = { page: Page; core: Core; places: PlaceMap };

function* findCore(body: Element, flat: boolean, shortest?: number): Generator<void, Found | null, void> {
  const survey = createWalk(flat);
  yield* surveyText(body, survey, shortest);
  const page = scorePage(survey.runs);
  const core = page.total < MIN_PROSE ? null : coreOf(page);
  return core && core.weight >= MIN_PROSE ? { page, core, places: survey.places } : null;
}

function* readStory(
  body: Element,
  { page, core, places }: Found,
  flat: boolean,
): Generator<void, Article | null, void> {
  const found = stretchOf(page, core);
  if (!found) return null;
  const { container, from, to, tag } = found;
  const headline = headlineBefore(from, dom().titleOf(document));
  if (!isArticle({ core, tag, paragraphs: found.paragraphs, container, headline })) return null;
  const walk = createWalk(flat, places);
  yield* walkText(body, walk, (headline && firstText(headline)) ?? from, lastText(found.last, to));
  const first = Math.max(indexOf(walk.runs, from), 0);
  const end = indexOf(walk.runs, to) + 1 || walk.runs.length;
  const region = { runs: walk.runs.slice(0, end), container, tag };
  const tail = walk.runs.slice(end).filter((run) => isTail(run, found.last, tag, container));
  return {
    container: container.element,
    parts: [
      ...leadParts(region, headline, first),
      ...bodyParts(region, first),
      ...tail.map((run) => ({ run, role: roleOf(run.place) })),
    ],
  };
}

function indexOf(runs: readonly Run[], node: Text): number {
  return runs.findIndex((run) => run.nodes.includes(node));
}

/** Sentences below the last longer paragraph, in the same box and of the same make: a story may end on a short one. */
function isTail(run: Run, last: Place, tag: string, container: Place): boolean {
  const { place } = run;
  if (place.tag !== tag || place.parent !== last.parent || isNoise(place, container, container.prose)) return false;
  return run.linkLength <= run.length * LINKED && endsSentence(textOf(run)) && !isCredit(run) && !isPointer(run);
}

/** All readable text, for a page that the reader asked for although it is no article. */
export function* wholePage(body: Element): Generator<void, Article | null, void> {
  const walk = createWalk(openRoots(body).length > 0);
  yield* walkText(body, walk);
  return { container: body, parts: walk.runs.map((run) => ({ run, role: roleOf(run.place) })) };
}

/** `last` is the place of the last paragraph, in which `to` stands. */
type Stretch = { container: Place; from: Text; to: Text; last: Place; tag: string; paragraphs: number };

/** Container, first and last text of the core's story. */
function stretchOf(page: Page, core: Core): Stretch | null {
  const kin = kinOf(page, core);
  const container = containerOf(page, core, kin);
  const within = kin.map((index) => page.runs[index]!).filter(({ place }) => isWithin(place, container));
  const from = within[0]?.nodes[0];
  const last = within.at(-1);
  const to = last?.nodes.at(-1);
  const tag = page.runs[core.members[0]!]!.place.tag;
  return from && last && to ? { container, from, to, last: last.place, tag, paragraphs: within.length } : null;
}

function firstText(element: Element): Text | null {
  return dom().textWalker(element).nextNode() as Text | null;
}

/** The last text of the last paragraph in the box of this one. */
function lastText({ element, tag }: Place, to: Text): Text {
  const { nextOf, tagOf, textWalker } = dom();
  let last: Node = element;
  for (let at: Node | null = element; at; at = nextOf(at)) if (at.nodeType === 1 && tagOf(at) === tag) last = at;
  if (last === element) return to;
  const walker = textWalker(last);
  return (walker.lastChild() as Text | null) ?? to;
}

type Region = { runs: Run[]; container: Place; tag: string };

/** Headline and standfirst: what stands before the first paragraph, which is at `first`. */
function leadParts({ runs, container }: Region, headline: Element | null, first: number): Part[] {
  if (!headline) return [];
  const parts: Part[] = [];
  for (const run of runs.slice(0, first)) {
    const { place } = run;
    if (headline.contains(run.nodes[0] ?? null)) parts.push({ run, role: 'headline' });
    else if (run.linkLength > run.length * LINKED || isStamp(run)) continue;
    else if (roleOf(place) === 'caption') {
      if (proseOf(run) && !isNoise(place, container, Infinity)) parts.push({ run, role: 'caption' });
    } else {
      const isLead = hasLeadLabel(place, container);
      const isHeading = roleOf(place) === 'heading' && isWithin(place, container);
      const isText = proseOf(run) > 0 || isHeading || (isLead && run.length > 30);
      if (isText && (isLead || !isNoise(place, container, Infinity))) {
        parts.push({ run, role: isWithin(place, container) && !isLead ? roleOf(place) : 'standfirst' });
      }
    }
  }
  return parts;
}

function hasLeadLabel(place: Place, container: Place): boolean {
  for (let at: Place | null = place; at && at !== container && at.depth > place.depth - 3; at = at.parent) {
    if (labelOf(at) & LEAD) return true;
  }
  return false;
}

/** Weight from which text outside any paragraph element still counts as a paragraph. */
const LOOSE_TEXT = 200;

/** Everything from the core's first to its last paragraph that belongs to the story. */
function bodyParts({ runs, container, tag }: Region, first: number): Part[] {
  const parts: Part[] = [];
  for (const run of runs.slice(first)) {
    const { place } = run;
    if (!isWithin(place, container) || isNoise(place, container, container.prose)) continue;
    const prose = proseOf(run);
    const role = roleOf(place);
    if (run.linkLength > run.length * LINKED && !prose && !isLinkedSentence(run, tag)) continue;
    // Where paragraphs are `<p>`, the bare boxes between them are captions, credits and offers.
    if (role === 'paragraph' && tag === 'p' && place.tag !== 'p' && prose < LOOSE_TEXT) continue;
    if (isCredit(run) || isPointer(run)) continue;
    parts.push({ run, role });
  }
  return parts;
}

/** Letters from which a paragraph between others may be a sentence. */
const SHORT_SENTENCE = 30;

/** A short sentence between the story's paragraphs of which most words are a link, but not all. */
function isLinkedSentence(run: Run, tag: string): boolean {
  return (
    run.place.tag === tag && run.length >= SHORT_SENTENCE && run.linkLength < run.length && endsSentence(textOf(run))
  );
}

/** Share of link text from which a short line that ends no sentence points elsewhere. */
const POINTING = 0.15;

/** A short line that sends the reader to another page: half a link, or led by an arrow. */
function isPointer(run: Run): boolean {
  if (run.length > LONGEST_STAMP) return false;
  const text = textOf(run);
  if (/^[>\u203a\u00bb\u2192\u25b6\u25ba]\s/.test(text)) return true;
  const { tag, element } = run.place;
  if (tag !== 'li' || run.linkLength === 0) return false;
  return (run.linkLength > run.length * POINTING && !endsSentence(text)) || isLinkList(element);
}

/** Whether every item of the list that this one stands in holds a link. */
function isLinkList(item: Element): boolean {
  const { parentOf, queryAll, tagOf } = dom();
  const list = parentOf(item) as Element;
  const items = [...queryAll(list, 'li')].filter((other) => parentOf(other) === list && tagOf(other) === 'li');
  return items.length > 1 && items.every((other) => queryAll(other, 'a').length > 0);
}

const LONGEST_STAMP = 130;
/** First words of lines about who made the story; a capital must follow. */
const MAKERS = new Set('by von par por di text: photo foto image bild credit (photo photo: foto: bild:'.split(' '));
const RIGHTS = ['\u00a9', 'copyright', 'all rights reserved', 'photographer:'];
const TIMES = /\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b.*(?:\||Updated|Published|By )/;

/** A short line about who made the story and who owns it. */
function isCredit(run: Run): boolean {
  if (run.length > LONGEST_STAMP) return false;
  const text = textOf(run);
  const lower = text.toLowerCase();
  if (RIGHTS.some((words) => lower.includes(words))) return true;
  const space = text.indexOf(' ');
  if (space < 0 || !MAKERS.has(lower.slice(0, space))) return false;
  return text[space + 1] !== lower[space + 1] && !endsSentence(text);
}

/** A short line that says when, by whom and under which rights the story was published. */
function isStamp(run: Run): boolean {
  return isCredit(run) || (run.length <= LONGEST_STAMP && TIMES.test(textOf(run)) && !endsSentence(textOf(run)));
}
