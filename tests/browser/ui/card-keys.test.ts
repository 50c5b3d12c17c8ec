import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { OpenOptions } from '../page/card-page';
import {
  PLAIN,
  axeProblems,
  closedBy,
  isOpen,
  openCard,
  startCardBrowser,
  story,
  type CardBrowser,
} from './card-harness';

let browser: CardBrowser;
beforeAll(async () => {
  browser = await startCardBrowser();
});
afterAll(() => browser?.close());

/** Ids of what has the focus, in the page and in the card. */
function focused(page: Page): Promise<{ page: string; card: string | null }> {
  return page.evaluate(() => {
    const inside = window.cardPage.root()?.activeElement;
    return { page: document.activeElement?.id ?? '', card: inside ? inside.id || inside.textContent : null };
  });
}

test('a card that the pointer opened takes no focus, and Escape closes it from wherever the reader is', async () => {
  const page = await browser.open(PLAIN);
  await page.focus('#field');
  await openCard(page);
  await page.keyboard.type('abc');
  expect(await page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('abc');
  await page.keyboard.press('Escape');
  expect(await closedBy(page)).toEqual(['escape']);
  expect(await focused(page)).toEqual({ page: 'field', card: null });
});

test('a card that a key opened has the focus, and gives it back on Escape', async () => {
  const page = await browser.open(PLAIN);
  await page.focus('#before');
  await openCard(page, { opener: 'keyboard' });
  expect((await focused(page)).card).toBe('name');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toEqual({ page: 'before', card: null });
});

test('keyboard only: into a related card, back to the name that was followed, out', async () => {
  const page = await browser.open(PLAIN);
  await page.focus('#before');
  await openCard(page, { opener: 'keyboard' });
  const press = async (name: string): Promise<void> => {
    for (let i = 0; i < 20; i++) {
      if ((await focused(page)).card?.includes(name)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  };
  await press('President, South Korea');
  await page.waitForFunction(() => window.cardPage.card().querySelector('h2')?.textContent === 'South Korea');
  expect((await focused(page)).card).toBe('name');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await page.evaluate(() => window.cardPage.card().querySelector<HTMLElement>('.back')!.focus());
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.cardPage.card().querySelector('h2')?.textContent === 'Lee Jae Myung');
  expect((await focused(page)).card).toBe('President, South Korea');
});

test('Tab leaves at the last control and goes on after where the reader was', async () => {
  const page = await browser.open(PLAIN);
  await page.focus('#before');
  await openCard(page, { opener: 'keyboard' });
  await page.evaluate(() => [...window.cardPage.card().querySelectorAll('button')].at(-1)!.focus());
  await page.keyboard.press('Tab');
  expect(await isOpen(page)).toBe(false);
  expect((await focused(page)).page).toBe('after');
});

test('Shift+Tab leaves at the first control, to where the reader was', async () => {
  const page = await browser.open(PLAIN);
  await page.focus('#before');
  await openCard(page, { opener: 'keyboard' });
  await page.evaluate(() => window.cardPage.card().querySelector('button')!.focus());
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  expect(await isOpen(page)).toBe(false);
  expect((await focused(page)).page).toBe('before');
});

test('in a modal dialog the card works, and Escape closes the card before the dialog', async () => {
  const page = await browser.open(
    story('<dialog><p>About <span class="name">Lee Jae Myung</span></p><button id="ok">OK</button></dialog>'),
  );
  await page.evaluate(() => document.querySelector('dialog')!.showModal());
  await openCard(page);
  expect(await page.evaluate(() => document.querySelector('dialog')!.contains(window.cardPage.root().host))).toBe(true);
  await clickInCard(page, '[aria-pressed]');
  expect(
    await page.evaluate(() => window.cardPage.card().querySelector('[aria-pressed]')!.getAttribute('aria-pressed')),
  ).toBe('true');
  await page.keyboard.press('Escape');
  expect(await closedBy(page)).toEqual(['escape']);
  expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(false);
});

test('in a fullscreen element the card is on top and works', async () => {
  const page = await browser.open(
    story(
      '<article style="background:#fff"><p>About <span class="name">Lee Jae Myung</span></p><button id="full">Full</button></article>',
    ),
  );
  await page.evaluate(() => {
    document
      .querySelector('#full')!
      .addEventListener('click', () => void document.querySelector('article')!.requestFullscreen());
    // A card that is opened before the browser says so is closed by its saying so.
    document.addEventListener('fullscreenchange', () => document.documentElement.classList.add('is-full'));
  });
  await page.click('#full');
  await page.waitForFunction(() => document.documentElement.classList.contains('is-full'), { polling: 50 });
  await openCard(page);
  await clickInCard(page, '.close');
  expect(await closedBy(page)).toEqual(['button']);
});

test('a modal dialog that opens above closes the card', async () => {
  const page = await browser.open(
    story('<p>About <span class="name">Lee Jae Myung</span></p><dialog>Consent?</dialog>'),
  );
  await openCard(page);
  await page.evaluate(() => document.querySelector('dialog')!.showModal());
  await page.waitForFunction(() => !window.cardPage.controller.isOpen());
  expect(await closedBy(page)).toEqual(['gone']);
});

test('a status is said once, in a region that was there before its text', async () => {
  const page = await browser.open(PLAIN);
  await page.evaluate(() => window.cardPage.controller.announce('3 of 27: Horyu Temple'));
  await page.waitForFunction(
    () => window.cardPage.root().querySelector('[role=status]')?.textContent === '3 of 27: Horyu Temple',
  );
  expect(
    await page.evaluate(
      () => getComputedStyle(window.cardPage.root().querySelector('.status') ?? document.body).display,
    ),
  ).toBe('block');
});

test.each<[string, 'light' | 'dark', OpenOptions]>([
  ['light, certain', 'light', {}],
  ['dark, uncertain', 'dark', { unsure: true }],
  ['light, little content, by key', 'light', { entity: 'south-korea', opener: 'keyboard' }],
])('axe finds nothing wrong with the card: %s', async (_, theme, options) => {
  const page = await browser.open(PLAIN.replace('<input id="field">', ''));
  await page.evaluate((chosen) => (window.cardPage.theme = chosen), theme);
  await openCard(page, options);
  await page.evaluate(() =>
    Promise.all(
      window.cardPage
        .card()
        .getAnimations()
        .filter((one) => one instanceof CSSAnimation)
        .map((one) => one.finished),
    ),
  );
  expect(await axeProblems(page)).toEqual([]);
});

/** A real click at the middle of something in the card, once the card stands still. */
async function clickInCard(page: Page, selector: string): Promise<void> {
  const at = await page.evaluate(async (which) => {
    const middle = (): { x: number; y: number } => {
      const { left, top, width, height } = window.cardPage.card().querySelector(which)!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    // A window that is still growing to the screen's size moves the card with it.
    for (let last = middle(), still = 0; still < 3;) {
      await new Promise((done) => requestAnimationFrame(done));
      const now = middle();
      still = now.x === last.x && now.y === last.y ? still + 1 : 0;
      last = now;
    }
    return middle();
  }, selector);
  await page.mouse.click(at.x, at.y);
}
