import { dom } from './dom';
import type { LinkedData } from './linked-data';
import { isoDay, writtenDay } from './written-day';

/**
 * A date this much later than the publication may mean that the text was written anew (an explainer kept up to date,
 * a live report); what the page shows its readers then decides, and from the second bound on nothing shown is needed.
 */
const RENEWED_DAYS = 7;
const REWRITTEN_DAYS = 365;
const DAY_MS = 86_400_000;

/** The day the story was published, or rewritten, as `YYYY-MM-DD`; empty where the page does not say. */
export function pageDate(page: Document, ld: LinkedData, lang = ''): string {
  const meta = metaDates(page, lang);
  const published = isoDay(ld.published, lang) || meta.published || urlDate(location.pathname);
  const modified = isoDay(ld.modified, lang) || meta.modified;
  if (!published) return shownDate(page, lang) || modified || isoDay(ld.other, lang);
  const apart = modified ? daysBetween(published, modified) : 0;
  return apart > RENEWED_DAYS ? newer(published, modified, apart, shownDate(page, lang)) : published;
}

function newer(published: string, modified: string, apart: number, shown: string): string {
  if (!shown) return apart > REWRITTEN_DAYS ? modified : published;
  const isNear = (day: string): boolean => Math.abs(daysBetween(shown, day)) <= 1;
  if (isNear(published)) return published;
  return isNear(modified) || apart > REWRITTEN_DAYS ? modified : published;
}

/** Names of `meta` that give the publication, best first, and those of later changes. */
const PUBLISHED = [
  /publish(?!er)|pub-?_?date|publication|issued/,
  /original|release|sailthru\.date|^(?:dc\.|dcterms\.)?(?:date|created)|datecreated/,
];
const MODIFIED = /modif|updat|last|revis/;
const LONGEST_NAME = 60;

type MetaDates = { published: string; modified: string };

function metaDates(page: Document, lang: string): MetaDates {
  const { attribute } = dom();
  let modified = '';
  const published = PUBLISHED.map(() => '');
  for (const meta of dom().queryAll(page, 'meta[content]')) {
    const key = attribute(meta, 'property') ?? attribute(meta, 'name') ?? attribute(meta, 'itemprop');
    if (key === null || key.length > LONGEST_NAME) continue;
    const name = key.toLowerCase();
    const rank = PUBLISHED.findIndex((pattern) => pattern.test(name));
    if (MODIFIED.test(name)) modified ||= isoDay(attribute(meta, 'content') ?? '', lang);
    else if (rank >= 0) published[rank] ||= isoDay(attribute(meta, 'content') ?? '', lang);
  }
  return { published: published.find(Boolean) ?? '', modified };
}

/** `/2026/01/14/`, `/2026/jan/14/`, `-2026-01-14`, `/20260114`; empty for none. */
export function urlDate(path: string): string {
  const words = /\/((?:19|20)\d\d)\/([a-z]{3})\/(\d\d?)\//i.exec(path);
  if (words) return writtenDay(`${words[3]} ${words[2]} ${words[1]}`);
  const numbers =
    /[/_-]((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path) ??
    /\/((?:19|20)\d\d)(\/)(1[0-2]|[1-9])\/(3[01]|[12]\d|[1-9])\//.exec(path);
  return numbers ? isoDay(`${numbers[1]}-${numbers[3]?.padStart(2, '0')}-${numbers[4]?.padStart(2, '0')}`) : '';
}

/** Elements that show a date, by their make or their name, and parts of a page where they date something else. */
const DATED =
  '[itemprop~="datePublished"],time,.updated[title],.published[title],[class*="date" i],[class*="time" i],' +
  '[class*="publish" i],[class*="byline" i],[class*="by_line" i],[id*="date" i]';
const ELSEWHERE =
  'aside,footer,nav,[class*="comment" i],[class*="related" i],[class*="teaser" i],[class*="recommend" i],' +
  '[class*="sidebar" i],[class*="masthead" i],[class*="topbar" i],[class*="popular" i],[class*="latest" i],' +
  '[class*="read-next" i],[class*="more-from" i]';
const MAX_DATED = 400;
const LONGEST_DATED = 300;

/** The day that the page shows: the first one below the headline, else the last one above it. */
function shownDate(page: Document, lang: string): string {
  const headline = dom().queryAll(page, 'h1')[0] ?? null;
  let above = '';
  let seen = 0;
  for (const element of dom().queryAll(page, DATED)) {
    if (++seen > MAX_DATED) break;
    const day = isElsewhere(element, headline) ? '' : dayOf(element, lang);
    if (!day) continue;
    const isBelow = !headline || headline.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (isBelow) return day;
    above = day;
  }
  return above || (headline ? dayBelow(headline, lang) : '') || writtenDay(dom().titleOf(document), lang);
}

/** Whether the element stands in a part for other stories; a part that holds the headline is none. */
function isElsewhere(element: Element, headline: Element | null): boolean {
  const part = dom().closest(element, ELSEWHERE);
  return part !== null && part !== element && !part.contains(headline);
}

/** Texts below the headline that are looked at for a date without a name, and the longest of them. */
const MAX_BELOW = 40;
const LONGEST_LINE = 60;

function dayBelow(headline: Element, lang: string): string {
  const walker = dom().textWalker(document);
  walker.currentNode = headline;
  for (let seen = 0; seen < MAX_BELOW; seen++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    const text = node.data.trim();
    const day = text.length <= LONGEST_LINE ? writtenDay(text, lang) : '';
    if (day && !headline.contains(node)) return day;
  }
  return '';
}

function dayOf(element: Element, lang: string): string {
  const { attribute } = dom();
  for (const name of ['datetime', 'content', 'title']) {
    const day = isoDay(attribute(element, name) ?? '', lang);
    if (day) return day;
  }
  const text = element.textContent ?? '';
  return text.length < LONGEST_DATED ? writtenDay(text, lang) : '';
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
