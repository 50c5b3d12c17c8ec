// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pageFacts } from '../../../src/content/facts';
import { fillLackingGetters } from './lacking-getters';

type Sample = { head?: string; body?: string; path?: string; lang?: string };

const STORY = '<h1>River opens</h1><p>The river was opened on 2 May 1999 in the presence of many people.</p>';

function dateOf({ head = '', body = STORY, path = '/story', lang = 'en' }: Sample): string | undefined {
  document.documentElement.lang = lang;
  fill(document.head, head);
  fill(document.body, body);
  history.replaceState(null, '', path);
  return pageFacts(document).date;
}

function fill(element: Element, html: string): void {
  element.replaceChildren(document.createRange().createContextualFragment(html));
}

function ld(value: unknown): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
}

fillLackingGetters();

describe('the date of a page', () => {
  it.each<[string, Sample, string | undefined]>([
    ['JSON-LD', { head: ld({ '@type': 'NewsArticle', datePublished: '2026-01-13T09:00:00+09:00' }) }, '2026-01-13'],
    [
      'a graph, after the page and its breadcrumbs',
      {
        head: ld({
          '@graph': [
            { '@type': 'WebPage', datePublished: '2020-01-01' },
            { '@type': 'BreadcrumbList' },
            { '@type': ['Article', 'NewsArticle'], datePublished: '2026-01-13' },
          ],
        }),
      },
      '2026-01-13',
    ],
    ['a live blog', { head: ld([{ '@type': 'http://schema.org/LiveBlogPosting', datePublished: '2026-01-13' }]) }, '2026-01-13'],
    ['milliseconds', { head: ld({ '@type': 'NewsArticle', datePublished: 1768305600000 }) }, '2026-01-13'],
    ['broken JSON-LD', { head: ld('{"@type": "NewsArticle", "headline": "a\nb", "datePublished": "2026-01-13",}') }, '2026-01-13'],
    [
      'the page, where it has no article',
      { head: ld({ '@graph': [{ '@type': 'WebPage', datePublished: '2026-01-13' }] }) },
      '2026-01-13',
    ],
    ['Open Graph', { head: '<meta property="article:published_time" content="2026-01-13T09:00Z">' }, '2026-01-13'],
    ['Parsely', { head: '<meta name="parsely-pub-date" content="2026-01-13T09:00Z">' }, '2026-01-13'],
    ['Sailthru', { head: '<meta name="sailthru.date" content="Tue, 13 Jan 2026 09:42:15 -0500">' }, '2026-01-13'],
    ['Dublin Core', { head: '<meta name="DC.date.issued" content="2026-01-13">' }, '2026-01-13'],
    [
      'publication before a bare date',
      { head: '<meta name="date" content="2026-02-20"><meta name="publication_date" content="2026-01-13">' },
      '2026-01-13',
    ],
    ['a publisher is no date', { head: '<meta property="article:publisher" content="13 May 2020">' }, undefined],
    ['the address', { path: '/world/2026/01/13/river' }, '2026-01-13'],
    ['the address in words', { path: '/world/2026/jan/13/river' }, '2026-01-13'],
    ['the address in one piece', { path: '/world/river-20260113.html' }, '2026-01-13'],
    ['a number is no address’s date', { path: '/world/320260113999/' }, undefined],
    ['microdata', { body: `${STORY}<span itemprop="datePublished" content="2026-01-13">Today</span>` }, '2026-01-13'],
    ['<time>', { body: `${STORY}<time datetime="2026-01-13T09:00">9 a.m.</time>` }, '2026-01-13'],
    ['the words of <time>', { body: `${STORY}<time>Jan. 13, 2026</time>`, lang: 'en' }, '2026-01-13'],
    ['a date in a named box', { body: `${STORY}<div class="article-date">13. März 2026</div>`, lang: 'de' }, '2026-03-13'],
    [
      'a line without a name below the headline',
      { body: '<h1>River opens</h1><div>Published on 13 January 2026</div><p>Text.</p>' },
      '2026-01-13',
    ],
    [
      'below the headline, not today’s date above it',
      { body: '<div class="date">20 February 2026</div><h1>River opens</h1><time>13 January 2026</time>' },
      '2026-01-13',
    ],
    [
      'not another story’s',
      { body: '<h1>River opens</h1><div class="related-box"><time>20 February 2026</time></div><time>13 January 2026</time>' },
      '2026-01-13',
    ],
    [
      'though a box around everything is named for its sidebar',
      { body: '<div class="with-sidebar"><h1>River opens</h1><time>13 January 2026</time></div>' },
      '2026-01-13',
    ],
    ['the page’s title', { head: '<title>River opens - Paper - 13.01.2026</title>' }, '2026-01-13'],
    ['no date at all', {}, undefined],
  ])('is read from %s', (_, sample, date) => {
    expect(dateOf(sample)).toBe(date);
  }); // prettier-ignore

  const times = (published: string, modified: string): string =>
    ld({ '@type': 'NewsArticle', datePublished: published, dateModified: modified });

  it.each<[string, Sample, string]>([
    ['a correction', { head: times('2026-01-13', '2026-01-16') }, '2026-01-13'],
    ['a text renewed after a year', { head: times('2024-01-13', '2026-01-16') }, '2026-01-16'],
    [
      'a live report that shows its last day',
      { head: times('2025-10-07', '2026-01-13'), body: `${STORY}<time datetime="2026-01-13">now</time>` },
      '2026-01-13',
    ],
    [
      'an old story that was moved to new software and shows its first day',
      { head: times('2019-04-24', '2024-07-04'), body: `${STORY}<div class="date">April 24, 2019</div>` },
      '2019-04-24',
    ],
  ])('of two dates, for %s', (_, sample, date) => {
    expect(dateOf(sample)).toBe(date);
  });
});

describe('the language of a page', () => {
  it.each([
    ['<html lang>', 'nb-NO', '', 'nb'],
    ['JSON-LD', '', ld({ '@type': 'NewsArticle', inLanguage: { '@type': 'Language', alternateName: 'uk' } }), 'uk'],
    ['Open Graph', '', '<meta property="og:locale" content="pt_BR">', 'pt'],
    ['a header', '', '<meta http-equiv="content-language" content="sr">', 'sr'],
  ])('is read from %s', (_, lang, head, expected) => {
    dateOf({ head, lang });
    expect(pageFacts(document).lang).toBe(expected);
  });
});
