import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, startExtension } from '../extension';
import type { Running } from '../extension';
import { LEE, STORY, TAKAICHI, marked, newsPage, paragraph, untilTexts } from './stories';

const NAMES = [TAKAICHI, LEE, 'Xi Jinping', 'Vladimir Putin'];

describe('a page that lives long', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('keeps nothing of the stories that went', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    await navigate(page, 8);
    const before = await alive(page);
    await navigate(page, 24);
    const after = await alive(page);
    expect((await marked(page)).length).toBeLessThan(4);
    // One story has about fifty nodes; two dozen of them have gone by.
    expect(after.nodes - before.nodes).toBeLessThan(200);
    expect(after.megabytes - before.megabytes).toBeLessThan(1.5);
    await page.close();
  });

  it('reads nothing while another tab is in front, and what came meanwhile when it is shown again', async () => {
    const page = await running.openStory(newsPage(paragraph(TAKAICHI) + paragraph('others').repeat(3)));
    await running.untilMarked(page);
    const front = await running.openStory(STORY);
    await running.untilMarked(front);
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    await append(page, paragraph(LEE));
    // Many times what a page in front is given.
    await front.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
    expect(await marked(page)).not.toContain(LEE);
    await page.bringToFront();
    expect(await untilTexts(page, (texts) => texts.includes(LEE))).toContain(TAKAICHI);
    await front.close();
    await page.close();
  });
});

/** Shows one story after another in place, as a single-page site does, each once the one before is underlined. */
async function navigate(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const name = NAMES.at(i % NAMES.length) ?? TAKAICHI;
    await page.evaluate(
      (html: string, address: string) => {
        document.querySelector('article')!.replaceChildren(document.createRange().createContextualFragment(html));
        history.pushState(null, '', address);
      },
      `<h1>Story ${i}</h1>${paragraph(name)}${paragraph('others').repeat(20)}`,
      `/story-${i}`,
    );
    await untilTexts(page, (texts) => texts.length > 0 && texts.every((text) => text === name));
  }
}

async function append(page: Page, html: string): Promise<void> {
  await page.evaluate(
    (text: string) => document.querySelector('article')!.append(document.createRange().createContextualFragment(text)),
    html,
  );
}

/** DOM nodes and script memory of the tab after a collection; Firefox tells neither. */
async function alive(page: Page): Promise<{ nodes: number; megabytes: number }> {
  if (BROWSER === 'firefox') return { nodes: 0, megabytes: 0 };
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const { Nodes = 0, JSHeapUsedSize = 0 } = await page.metrics();
  return { nodes: Nodes, megabytes: JSHeapUsedSize / 1e6 };
}
