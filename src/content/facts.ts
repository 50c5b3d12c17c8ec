import type { DocumentFacts } from '../core/link/types';
import { dom } from './dom';

/** Longest JSON-LD script that is read, in characters. */
const MAX_LD = 400_000;

/** What the page says of itself: language, publication date (`YYYY-MM-DD`) and outlet. */
export function pageFacts(page: Document, ld: LinkedData): DocumentFacts {
  const facts: DocumentFacts = {};
  const lang = pageLanguage(page, ld);
  const date = pageDate(page, ld);
  const outlet = pageOutlet(page, ld);
  if (lang) facts.lang = lang;
  if (date) facts.date = date;
  if (outlet) facts.outlet = outlet;
  return facts;
}

/** What the page's JSON-LD says of the article; empty strings where it says nothing. */
export type LinkedData = {
  type: string;
  published: string;
  language: string;
  publisher: string;
  body: string;
  headline: string;
};

export function readLinkedData(page: Document): LinkedData {
  const found: LinkedData = { type: '', published: '', language: '', publisher: '', body: '', headline: '' };
  for (const script of dom().queryAll(page, 'script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > MAX_LD || !text.includes('"')) continue;
    try {
      visit(JSON.parse(text), found, 0);
    } catch {
      // Broken JSON-LD is common; the page's other facts remain.
    }
  }
  return found;
}

const ARTICLE_TYPE = /(?:Article|NewsArticle|BlogPosting|Report|Posting)$/;

function visit(value: unknown, found: LinkedData, depth: number): void {
  if (depth > 4 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) visit(item, found, depth + 1);
    return;
  }
  const record = value as Record<string, unknown>;
  const type = [record['@type']].flat().find((name) => typeof name === 'string' && ARTICLE_TYPE.test(name));
  if (typeof type === 'string' && !found.type) {
    found.type = type;
    found.published = text(record.datePublished) || text(record.dateCreated) || text(record.dateModified);
    found.language = text(record.inLanguage);
    found.body = text(record.articleBody);
    found.headline = text(record.headline);
    found.publisher = nameOf(record.publisher);
  }
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement']) {
    if (!found.type) visit(record[key], found, depth + 1);
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null ? text((first as Record<string, unknown>).name) : '';
}

export function metaContent(page: Document, selector: string): string {
  const element = dom().queryAll(page, selector)[0];
  return (element && dom().attribute(element, 'content'))?.trim() ?? '';
}

const DATE_METAS =
  'meta[property="article:published_time"],meta[itemprop="datePublished"],meta[name="date"],meta[name="pubdate"],' +
  'meta[name="article:published_time"],meta[name="DC.date.issued"],meta[name="dc.date"],meta[name="parsely-pub-date"],' +
  'meta[name="sailthru.date"],meta[property="og:published_time"],meta[name="publish-date"],meta[name="last-modified"]';

function pageDate(page: Document, ld: LinkedData): string {
  const fromLd = isoDay(ld.published);
  if (fromLd) return fromLd;
  const fromMeta = isoDay(metaContent(page, DATE_METAS));
  if (fromMeta) return fromMeta;
  for (const time of dom().queryAll(page, 'time[datetime]')) {
    const day = isoDay(dom().attribute(time, 'datetime') ?? '');
    if (day) return day;
  }
  const url = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:\/|-|\b)/.exec(location.pathname);
  return url ? `${url[1]}-${url[2]}-${url[3]}` : '';
}

/** `YYYY-MM-DD` of an ISO or RFC 822 date, as the publisher's own clock reads; empty where it is neither. */
export function isoDay(value: string): string {
  const iso = /^\s*((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])/.exec(value);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  if (!/\b(?:19|20)\d\d\b/.test(value)) return '';
  const time = Date.parse(value);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

function pageLanguage(page: Document, ld: LinkedData): string {
  const root = dom().rootOf(page);
  const declared = (root && (dom().attribute(root, 'lang') ?? dom().attribute(root, 'xml:lang'))) || '';
  const other = ld.language || metaContent(page, 'meta[property="og:locale"],meta[http-equiv="content-language"]');
  return baseLanguage(declared) || baseLanguage(other);
}

function baseLanguage(tag: string): string {
  const match = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag);
  return match?.[1]?.toLowerCase() ?? '';
}

function pageOutlet(page: Document, ld: LinkedData): string {
  return (
    metaContent(page, 'meta[property="og:site_name"]') ||
    ld.publisher ||
    metaContent(page, 'meta[name="application-name"]') ||
    location.hostname.replace(/^www\./, '')
  );
}
