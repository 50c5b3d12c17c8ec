import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORY, TAKAICHI, placeOf } from '../content/stories';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { openInnerPage } from '../inner-page';
import type { InnerPage } from '../inner-page';
import { PLAIN, axeProblems, cardScript, openCard } from './card-harness';

describe('with a few colours of the system only', () => {
  let running: Running;
  let inner: InnerPage;
  beforeAll(async () => {
    running = await startExtension();
    inner = await openInnerPage(running);
  });
  afterAll(() => running.close());

  async function force(page: Page): Promise<void> {
    await inner.forceColors(true, page);
    await page.bringToFront();
    await page.waitForFunction(() => matchMedia('(forced-colors: active)').matches, { polling: 50 });
  }

  it('names are underlined still', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    await force(page);
    const { x, y } = await placeOf(page, TAKAICHI);
    const look = (): Promise<string> =>
      page.screenshot({ encoding: 'base64', clip: { x: x - 40, y: y - 15, width: 80, height: 30 } });
    const underlined = await look();
    await running.tell('set-site', { url: page.url(), enabled: false });
    await running.untilMarked(page, 0);
    expect(await look()).not.toBe(underlined);
    await running.tell('set-site', { url: page.url(), enabled: true });
    await inner.forceColors(false, page);
    await page.close();
  });

  it('the card has an edge, and what is pressed differs from what is not', async () => {
    await running.tell('set-all', { enabled: false });
    const page = await running.openStory(PLAIN);
    await force(page);
    await page.evaluate(await cardScript());
    await openCard(page, { opener: 'keyboard' });
    const look = await page.evaluate(() => {
      const card = window.cardPage.card();
      const known = card.querySelector<HTMLElement>('[aria-pressed]')!;
      const before = getComputedStyle(known).backgroundColor;
      known.setAttribute('aria-pressed', 'true');
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(card);
      return {
        borderTopColor,
        borderTopWidth,
        backgroundColor,
        before,
        after: getComputedStyle(known).backgroundColor,
      };
    });
    expect(look.borderTopColor).not.toBe(look.backgroundColor);
    expect(look.borderTopWidth).toBe('1px');
    expect(look.after).not.toBe(look.before);
    const heading = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(window.cardPage.card().querySelector('#name')!);
      return { outlineStyle, outlineWidth };
    });
    expect(heading).toEqual({ outlineStyle: 'solid', outlineWidth: '2px' });
    await inner.forceColors(false, page);
    await running.tell('set-all', { enabled: true });
    await page.close();
  });

  it.each([
    ['popup.html', '.shortcuts'],
    ['options.html', '.packs'],
  ])('a switch of %s shows whether it is on', async (file, ready) => {
    const page = await running.openExtensionPage(file);
    await force(page);
    await page.waitForFunction(
      (selector: string) => document.querySelector(selector)?.textContent,
      { polling: 50 },
      ready,
    );
    expect(await axeProblems(page)).toEqual([]);
    const one = (await page.$('[role=switch]:not([hidden])'))!;
    const before = await one.screenshot({ encoding: 'base64' });
    await one.evaluate((element) =>
      element.setAttribute('aria-checked', String(element.getAttribute('aria-checked') !== 'true')),
    );
    // A switch may slide into its new place.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
    );
    expect(await one.screenshot({ encoding: 'base64' })).not.toBe(before);
    await inner.forceColors(false, page);
    await page.close();
  });
});
