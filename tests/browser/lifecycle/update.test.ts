import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOnce } from '../../../scripts/ask-page';
import { cardIsOpen, pointsOfCard, untilCard } from '../content/card-on-page';
import { STORY, TAKAICHI, hosts, marked, placeOf, untilTexts } from '../content/stories';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { openInnerPage, update } from '../inner-page';
import type { InnerPage } from '../inner-page';

const TABS = 20;

/** Opens the card of the first name, as the popup's list does; any page of the extension can ask for it. */
async function openCardIn(control: Page, page: Page): Promise<void> {
  const status = await askOnce(control, page.url(), 'status', {});
  await askOnce(control, page.url(), 'jump', { entity: status?.names[0]?.entity ?? '' });
  await untilCard(page, true);
}

/** Waits until a script of the extension as it now runs answers in the page and has read it. */
async function untilServed(control: Page, page: Page): Promise<void> {
  await expect
    .poll(async () => (await askOnce(control, page.url(), 'report', {}))?.marks.some(({ underlined }) => underlined), {
      timeout: 20_000,
    })
    .toBe(true);
}

describe('tabs that are open', () => {
  let running: Running;
  let inner: InnerPage;
  beforeAll(async () => {
    running = await startExtension();
    inner = await openInnerPage(running);
  });
  afterAll(() => running.close());

  it(`an update with ${TABS} of them leaves one set of underlines and one card in each`, async () => {
    const pages: Page[] = [];
    for (let i = 0; i < TABS; i++) pages.push(await running.openStory(STORY));
    let texts: string[] = [];
    for (const page of pages) {
      await page.bringToFront();
      await running.untilMarked(page);
      texts = await marked(page);
    }
    // A card that is open while its extension goes away is the hardest thing to be rid of.
    for (const page of pages.slice(-3)) await openCardIn(running.control, page);
    await update(running);
    const control = await running.openExtensionPage('popup.html');
    for (const page of pages) {
      await page.bringToFront();
      await untilServed(control, page);
      expect(await marked(page)).toEqual(texts);
      await untilCard(page, false);
      await openCardIn(control, page);
      expect(await hosts(page)).toBe(1);
      await page.close();
    }
    await control.close();
  });

  it('being switched off takes underlines and card away, being switched on brings the underlines back', async () => {
    const control = await running.openExtensionPage('popup.html');
    const page = await running.openStory(STORY);
    await untilServed(control, page);
    const place = await placeOf(page, TAKAICHI);
    const look = (): Promise<string> =>
      page.screenshot({
        encoding: 'base64',
        clip: { x: place.x - 40, y: place.y - 15, width: 80, height: 30 },
      });
    const underlined = await look();
    await openCardIn(control, page);
    await inner.setEnabled(false);
    await page.bringToFront();
    await expect.poll(look, { timeout: 10_000 }).not.toBe(underlined);
    // In Firefox nothing of ours runs any more; what is left of the card is an empty element that shows nothing.
    await expect.poll(async () => (await pointsOfCard(page)).length, { timeout: 10_000 }).toBe(0);
    await inner.setEnabled(true);
    const again = await running.openExtensionPage('popup.html');
    await page.bringToFront();
    await untilServed(again, page);
    await expect.poll(look, { timeout: 10_000 }).toBe(underlined);
    await again.close();
    await page.close();
  });

  it('a script that is put in twice is there once', async () => {
    const control = await running.openExtensionPage('popup.html');
    const page = await running.openStory(STORY);
    await untilServed(control, page);
    const before = await marked(page);
    await control.evaluate(
      `(async (url) => {
        const api = globalThis.browser ?? chrome;
        const [tab] = (await api.tabs.query({})).filter((one) => one.url === url);
        const run = () => api.scripting.executeScript({ target: { tabId: tab.id }, files: ['page.js'] });
        await Promise.all([run(), run()]);
      })(${JSON.stringify(page.url())})`,
    );
    await untilServed(control, page);
    expect(await untilTexts(page, (texts) => texts.length > 0)).toEqual(before);
    await openCardIn(control, page);
    expect(await hosts(page)).toBe(1);
    await page.keyboard.press('Escape');
    expect(await cardIsOpen(page)).toBe(false);
    await page.close();
    await control.close();
  });
});
