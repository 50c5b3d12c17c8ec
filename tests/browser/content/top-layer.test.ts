import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { CARD_HOST, cardIsOpen, openByPointer, pointAt, pointsOfCard, untilCard } from './card-on-page';
import { LEE, TAKAICHI, newsPage, paragraph, placeOf } from './stories';

const BODY = paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others');

/** Presses Escape and expects that the card, not something below it, took it. */
async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await untilCard(page, false);
}

/** Whether the card can be reached: it is on top somewhere beside the name, and not over it. */
async function expectReachable(page: Page, text: string): Promise<void> {
  const name = await placeOf(page, text);
  const points = await pointsOfCard(page);
  expect(points.length).toBeGreaterThan(200);
  const near = points.filter(({ x, y }) => Math.abs(x - name.x) < 200 && Math.abs(y - name.y) < 80);
  expect(near.length).toBeGreaterThan(10);
  expect(points.filter(({ x, y }) => Math.abs(x - name.x) < 10 && Math.abs(y - name.y) < 6)).toEqual([]);
}

describe('above whatever the page puts on top', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it.each([
    ['boxes of the highest z-index', 'header{position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#fff8}', ''],
    ['a page that is transformed', 'html{transform:scale(.9) translateX(30px);transform-origin:0 0}', ''],
    ['a page in perspective, filtered and contained', 'body{filter:saturate(.9);perspective:500px;contain:layout}', ''],
    ['a page that is zoomed by its own style', 'html{zoom:1.5}', ''],
    ['a body that is zoomed by its own style', 'body{zoom:.8}', ''],
    ['vertical text', 'article{writing-mode:vertical-rl;block-size:700px}', ''],
    ['text from right to left', '', 'dir="rtl"'],
  ])('%s: the card stands beside its name and can be reached', async (_, style, root) => {
    const html = newsPage(BODY, { head: `<style>${style}</style>` }).replace('<html', `<html ${root}`);
    const page = await running.openStory(html);
    await running.untilMarked(page);
    await openByPointer(page, TAKAICHI);
    await expectReachable(page, TAKAICHI);
    await escape(page);
    await page.close();
  }); // prettier-ignore

  it('a modal dialog: what lies under it opens no card, and a card that was open gives way', async () => {
    const page = await running.openStory(newsPage(`${BODY}<dialog style="inset:auto 0 0 auto">Cookies?</dialog>`));
    await running.untilMarked(page);
    await openByPointer(page, TAKAICHI);
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await untilCard(page, false);
    await page.mouse.move(5, 5);
    await pointAt(page, LEE);
    // Longer than any dwell; nothing is to happen in it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    expect(await cardIsOpen(page)).toBe(false);
    await page.keyboard.press('Escape');
    expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(false);
    await page.mouse.move(5, 5);
    await openByPointer(page, LEE);
    await page.close();
  });

  it('a story in full screen has its card inside', async () => {
    const page = await running.openStory(
      newsPage(BODY, {
        head: '<style>article{background:#fff}</style>',
        script: `addEventListener('click', () => document.querySelector('article').requestFullscreen());
          addEventListener('fullscreenchange', () => (window.changes = (window.changes ?? 0) + 1));`,
      }),
    );
    await running.untilMarked(page);
    await page.click('h1');
    await page.waitForFunction(() => (window as unknown as { changes?: number }).changes === 1, { polling: 50 });
    await page.mouse.move(5, 5);
    await openByPointer(page, TAKAICHI);
    expect(
      await page.evaluate((host: string) => document.querySelector(host)?.parentElement?.localName, CARD_HOST),
    ).toBe('article');
    await expectReachable(page, TAKAICHI);
    await page.evaluate(() => document.exitFullscreen());
    await untilCard(page, false);
    await page.mouse.move(5, 5);
    await openByPointer(page, LEE);
    await page.close();
  });

  it('a video in full screen has no card above it', async () => {
    const page = await running.openStory(
      newsPage(`${BODY}<video width="200" height="100"></video>`, {
        script: `addEventListener('click', () => document.querySelector('video').requestFullscreen());`,
      }),
    );
    await running.untilMarked(page);
    await page.click('h1');
    await page.waitForFunction(() => document.fullscreenElement !== null, { polling: 50 });
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.fullscreenElement === null, { polling: 50 });
    await page.mouse.move(5, 5);
    await openByPointer(page, TAKAICHI);
    await page.evaluate(() => document.querySelector('video')!.requestFullscreen()).catch(() => undefined);
    await page.waitForFunction(() => document.fullscreenElement !== null, { polling: 50 });
    await untilCard(page, false);
    await page.close();
  });

  it('a popover with the story in it: the card lies above, and the popover stays until the reader turns away', async () => {
    const page = await running.openStory(
      newsPage('').replace('<article>', '<article id="reader" popover style="width:80vw">').replace('</article>', `${BODY}</article>`),
    );
    await page.evaluate(() => document.querySelector<HTMLElement>('#reader')!.showPopover());
    await running.untilMarked(page);
    await openByPointer(page, TAKAICHI);
    await expectReachable(page, TAKAICHI);
    expect(await page.$eval('#reader', (one) => one.matches(':popover-open'))).toBe(true);
    await escape(page);
    expect(await page.$eval('#reader', (one) => one.matches(':popover-open'))).toBe(true);
    await page.close();
  }); // prettier-ignore
});
