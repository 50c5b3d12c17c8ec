import { dom } from './dom';
import type { LinkedData } from './linked-data';

/** A date this much later than the publication means that the text was written anew (an explainer kept up to date). */
const REWRITTEN_DAYS = 365;
const DAY_MS = 86_400_000;

/** What a page's date is taken from, best first; `modified` only corrects or replaces what is missing. */
const PUBLISHED =
  /publish|pubdate|issued|original|release|sailthru\.date|parsely-pub-date|^(?:dc\.|dcterms\.)?(?:date|created)$|datecreated/;
const MODIFIED = /modif|updat|last/;

/** The day the story was published, or rewritten, as `YYYY-MM-DD`; empty where the page does not say. */
export function pageDate(page: Document, ld: LinkedData): string {
  const meta = metaDates(page);
  const published = isoDay(ld.published) || meta.published;
  const modified = isoDay(ld.modified) || meta.modified;
  if (published && modified && daysBetween(published, modified) > REWRITTEN_DAYS) return modified;
  return published || timeElement(page) || urlDate(location.pathname) || shownDate(page) || modified;
}

function metaDates(page: Document): { published: string; modified: string } {
  const { attribute } = dom();
  const dates = { published: '', modified: '' };
  for (const meta of dom().queryAll(page, 'meta[content]')) {
    const key = attribute(meta, 'property') ?? attribute(meta, 'name') ?? attribute(meta, 'itemprop');
    if (key === null || key.length > 60) continue;
    const name = key.toLowerCase();
    const kind = MODIFIED.test(name) ? 'modified' : PUBLISHED.test(name) ? 'published' : null;
    if (kind && !dates[kind]) dates[kind] = isoDay(attribute(meta, 'content') ?? '');
  }
  return dates;
}

const MAX_TIMES = 20;

/** The first `<time>` or marked-up date that is no reader's comment or other story. */
function timeElement(page: Document): string {
  let seen = 0;
  for (const element of dom().queryAll(
    page,
    '[itemprop="datePublished"],time[datetime],.updated[title],.published[title]',
  )) {
    if (++seen > MAX_TIMES) break;
    if (dom().closest(element, 'aside,footer,nav,[class*="comment" i],[class*="related" i],[class*="teaser" i]'))
      continue;
    const { attribute } = dom();
    const day = isoDay(
      attribute(element, 'datetime') ?? attribute(element, 'content') ?? attribute(element, 'title') ?? '',
    );
    if (day) return day;
  }
  return '';
}

function urlDate(path: string): string {
  const match = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : '';
}

/** A date that is only shown: in a short text of a box that is named for it. */
function shownDate(page: Document): string {
  let seen = 0;
  const boxes =
    '[class*="date" i],[class*="time" i],[class*="publish" i],[class*="byline" i],[class*="by_line" i],[id*="date" i]';
  for (const element of dom().queryAll(page, boxes)) {
    if (++seen > MAX_TIMES) break;
    const text = element.textContent ?? '';
    const day = text.length < 300 ? writtenDay(text) : '';
    if (day) return day;
  }
  return '';
}

/** `YYYY-MM-DD` of a machine's or a person's way to write a date, by the writer's own clock; empty for neither. */
export function isoDay(value: string): string {
  const iso = /^\s*((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])/.exec(value);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const short = /^\s*(\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\s*$/.exec(value);
  if (short) return `20${short[1]}-${short[2]}-${short[3]}`;
  if (/^\s*1\d{12}\s*$/.test(value)) return new Date(Number(value)).toISOString().slice(0, 10);
  return writtenDay(value);
}

/** First letters of the months in the languages that news pages are written in. */
const MONTHS = [
  'jan|ene|gen|stycz|янв', 'feb|fév|fev|lut|фев', 'mar|mär|mrz|maa|märz|мар', 'apr|abr|avr|kwi|апр',
  'may|mai|mag|maj|mei|мая|май', 'jun|giu|juin|cze|июн', 'jul|lug|juil|lip|июл', 'aug|ago|aoû|aou|sie|авг',
  'sep|set|wrz|сен', 'oct|okt|ott|out|paź|окт', 'nov|lis|ноя', 'dec|dez|dic|déc|gru|дек',
]; // prettier-ignore

function writtenDay(text: string): string {
  const numbers = /((?:19|20)\d\d)\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})/.exec(text);
  if (numbers) return isoFrom(numbers[1], Number(numbers[2]), numbers[3]);
  const dayFirst =
    /(\d{1,2})\.?(?:st|nd|rd|th|º)?\s+(?:de\s+)?([^\s\d.,]{3,12})[.,]?\s+(?:de\s+)?((?:19|20)\d\d)/i.exec(text);
  if (dayFirst && monthOf(dayFirst[2])) return isoFrom(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /([^\s\d.,]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)/i.exec(text);
  if (monthFirst && monthOf(monthFirst[1])) return isoFrom(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const dots = /(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)/.exec(text);
  return dots ? isoFrom(dots[3], Number(dots[2]), dots[1]) : '';
}

/** 1 to 12, or 0 for no month's name. */
function monthOf(word = ''): number {
  const start = word.toLowerCase();
  return MONTHS.findIndex((starts) => starts.split('|').some((letters) => start.startsWith(letters))) + 1;
}

function isoFrom(year = '', month: number, date = ''): string {
  if (month < 1 || month > 12 || Number(date) < 1 || Number(date) > 31) return '';
  return `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
