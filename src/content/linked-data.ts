import { dom } from './dom';

/**
 * What the page's JSON-LD says of the article; empty strings where it says nothing. `other` is a date of something
 * that is no article: the page itself, a video.
 */
export type LinkedData = {
  type: string;
  published: string;
  modified: string;
  language: string;
  publisher: string;
  other: string;
};

/** Longest JSON-LD script that is read, in characters. */
const MAX_LENGTH = 400_000;
const MAX_DEPTH = 4;
const MAX_ITEMS = 50;
/** `NewsArticle`, `LiveBlogPosting`, `http://schema.org/Report`; not the many articles of a list. */
const ARTICLE_TYPE = /(?:Article|Posting|Report)$/;
/** Properties that an article may hang on. */
const INSIDE = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'about', 'subjectOf'];

/** Reads the page's JSON-LD up to its first article. */
export function readLinkedData(page: Document): LinkedData {
  const found: LinkedData = { type: '', published: '', modified: '', language: '', publisher: '', other: '' };
  for (const script of dom().queryAll(page, 'script[type*="ld+json" i]')) {
    const source = script.textContent ?? '';
    if (found.type || source.length > MAX_LENGTH || !source.includes('@type')) continue;
    try {
      visit(JSON.parse(source), found, 0);
    } catch {
      readBroken(source, found);
    }
  }
  return found;
}

function visit(value: unknown, found: LinkedData, depth: number): void {
  if (found.type || depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MAX_ITEMS)) visit(item, found, depth + 1);
    return;
  }
  const record = value as Record<string, unknown>;
  const types = [record['@type']].flat();
  const type = types.find((name) => typeof name === 'string' && ARTICLE_TYPE.test(name));
  if (typeof type === 'string') {
    found.type = type;
    found.published = textOf(record.datePublished) || textOf(record.dateCreated);
    found.modified = textOf(record.dateModified);
    found.language = languageOf(record.inLanguage);
    found.publisher = nameOf(record.publisher);
  } else {
    found.other ||= textOf(record.datePublished) || textOf(record.uploadDate);
  }
  for (const key of INSIDE) visit(record[key], found, depth + 1);
}

/** Line breaks inside strings, comments and missing commas are common in JSON-LD; its dates can still be read. */
function readBroken(source: string, found: LinkedData): void {
  const valueOf = (key: string): string =>
    new RegExp(`"${key}"\\s*:\\s*"([^"]{4,40})"`).exec(source.slice(0, MAX_LENGTH))?.[1] ?? '';
  if (!/"@type"\s*:\s*\[?\s*"[^"]*(?:Article|Posting|Report)"/.test(source)) return;
  found.type = 'Article';
  found.published = valueOf('datePublished') || valueOf('dateCreated');
  found.modified = valueOf('dateModified');
  found.language = valueOf('inLanguage');
}

function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : typeof first === 'number' ? String(first) : '';
}

/** A code, or an object with one. */
function languageOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return textOf(value);
  const { alternateName, name } = value as Record<string, unknown>;
  return textOf(alternateName) || textOf(name);
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null ? textOf((first as Record<string, unknown>).name) : '';
}
