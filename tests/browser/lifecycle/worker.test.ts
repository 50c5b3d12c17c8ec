import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, killWorker, startExtension } from '../extension';
import type { Running } from '../extension';

async function cardOf(running: Running, entity: string): Promise<unknown> {
  const card = await running.tell('card', { entity });
  return (card as { name?: string } | null)?.name;
}

// Firefox has no way to end its event page from outside but its own idle timer, set short here.
const shortIdle = { 'extensions.background.idle.timeout': 500 };

describe('a worker that is ended', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await startExtension(BROWSER === 'firefox' ? { firefoxPreferences: shortIdle } : {});
    page = await running.openStory();
    await running.untilMarked(page);
  });
  afterAll(() => running.close());

  it('answers the next message', async () => {
    await killWorker(running);
    expect(await cardOf(running, 'nara')).toBe('Nara');
  });

  it('between messages: each finds a worker', async () => {
    for (const entity of ['horyu-ji', 'nhk', 'unesco']) {
      expect(await cardOf(running, entity)).not.toBeNull();
      await killWorker(running);
    }
  });

  it('in the middle of a request: the page gets its names all the same', async () => {
    const opening = running.openStory();
    // The story asks for its names while it opens; the worker is ended again and again meanwhile.
    for (let i = 0; i < 5; i++) await killWorker(running);
    const next = await opening;
    await running.untilMarked(next);
    await next.close();
  });

  it('leaves the underlines that are there', async () => {
    const before = (await running.report(page))?.marks.length;
    await killWorker(running);
    expect((await running.report(page))?.marks.length).toBe(before);
  });
});
