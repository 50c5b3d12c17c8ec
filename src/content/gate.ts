import type { Core } from './core';
import { dom } from './dom';
import { metaContent } from './facts';
import type { Place } from './tree';

/** What speaks for and against a page being an article, as far as the search has found it. */
export type Evidence = {
  core: Core;
  paragraphs: number;
  total: number;
  container: Place;
  headline: Element | null;
};

/** Weighted characters that a story must have: with the page's own word for it, with some signs, without any. */
const DECLARED_PROSE = 150;
const LIKELY_PROSE = 400;
const BARE_PROSE = 900;
/** Share of teasers from which the core is a list of stories, not a story. */
const LIST_SHARE = 0.5;

/** Whether a page with this core is an article. Reads a handful of elements; asks nobody. */
export function isArticle({ core, paragraphs, container, headline }: Evidence): boolean {
  const declared = isDeclared();
  if (isDeclaredOther() && !declared) return false;
  if (core.teasers > core.weight * LIST_SHARE && paragraphs > 2) return declared && headline !== null;
  if (isFrontPage() && !declared) return false;
  if (declared) return core.weight >= DECLARED_PROSE;
  const signs = Number(headline !== null) + Number(isInArticle(container)) + Number(hasDate());
  return core.weight >= (signs > 1 ? LIKELY_PROSE : signs > 0 ? LIKELY_PROSE * 1.5 : BARE_PROSE) && paragraphs > 1;
}

/** The page says that it is an article. */
function isDeclared(): boolean {
  if (/^article|^news/i.test(metaContent(document, 'meta[property="og:type"]'))) return true;
  if (metaContent(document, 'meta[property="article:published_time"]')) return true;
  return dom().queryAll(document, '[itemtype*="Article"],[itemprop="articleBody"]').length > 0;
}

/** The page says that it is something else. */
function isDeclaredOther(): boolean {
  return /^(?:product|profile|video|music|books?\b|place|restaurant)/i.test(metaContent(document, 'meta[property="og:type"]'));
}

/** The root of a site or of one of its languages. */
function isFrontPage(): boolean {
  return /^\/?(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+|home\/?)?$/i.test(location.pathname);
}

function isInArticle(container: Place): boolean {
  for (let at: Place | null = container; at; at = at.parent) if (at.tag === 'article') return true;
  return dom().queryAll(container.element, 'article').length === 1;
}

function hasDate(): boolean {
  return dom().queryAll(document, 'time,[itemprop="datePublished"],meta[name="date"],meta[name="pubdate"]').length > 0;
}
