import type { Core } from './core';
import { dom } from './dom';
import type { Place } from './tree';

/** What speaks for and against a page being an article, as far as the search has found it. */
export type Evidence = {
  core: Core;
  /** Element of the core's blocks. */
  tag: string;
  paragraphs: number;
  container: Place;
  headline: Element | null;
};

/** Weighted characters that a story must have: with the page's own word for it, with some signs, without any. */
const DECLARED_PROSE = 150;
const LIKELY_PROSE = 400;
const BARE_PROSE = 900;
/** Share of teasers from which the core is a list of stories, not a story. */
const LIST_SHARE = 0.5;

/** Elements that stories are seldom written in, and what their blocks must weigh on average to be one. */
const FORM_TAGS = new Set(['td', 'th', 'li', 'label', 'legend', 'dd', 'dt']);
const LONG_CELL = 250;
/** Average weight below which paragraphs are labels and hints. */
const SHORT_PARAGRAPH = 100;
/** The same at the root of a site, where teasers stand. */
const FRONT_PARAGRAPH = 140;

/** Whether a page with this core is an article. Reads a handful of elements; asks nobody. */
export function isArticle({ core, tag, paragraphs, container, headline }: Evidence): boolean {
  const type = declaredType();
  const declared = type.startsWith('article') || type.startsWith('news') || isMarkedUp(container);
  if (!declared && OTHER_TYPES.test(type)) return false;
  if (core.teasers > core.weight * LIST_SHARE && paragraphs > 2) return declared && headline !== null;
  if (!declared && isFrontPage() && (!headline || core.weight < paragraphs * FRONT_PARAGRAPH)) return false;
  if (declared) return core.weight >= DECLARED_PROSE;
  if (FORM_TAGS.has(tag) && core.weight < paragraphs * LONG_CELL) return false;
  const signs = Number(headline !== null) + Number(hasAbove(container, 'article')) + Number(hasDate());
  if (signs < 2 && core.weight < paragraphs * SHORT_PARAGRAPH) return false;
  const least = [BARE_PROSE, LIKELY_PROSE * 1.5, LIKELY_PROSE][Math.min(signs, 2)]!;
  return core.weight >= least && (paragraphs > 1 || core.weight > BARE_PROSE);
}

/** What the page says it is, by its metadata; one query over the head, which holds it on every page that has it. */
function declaredType(): string {
  const head = dom().headOf(document);
  if (!head) return '';
  for (const meta of dom().queryAll(head, 'meta[property="og:type"],meta[property="article:published_time"]')) {
    if (dom().attribute(meta, 'property') === 'article:published_time') return 'article';
    const type = dom().attribute(meta, 'content')?.trim().toLowerCase();
    if (type && type !== 'website') return type;
  }
  return '';
}

const OTHER_TYPES = /^(?:product|profile|video|music|books?\b|place|restaurant)/;

/** Whether the container or a box around it is marked up as an article's. */
function isMarkedUp(container: Place): boolean {
  for (let at: Place | null = container; at; at = at.parent) {
    const itemtype = dom().attribute(at.element, 'itemtype');
    if (itemtype?.includes('Article') || dom().attribute(at.element, 'itemprop') === 'articleBody') return true;
  }
  return false;
}

/** The root of a site or of one of its languages. */
function isFrontPage(): boolean {
  return /^\/?(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+|home\/?)?$/i.test(location.pathname);
}

function hasAbove(place: Place, tag: string): boolean {
  for (let at: Place | null = place; at; at = at.parent) if (at.tag === tag) return true;
  return false;
}

function hasDate(): boolean {
  return dom().queryFirst(document, 'time,[itemprop="datePublished"],meta[name="date"],meta[name="pubdate"]') !== null;
}
