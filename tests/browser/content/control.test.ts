import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askOnce } from '../../../scripts/ask-page';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { paintedOn } from '../printed';
import { LEE, STORY, TAKAICHI, newsPage, paragraph, placeOf } from './stories';

/** The name in a link, the name in the text, and a field to paste into. */
const WITH_LINK = newsPage(
  `${paragraph(`<a href="#there">${TAKAICHI}</a>`)}${paragraph(LEE)}${paragraph('others')}<textarea id="field"></textarea>`,
  {
    script: `window.heard = [];
      for (const type of ['click', 'auxclick', 'contextmenu', 'copy', 'selectstart', 'hashchange'])
        addEventListener(type, (event) => heard.push(type + ' ' + (event.target.localName ?? 'window') + ' ' + event.defaultPrevented));`,
  },
);

type Heard = { heard: string[] };

/** What a reader does with a page: finds, selects, copies, follows a link; told as the page has it. */
async function use(page: Page, place: { x: number; y: number }): Promise<Record<string, unknown>> {
  const found = await page.evaluate(
    (name: string) => (window as unknown as { find: (text: string) => boolean }).find(name) && String(getSelection()),
    LEE,
  );
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('article')!));
  const selected = await page.evaluate(() => String(getSelection()));
  await press(page, 'c');
  await page.focus('#field');
  await press(page, 'v');
  const pasted = await page.$eval('#field', (field) => (field as HTMLTextAreaElement).value);
  await page.evaluate(() => getSelection()!.removeAllRanges());
  // A double click selects the word under it.
  await page.mouse.click(place.x, place.y, { count: 2, delay: 20 });
  const word = await page.evaluate(() => String(getSelection()));
  await page.mouse.click(place.x, place.y, { button: 'right' });
  const heard = await page.evaluate(() => (window as unknown as Heard).heard.slice());
  return { found, selected, pasted, word, heard, at: new URL(page.url()).hash };
}

async function press(page: Page, key: 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

describe('a page with us and without us', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterEach(() => running.tell('set-all', { enabled: true }));
  afterAll(() => running.close());

  /** The same page with its names underlined, and with Sidelight switched off. */
  async function both<T>(html: string, look: (page: Page) => Promise<T>): Promise<[T, T]> {
    const page = await running.openStory(html);
    await running.untilMarked(page);
    const withUs = await look(page);
    await page.close();
    await running.tell('set-all', { enabled: false });
    const control = await running.openStory(html);
    await running.untilMarked(control, 0);
    const without = await look(control);
    await control.close();
    return [withUs, without];
  }

  it('is found in, selected, copied and clicked alike', async () => {
    const measured = await running.openStory(WITH_LINK);
    await running.untilMarked(measured);
    const place = await placeOf(measured, TAKAICHI);
    await measured.close();
    const [withUs, without] = await both(WITH_LINK, (page) => use(page, place));
    expect(withUs).toEqual(without);
    expect(withUs).toMatchObject({ found: LEE, at: '#there' });
    expect(withUs.selected).toContain(TAKAICHI);
    expect(withUs.pasted).toContain(TAKAICHI);
    expect(withUs.heard).toEqual(expect.arrayContaining(['click a false', 'contextmenu a false', 'hashchange window false']));
  }); // prettier-ignore

  it('is printed alike', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const withUs = paintedOn(await page.pdf());
    await running.tell('set-all', { enabled: false });
    await running.untilMarked(page, 0);
    const without = paintedOn(await page.pdf());
    // Words may be set in other portions, which nobody sees.
    expect(withUs.paths).toBe(without.paths);
    // What would be drawn is found: the story's links are underlined on paper, too.
    expect(without.paths).toBeGreaterThan(0);
    await page.close();
  });

  it('is underlined, whatever the page does to its own style sheets', async () => {
    const page = await running.openStory(
      newsPage(`${paragraph(TAKAICHI)}${paragraph(LEE)}${paragraph('others')}`, {
        head: `<style>p{color:#222} ::highlight(note){text-decoration:none} *{text-decoration:none}</style>`,
      }),
    );
    await running.untilMarked(page);
    const { x, y } = await placeOf(page, TAKAICHI);
    const look = (): Promise<string> =>
      page.screenshot({ encoding: 'base64', clip: { x: x - 40, y: y - 15, width: 80, height: 30 } });
    const before = await look();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('::highlight(note) { text-decoration: none }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await look()).toBe(before);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
      for (const { ownerNode } of document.styleSheets) (ownerNode as Element).textContent = 'p{color:#222}';
    });
    expect(await look()).toBe(before);
    await running.tell('set-all', { enabled: false });
    await running.untilMarked(page, 0);
    expect(await look()).not.toBe(before);
    await page.close();
  });

  it('comes back out of the browser’s memory alive, with its names once each', async () => {
    // A driver may have lost sight of a page that comes back: the page does what is to be done, and the extension tells.
    const script = `addEventListener('pageshow', (event) => {
      if (!event.persisted) return;
      document.title = 'Kept';
      const more = document.createRange().createContextualFragment(${JSON.stringify(paragraph('Xi Jinping'))});
      document.querySelector('article').append(more);
    });`;
    const story = newsPage(paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others'), { script });
    // Firefox keeps no page that forbids it.
    const page = await running.openStory(story, { 'cache-control': 'max-age=60' });
    await running.untilMarked(page);
    const url = page.url();
    const other = await running.openStory(newsPage(paragraph('others')));
    await page.bringToFront();
    await page.goto(other.url());
    void page.evaluate(() => history.back()).catch(() => undefined);
    const underlined = async (): Promise<string[]> => {
      const report = await askOnce(running.control, url, 'report', {});
      return (report?.marks ?? []).filter((mark) => mark.underlined).map(({ text }) => text);
    };
    await expect.poll(underlined, { timeout: 20_000 }).toEqual([TAKAICHI, LEE, 'Xi Jinping']);
    expect((await askOnce(running.control, url, 'report', {}))?.title).toBe('Kept');
    await other.close();
    await page.close();
  });
});
