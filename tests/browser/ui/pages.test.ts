import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBrowser } from '../../../scripts/browsers';
import { OUTPUT } from '../../../scripts/build';
import { launch, type Launched } from '../../../scripts/launch';
import { BROWSER, axeProblems } from './card-harness';

/** The popup and the options as the packaged extension has them, without a story beside them. */
let launched: Launched;
beforeAll(async () => {
  launched = await launch({
    name: BROWSER,
    executable: ensureBrowser(BROWSER, console.log),
    extension: OUTPUT[BROWSER],
    headless: true,
  });
});
afterAll(() => launched?.close());

async function open(file: string, ready: string): Promise<Page> {
  const page = await launched.openExtensionPage(file);
  await page.waitForFunction((selector: string) => document.querySelector(selector)?.textContent, {}, ready);
  return page;
}

async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((chosen) => void (document.documentElement.dataset.theme = chosen), theme);
}

test.each([
  ['popup.html', '.sentence', 'light'],
  ['popup.html', '.shortcuts', 'dark'],
  ['options.html', '.packs', 'light'],
  ['options.html', '.packs', 'dark'],
])('axe finds nothing wrong with %s (%s, %s)', async (file, ready, theme) => {
  const page = await open(file, ready);
  await setTheme(page, theme);
  expect(await axeProblems(page)).toEqual([]);
  await page.close();
});

test('the options are kept, and used by keyboard alone', async () => {
  const page = await open('options.html', '.packs');
  await page.focus('#dwell');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press(' ');
  await page.waitForFunction(() => document.querySelector('[role=switch]')?.getAttribute('aria-checked') === 'true');
  await page.close();
  const again = await open('options.html', '.packs');
  expect(await again.$eval('#dwell', (slider) => (slider as HTMLInputElement).value)).toBe('400');
  expect(await again.$eval('[role=switch]', (one) => one.getAttribute('aria-checked'))).toBe('true');
  await again.close();
});

test('the packs that are in the package are listed with licence and size', async () => {
  const page = await open('options.html', '.packs');
  const packs = await page.$$eval('.packs > li', (rows) => rows.map((row) => row.textContent ?? ''));
  expect(packs.length).toBeGreaterThan(0);
  for (const pack of packs) expect(pack).toMatch(/Version .*as of .*[1-9][\d,]* records.*Licence/);
  await page.close();
});

test('everything is switched off and on again in the popup, by keyboard', async () => {
  const page = await open('popup.html', '.sentence');
  const all = 'section.switches > [role=switch]:nth-of-type(2)';
  await page.focus(all);
  await page.keyboard.press(' ');
  await page.waitForFunction(
    (one: string) => document.querySelector(one)?.getAttribute('aria-checked') === 'false',
    {},
    all,
  );
  await page.focus(all);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (one: string) => document.querySelector(one)?.getAttribute('aria-checked') === 'true',
    {},
    all,
  );
  await page.close();
});

test('the pages fit a window of 320 px', async () => {
  for (const [file, ready] of [['popup.html', '.shortcuts'], ['options.html', '.packs']] as const) {
    const page = await open(file, ready);
    await page.setViewport({ width: 320, height: 600 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.close();
  }
}); // prettier-ignore

test('no string can become markup in the extension\u2019s pages', async () => {
  const page = await open('options.html', '.packs');
  const message = await page.evaluate(() => {
    try {
      Reflect.set(document.body, ['inner', 'HTML'].join(''), '<b>x</b>');
      return 'nothing was refused';
    } catch (error) {
      return String(error);
    }
  });
  expect(message).toMatch(/TrustedHTML|Trusted Type|TypeError/i);
  await page.close();
});
