import type { DocumentFacts } from '../core/link/types';
import { dom } from './dom';
import { readLinkedData, type LinkedData } from './linked-data';
import { pageDate } from './page-date';

const MAX_OUTLET = 200;

/** What the page says of itself: language, publication date (`YYYY-MM-DD`) and outlet. */
export function pageFacts(page: Document): DocumentFacts {
  const ld = readLinkedData(page);
  const facts: DocumentFacts = {};
  const lang = pageLanguage(page, ld);
  const date = pageDate(page, ld, lang);
  const outlet = pageOutlet(page, ld);
  if (lang) facts.lang = lang;
  if (date) facts.date = date;
  if (outlet) facts.outlet = outlet.slice(0, MAX_OUTLET);
  return facts;
}

function metaContent(page: Document, selector: string): string {
  const element = dom().queryAll(page, selector)[0];
  return (element && dom().attribute(element, 'content'))?.trim() ?? '';
}

function pageLanguage(page: Document, ld: LinkedData): string {
  const root = dom().rootOf(page);
  const declared = (root && (dom().attribute(root, 'lang') ?? dom().attribute(root, 'xml:lang'))) || '';
  const other = ld.language || metaContent(page, 'meta[property="og:locale"],meta[http-equiv="content-language" i]');
  return baseLanguage(declared) || baseLanguage(other);
}

function baseLanguage(tag: string): string {
  return /^\s*([a-z]{2})(?:[-_]|\s*$)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
}

function pageOutlet(page: Document, ld: LinkedData): string {
  return (
    metaContent(page, 'meta[property="og:site_name"]') ||
    ld.publisher ||
    metaContent(page, 'meta[name="application-name"]') ||
    location.hostname.replace(/^www\./, '')
  );
}
