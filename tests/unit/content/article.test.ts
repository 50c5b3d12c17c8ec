// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findArticle } from '../../../src/content/article';
import { createBlock } from '../../../src/content/block';
import { fillLackingGetters } from './lacking-getters';

fillLackingGetters();

const LONG =
  'The council voted on Tuesday to rebuild the bridge over the river, which had been closed since the flood of last spring.';

/** A page of five paragraphs with something among them and something below. */
function page(among: string, below = ''): string {
  const paragraphs = Array.from({ length: 5 }, (_, i) => `<p>${i + 1}. ${LONG}</p>`);
  paragraphs.splice(2, 0, among);
  return `<article><h1>Bridge to be rebuilt</h1><div class="body">${paragraphs.join('')}${below}</div></article>`;
}

function textsOf(html: string): string[] {
  // The root of a site is read with more doubt.
  history.replaceState(null, '', '/story');
  document.title = 'Bridge to be rebuilt';
  document.body.replaceChildren(document.createRange().createContextualFragment(html));
  const work = findArticle(document.body);
  let step = work.next();
  while (!step.done) step = work.next();
  return (step.value?.parts ?? []).map(({ run, role }) => createBlock(run, role).text);
}

describe('the story’s text', () => {
  it('is read whole', () => {
    expect(textsOf(page(''))).toEqual(['Bridge to be rebuilt', ...[1, 2, 3, 4, 5].map((n) => `${n}. ${LONG}`)]);
  });

  it.each([
    ['a short sentence that is mostly a link', '<p><a href="/x">A new law is set to change</a> that.</p>', 'A new law is set to change that.'],
    ['a part of a page builder', `<div class="article-widget"><p>${LONG}</p></div>`, LONG],
    ['a part whose anchor is a sentence with a telling word', `<div id="what-the-sponsored-bill-would-mean-for-you"><p>Extra. ${LONG}</p></div>`, `Extra. ${LONG}`],
    ['the caption of an embedded picture', '<figure class="embed"><figcaption>The old bridge in the spring of 2025.</figcaption></figure>', 'The old bridge in the spring of 2025.'],
    ['an item of a list with links here and there', '<ul><li>The <a href="/b">bridge</a> opens in May.</li><li>The road follows in June.</li></ul>', 'The bridge opens in May.'],
  ])('has %s', (_, among, text) => {
    expect(textsOf(page(among))).toContain(text);
  }); // prettier-ignore

  it.each([
    ['a short last sentence', '<p>She was 86.</p>', 'She was 86.'],
    ['short last sentences', '<p>“Yes,” he said.</p><p>She was 86.</p>', '“Yes,” he said.'],
  ])('ends with %s', (_, below, text) => {
    expect(textsOf(page('', below))).toContain(text);
  });

  it.each([
    ['the consent form of an embedded player', '<div class="do-display-embed"><p>Here you find content of another site that adds to the story, once you agree.</p></div>', 'Here you find'],
    ['a list of offers, each with a link', '<ul><li>News on your phone? Here is <a href="/a">our app</a>.</li><li>Follow us on <a href="/b">our channel</a>.</li></ul>', 'News on'],
    ['a pointer to another story', '<p><a href="/x">Read more about the flood of last spring</a></p>', 'Read more'],
  ])('leaves out %s', (_, among, start) => {
    expect(textsOf(page(among)).some((text) => text.startsWith(start))).toBe(false);
  }); // prettier-ignore

  it('does not go on with what stands below in another box', () => {
    const texts = textsOf(`${page('')}<div class="next"><p>Read on.</p></div>`);
    expect(texts).not.toContain('Read on.');
  });
});
