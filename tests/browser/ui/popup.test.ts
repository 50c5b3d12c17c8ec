import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilCard } from '../content/card-on-page';
import { STORY, TAKAICHI, newsPage, untilTexts } from '../content/stories';
import { BROWSER, startExtension } from '../extension';
import type { Running } from '../extension';
import { axeProblems } from './card-harness';

/** The popup over a tab; as a page of its own it is told which tab it is for. */
async function openPopup(running: Running, over: Page): Promise<Page> {
  const tab: unknown = await running.control.evaluate(
    `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.find(({ url }) => url === ${JSON.stringify(over.url())})?.id)`,
  );
  const popup = await running.openExtensionPage(`popup.html?tab=${String(tab)}`);
  await popup.setViewport({ width: 380, height: 600 });
  await popup.waitForFunction(() => document.querySelector('.shortcuts'), { polling: 50 });
  return popup;
}

/** Waits until the popup's sentence is this one. */
async function untilSays(popup: Page, sentence: string): Promise<void> {
  await popup.waitForFunction(
    (wanted: string) => document.querySelector('.sentence')?.textContent?.includes(wanted),
    { polling: 50 },
    sentence,
  );
}

/** Presses the button that can be seen and has this text. */
async function press(popup: Page, text: string): Promise<void> {
  const button = await popup.evaluateHandle(
    (wanted: string) =>
      [...document.querySelectorAll('button')].find(
        (one) => one.checkVisibility() && one.textContent?.includes(wanted),
      ) ?? null,
    text,
  );
  const element = button.asElement() as Awaited<ReturnType<Page['$']>>;
  if (!element) throw new Error(`The popup has no button "${text}".`);
  await element.click();
}

describe('the popup over a story', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('tells how many names there are, lists them, and leads to one', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const names = (await running.ask(page, 'status', {}))?.names ?? [];
    const popup = await openPopup(running, page);
    await untilSays(popup, `${names.length} names explained here`);
    const rows = await popup.$$eval('.story li', (items) => items.map((item) => item.textContent ?? ''));
    expect(rows).toHaveLength(names.length);
    for (const [i, { name, line }] of names.entries()) {
      expect(rows[i]).toContain(name);
      expect(rows[i]).toContain(line);
    }
    expect(await axeProblems(popup)).toEqual([]);
    // As a popup it closes by itself then; a page of its own that was opened by a driver may not.
    await press(popup, names.find(({ name }) => name.includes(TAKAICHI))?.name ?? '');
    await untilCard(page, true);
    if (!popup.isClosed()) await popup.close();
    await page.close();
  });

  it('switches this site off and on, and this page, without a reload', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const popup = await openPopup(running, page);
    await untilSays(popup, 'explained here');
    await press(popup, 'On this site');
    await untilSays(popup, 'Sidelight is off on 127.0.0.1.');
    await page.bringToFront();
    await untilTexts(page, (texts) => texts.length === 0);
    await popup.bringToFront();
    await press(popup, 'On this site');
    await page.bringToFront();
    await untilTexts(page, (texts) => texts.length > 0);
    await popup.bringToFront();
    await untilSays(popup, 'explained here');
    await press(popup, 'Not on this page');
    await page.bringToFront();
    await untilTexts(page, (texts) => texts.length === 0);
    await popup.bringToFront();
    await press(popup, 'Explain names on this page');
    await page.bringToFront();
    await untilTexts(page, (texts) => texts.length > 0);
    await popup.close();
    await page.close();
  });

  it('pauses for an hour, says until when, and resumes', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const popup = await openPopup(running, page);
    await untilSays(popup, 'explained here');
    await press(popup, 'Pause for an hour');
    await untilSays(popup, 'Paused on every site until');
    await page.bringToFront();
    await untilTexts(page, (texts) => texts.length === 0);
    await popup.bringToFront();
    await press(popup, 'Resume now');
    // A page is read when it is seen; a real popup leaves it in sight.
    await page.bringToFront();
    await untilTexts(page, (texts) => texts.length > 0);
    await popup.bringToFront();
    await untilSays(popup, 'explained here');
    await popup.close();
    await page.close();
  });

  it.each([
    ['a page that is no story', newsPage('<p>Welcome.</p>'), 'does not look like a news story'],
    ['a story without a name', newsPage('<p>The two sides spoke for more than an hour, and everyone went home late in the evening, tired and hungry, and glad of it.</p>'.repeat(8), { title: 'A long evening' }), 'No name that Sidelight knows'],
  ])('over %s it says so', async (_, html, sentence) => {
    const page = await running.openStory(html);
    const popup = await openPopup(running, page);
    await page.bringToFront();
    await expect.poll(async () => (await running.ask(page, 'status', {}))?.reason ?? '').toMatch(/not-an-article|no-names/);
    await popup.bringToFront();
    await untilSays(popup, sentence);
    await popup.close();
    await page.close();
  }); // prettier-ignore

  // Only Chromium lets a driver press the button in the toolbar.
  if (BROWSER !== 'chromium') return;
  it('opens from the toolbar, over the tab in front', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    for (const extension of (await running.browser.extensions()).values()) await page.triggerExtensionAction(extension);
    const target = await running.browser.waitForTarget((one) => one.url() === `${running.extensionUrl}popup.html` && one !== running.control.target());
    const popup = await target.asPage();
    await untilSays(popup, 'names explained here');
    await press(popup, TAKAICHI);
    await untilCard(page, true);
    await page.close();
  }); // prettier-ignore
});
