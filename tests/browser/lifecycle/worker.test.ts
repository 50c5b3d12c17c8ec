import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openByPointer, untilCard } from '../content/card-on-page';
import { STORY, TAKAICHI } from '../content/stories';
import { killWorker, startExtension } from '../extension';
import type { Running } from '../extension';

const BLOCKS = [{ text: `${TAKAICHI} went home on Tuesday, and ${TAKAICHI} slept.`, role: 'paragraph' }];
const URL_OF_SITE = 'https://news.example/story';

/** Every message that the worker answers, with what its answer must hold. */
const MESSAGES: [string, object, unknown][] = [
  ['page-settings', {}, { dwellMs: expect.any(Number) }],
  ['annotate', { blocks: BLOCKS, facts: {}, known: [] }, { mentions: [{ surface: TAKAICHI }, { surface: TAKAICHI }] }],
  ['card', { entity: 'nara' }, { name: 'Nara' }],
  ['lines', { entities: ['nara'] }, { nara: expect.stringMatching(/\w/) }],
  ['count', { names: 3 }, null],
  ['mark-known', { entity: 'nara', known: true }, null],
  ['reject-link', { entity: 'nara', surface: 'Nara' }, null],
  ['choose-link', { entity: 'nara', surface: 'Nara' }, null],
  ['set-site', { url: URL_OF_SITE, enabled: false }, { siteEnabled: false, host: 'news.example' }],
  ['site-state', { url: URL_OF_SITE }, { siteEnabled: false, host: 'news.example' }],
  ['set-all', { enabled: true }, { allEnabled: true }],
  ['pause', { minutes: 0 }, { pausedUntil: 0 }],
  ['packs', {}, expect.arrayContaining([expect.objectContaining({ id: 'world', problem: '' })])],
  ['packs-changed', {}, expect.arrayContaining([expect.objectContaining({ id: 'world', problem: '' })])],
];

/** What a message may leave behind: everything that is stored. */
function stored(running: Running): Promise<unknown> {
  return running.control.evaluate('(globalThis.browser ?? chrome).storage.local.get()');
}

describe('a worker that is ended', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await startExtension();
    await killWorker(running);
    page = await running.openStory();
    await running.untilMarked(page);
  });
  afterAll(() => running.close());

  it.each(MESSAGES)('before, during and after "%s": it is answered, and counts once', async (name, payload, answer) => {
    const expected: unknown = answer === null ? null : typeof answer === 'object' && 'asymmetricMatch' in answer ? answer : expect.objectContaining(matching(answer));
    await killWorker(running);
    expect(await running.tell(name, payload)).toEqual(expected);
    const kept = await stored(running);
    // The one that is ended in the middle of it may lose its answer, but not its head: the same again is answered.
    const lost = running.tell(name, payload).catch(() => undefined);
    await killWorker(running);
    await lost;
    expect(await running.tell(name, payload)).toEqual(expected);
    await killWorker(running);
    expect(await stored(running)).toEqual(kept);
  }); // prettier-ignore

  it('while a page is opened: the page gets its names all the same', async () => {
    const opening = running.openStory(STORY);
    // The story asks for its names while it opens; the worker is ended again and again meanwhile.
    for (let i = 0; i < 5; i++) await killWorker(running);
    const next = await opening;
    await running.untilMarked(next);
    await next.close();
  });

  it('while a card is opened: the card opens all the same', async () => {
    const story = await running.openStory(STORY);
    await running.untilMarked(story);
    await killWorker(running);
    const opening = openByPointer(story, TAKAICHI);
    for (let i = 0; i < 5; i++) await killWorker(running);
    await opening;
    await story.keyboard.press('Escape');
    await untilCard(story, false);
    await story.close();
  });

  it('leaves the underlines that are there', async () => {
    const before = (await running.report(page))?.marks.length;
    await killWorker(running);
    expect((await running.report(page))?.marks.length).toBe(before);
  });
});

/** The answer's parts as matchers, so that it may hold more than is asked for. */
function matching(answer: unknown): Record<string, unknown> {
  const parts = Object.entries(answer as Record<string, unknown>);
  return Object.fromEntries(
    parts.map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((item) => expect.objectContaining(item as object) as unknown) : value,
    ]),
  );
}
