import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../scripts/serve';
import type { Served } from '../../../scripts/serve';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { LEE, STORY, TAKAICHI, hosts, marked, newsPage, paragraph, placeOf, untilTexts } from './stories';

const LARGE = 'width="700" height="500"';
const BARE = (frame: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reader</title></head><body>${frame}</body></html>`;

function attribute(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

describe('frames', () => {
  let running: Running;
  let other: Served;
  beforeAll(async () => {
    running = await startExtension();
    other = await serve({ '/story.html': STORY });
  });
  afterAll(async () => {
    await running.close();
    await other.close();
  });

  it.each([
    ['written into it', `<iframe ${LARGE} srcdoc="${attribute(STORY)}"></iframe>`],
    [
      'put into an empty one',
      `<iframe ${LARGE}></iframe><script>{ const page = document.querySelector('iframe').contentDocument; page.write(${JSON.stringify(STORY).replaceAll('</script', '<\\/script')}); page.close(); }</script>`,
    ],
  ])('a large frame with the story %s is read like a page', async (_, html) => {
    const page = await running.openStory(BARE(html));
    const frame = await childOf(page);
    expect(await untilTexts(frame, (texts) => texts.length > 1)).toEqual(expect.arrayContaining([TAKAICHI, LEE]));
    const status = await running.ask(page, 'status', {});
    expect(status?.names.map(({ name }) => name)).toContain(TAKAICHI);
    const outer = await page.evaluate(() => {
      const { left, top } = document.querySelector('iframe')!.getBoundingClientRect();
      return { left, top };
    });
    const { x, y } = await placeOf(frame, TAKAICHI);
    await page.mouse.move(outer.left + x - 4, outer.top + y);
    await page.mouse.move(outer.left + x, outer.top + y);
    await expect.poll(() => hosts(frame), { timeout: 5_000 }).toBe(1);
    await page.close();
  });

  it.each([
    ['of another site', () => `<iframe ${LARGE} src="${other.url}story.html"></iframe>`],
    ['in a sandbox', () => `<iframe ${LARGE} sandbox="allow-scripts" srcdoc="${attribute(STORY)}"></iframe>`],
    ['too small to read', () => `<iframe width="300" height="250" srcdoc="${attribute(STORY)}"></iframe>`],
  ])('a frame %s is left alone, and the page’s own story is read', async (_, frame) => {
    const page = await running.openStory(
      newsPage(paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others') + frame()),
    );
    await running.untilMarked(page);
    expect(await marked(page)).toContain(TAKAICHI);
    const inside = await childOf(page);
    expect(await marked(inside)).toEqual([]);
    await page.close();
  });

  it('a frame that leaves the page while it is read takes everything of ours along', async () => {
    const errors: string[] = [];
    const page = await running.openStory(BARE(`<iframe ${LARGE} srcdoc="${attribute(STORY)}"></iframe>`));
    page.on('pageerror', (error) => errors.push(String(error)));
    await untilTexts(await childOf(page), (texts) => texts.length > 0);
    await page.evaluate(() => document.querySelector('iframe')!.remove());
    await page.evaluate(
      (html: string) => document.body.append(document.createRange().createContextualFragment(html)),
      `<article><h1>Reader</h1>${paragraph('Xi Jinping').repeat(8)}</article>`,
    );
    expect(await untilTexts(page, (texts) => texts.length > 0)).toContain('Xi Jinping');
    expect(errors).toEqual([]);
    await page.close();
  });
});

async function childOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element!.contentFrame();
  return frame;
}
