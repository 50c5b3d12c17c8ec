import { dom } from './dom';

/** What the page's JSON-LD says of the article; empty strings where it says nothing. */
export type LinkedData = { type: string; published: string; modified: string; language: string; publisher: string };

/** Longest JSON-LD script that is read, in characters. */
const MAX_LENGTH = 400_000;
const MAX_DEPTH = 4;
const MAX_ITEMS = 50;
const ARTICLE_TYPE = /(?:Article|Posting|Report)$/;

/** Reads the page's JSON-LD up to its first article. */
export function readLinkedData(page: Document): LinkedData {
  const found: LinkedData = { type: '', published: '', modified: '', language: '', publisher: '' };
  for (const script of dom().queryAll(page, 'script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (found.type || source.length > MAX_LENGTH || !source.includes('@type')) continue;
    try {
      visit(JSON.parse(source), found, 0);
    } catch {
      // Broken JSON-LD is common; the page's other facts remain.
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
  const type = [record['@type']].flat().find((name) => typeof name === 'string' && ARTICLE_TYPE.test(name));
  if (typeof type === 'string') {
    found.type = type;
    found.published = textOf(record.datePublished) || textOf(record.dateCreated);
    found.modified = textOf(record.dateModified);
    found.language = textOf(record.inLanguage);
    found.publisher = nameOf(record.publisher);
  }
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) visit(record[key], found, depth + 1);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null ? textOf((first as Record<string, unknown>).name) : '';
}
