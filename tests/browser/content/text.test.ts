import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { LEE, TAKAICHI, hosts, marked, newsPage, paragraph, placeOf, untilTexts } from './stories';

const REST = paragraph('a third person') + paragraph('others') + paragraph('everyone');

/** A paragraph that says something of a name at such length that it is prose. */
function says(name: string, tag = 'p', attributes = ''): string {
  return `<${tag} ${attributes}>In the afternoon ${name} spoke for more than an hour, and the people who had come to listen asked many a question about the work to come.</${tag}>`;
}

describe('text as pages write it', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it.each([
    ['a line break', says('Sanae<br>Takaichi'), 'SanaeTakaichi'],
    ['a line break in the source', says('Sanae\n      Takaichi'), 'Sanae\n      Takaichi'],
    ['inline elements, each with a part', says('<b>Sa</b><i>nae</i> <a href="#a"><span>Taka</span>ichi</a>'), TAKAICHI],
    ['zero-width characters', says('Sa\u200bnae \u2060Taka\u200bichi'), 'Sa\u200bnae \u2060Taka\u200bichi'],
    ['a ligature', says('Xi Jinping of the Trans-Paci\ufb01c Partnership'), 'Trans-Paci\ufb01c Partnership'],
    ['a comment between', says('Sanae<!-- who --> Takaichi'), TAKAICHI],
  ])('a name with %s in it is one name', async (_, text, wanted) => {
    const page = await running.openStory(newsPage(text + REST));
    expect(await untilTexts(page, (texts) => texts.includes(wanted))).toContain(wanted);
    await page.close();
  });

  it.each([
    ['in two paragraphs', `${says('someone called Sanae', 'p')}${says('Takaichi or another', 'p')}`],
    ['in two list items', `<ul>${says('Sanae', 'li')}${says('Takaichi', 'li')}</ul>`],
    ['around a box', says('Sanae<div>A box in between, which ends the sentence before it.</div>Takaichi', 'div')],
  ])('names are never put together %s', async (_, text) => {
    const page = await running.openStory(newsPage(says('Xi Jinping') + text + REST));
    const texts = await untilTexts(page, (found) => found.includes('Xi Jinping'));
    expect(texts.filter((found) => /Sanae\s*(?:\S+\s+)*Takaichi/.test(found))).toEqual([]);
    await page.close();
  });

  it('text for screen readers only is passed over in favour of what is seen', async () => {
    const clipped = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
    const page = await running.openStory(
      newsPage(`${says(TAKAICHI, 'p', `style="${clipped}"`)}${says(TAKAICHI)}${REST}`),
    );
    await untilTexts(page, (texts) => texts.includes(TAKAICHI));
    expect((await placeOf(page, TAKAICHI)).x).toBeGreaterThan(20);
    await page.close();
  });

  it('text that is laid out only when it comes into view can be pointed at there', async () => {
    const late = `<section style="content-visibility:auto;contain-intrinsic-size:auto 300px">${says(TAKAICHI)}</section>`;
    const page = await running.openStory(
      newsPage(`${REST}<div style="height:4000px"></div>${late}${paragraph('the last')}`),
    );
    await untilTexts(page, (texts) => texts.includes(TAKAICHI));
    await page.evaluate(() => document.querySelector('section')!.scrollIntoView({ block: 'center' }));
    await rested(page);
    await pointAt(page, TAKAICHI);
    await expect.poll(() => hosts(page)).toBe(1);
    await page.close();
  });

  it.each([
    ['from right to left', 'direction:rtl'],
    ['from right to left by characters', 'direction:rtl;unicode-bidi:bidi-override'],
    ['in columns from the right', 'writing-mode:vertical-rl;height:600px'],
    ['in columns from the left', 'writing-mode:vertical-lr;height:600px;text-orientation:upright'],
    ['turned and scaled', 'transform:rotate(4deg) scale(1.2);transform-origin:0 0'],
  ])('text that runs %s can be pointed at', async (_, style) => {
    const page = await running.openStory(newsPage(`<div style="${style}">${says(LEE)}${REST}</div>`));
    await untilTexts(page, (texts) => texts.includes(LEE));
    await pointAt(page, LEE);
    await expect.poll(() => hosts(page)).toBe(1);
    expect(await marked(page)).toContain(LEE);
    await page.close();
  });

  it('the margin beside a name opens nothing', async () => {
    const page = await running.openStory(newsPage(`<p>${LEE}</p>${says(LEE)}${REST}`));
    await untilTexts(page, (texts) => texts.includes(LEE));
    const { y } = await placeOf(page, LEE);
    const right = await page.evaluate(() => innerWidth - 3);
    await page.mouse.move(right - 4, y);
    await page.mouse.move(right, y);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    expect(await hosts(page)).toBe(0);
    await page.close();
  });
});

/** After a scroll the pointer counts as resting only when the page has come to rest. */
async function rested(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
}

async function pointAt(page: Page, text: string): Promise<void> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.move(x - 3, y - 3);
  await page.mouse.move(x, y);
}
