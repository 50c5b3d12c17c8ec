import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  PLAIN, closedBy, isOpen, openCard, overlap, pointAtName, rectOf, startCardBrowser, story, type CardBrowser,
} from './card-harness'; // prettier-ignore

let browser: CardBrowser;
beforeAll(async () => {
  browser = await startCardBrowser();
});
afterAll(() => browser?.close());

test.each([
  ['top left', 'left:0;top:0'],
  ['top right', 'right:0;top:0'],
  ['bottom left', 'left:0;bottom:0'],
  ['bottom right', 'right:0;bottom:0'],
  ['middle', 'left:45%;top:50%'],
])('a name at the %s keeps in sight, and so does its card', async (_, place) => {
  const page = await browser.open(story(`<span class="name" style="position:fixed;${place}">Lee Jae Myung</span>`));
  await pointAtName(page);
  await openCard(page);
  const [card, name, view] = [await rectOf(page, 'card'), await rectOf(page, 'name'), await rectOf(page, 'window')];
  expect(overlap(card, name)).toBe(false);
  expect(card.left).toBeGreaterThanOrEqual(0);
  expect(card.top).toBeGreaterThanOrEqual(0);
  expect(card.right).toBeLessThanOrEqual(view.right);
  expect(card.bottom).toBeLessThanOrEqual(view.bottom);
  expect(card.height).toBeGreaterThan(200);
});

test('the pointer can walk from the name into the card, straight or aslant', async () => {
  const page = await browser.open(PLAIN);
  for (const aslant of [0, 25]) {
    const at = await pointAtName(page);
    await openCard(page);
    await page.evaluate(() => window.cardPage.closeOutside());
    const card = await rectOf(page, 'card');
    await page.mouse.move(at.x + aslant, card.top + 10, { steps: 12 });
    await page.mouse.move(card.left + 100, card.top + 200, { steps: 12 });
    expect(await isOpen(page)).toBe(true);
    await page.mouse.move(card.right + 60, card.top + 200, { steps: 4 });
    expect(await isOpen(page)).toBe(false);
  }
});

test('a card over a scrolled page closes when its name is gone, and stays while the pointer is in it', async () => {
  const page = await browser.open(PLAIN);
  await pointAtName(page);
  await openCard(page);
  const card = await rectOf(page, 'card');
  await page.mouse.move(card.left + 50, card.top + 50);
  await page.evaluate(() => scrollBy(0, 300));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await isOpen(page)).toBe(true);
  await page.mouse.move(5, 5);
  await page.evaluate(() => scrollBy(0, 400));
  await page.waitForFunction(() => !window.cardPage.controller.isOpen());
  expect(await closedBy(page)).toEqual(['gone']);
});

test('a card closes when the text of its name is taken away', async () => {
  const page = await browser.open(PLAIN);
  await openCard(page);
  await page.evaluate(() => document.querySelector('.name')!.remove());
  await page.waitForFunction(() => !window.cardPage.controller.isOpen());
  expect(await closedBy(page)).toEqual(['gone']);
});

test('320 px wide and 256 high, as at 400 % zoom: a sheet that can be read to its end', async () => {
  const page = await browser.open(PLAIN);
  await page.setViewport({ width: 320, height: 256 });
  await openCard(page, { opener: 'touch' });
  const [card, name, view] = [await rectOf(page, 'card'), await rectOf(page, 'name'), await rectOf(page, 'window')];
  expect(card.width).toBe(view.width);
  expect(overlap(card, name)).toBe(false);
  const { sideways, last } = await page.evaluate(() => {
    const own = window.cardPage.card();
    own.scrollTop = own.scrollHeight;
    const button = [...own.querySelectorAll('button')].at(-1)!.getBoundingClientRect();
    return { sideways: own.scrollWidth - own.clientWidth, last: button.bottom };
  });
  expect(sideways).toBe(0);
  expect(last).toBeLessThanOrEqual(256);
});

test('a window that becomes wide again has its card beside the name again', async () => {
  const page = await browser.open(PLAIN);
  await openCard(page);
  await page.setViewport({ width: 390, height: 780 });
  await page.waitForFunction(() => window.cardPage.card().dataset.side?.startsWith('sheet'));
  await page.setViewport({ width: 1100, height: 800 });
  await page.waitForFunction(() => window.cardPage.card().dataset.side === 'below');
  const [card, name] = [await rectOf(page, 'card'), await rectOf(page, 'name')];
  expect(Math.abs(card.left - name.left)).toBeLessThan(2);
});

test('right-to-left: the card hangs from the right end of the name, and Arabic runs from the right', async () => {
  const page = await browser.open(
    story('<p><span class="name">كوريا الجنوبية</span> في شرق آسيا</p>', { html: 'dir="rtl"' }),
  );
  await openCard(page, { entity: 'arabic' });
  const [card, name] = [await rectOf(page, 'card'), await rectOf(page, 'name')];
  expect(Math.abs(card.right - name.right)).toBeLessThan(2);
  const sides = await page.evaluate(() => {
    const sideOf = (one: string): DOMRect | undefined =>
      window.cardPage.card().querySelector(one)?.getBoundingClientRect();
    return {
      direction: getComputedStyle(window.cardPage.card()).direction,
      closeIsLeft: Number(sideOf('.close')?.left) < Number(sideOf('h2')?.right) - 100,
    };
  });
  expect(sides).toEqual({ direction: 'rtl', closeIsLeft: true });
});

test('long words and big text do not widen the card', async () => {
  const page = await browser.open(PLAIN);
  await openCard(page);
  const sideways = await page.evaluate(() => {
    const card = window.cardPage.card();
    card.querySelector('.background')!.textContent = 'Donaudampfschifffahrtsgesellschaft'.repeat(8);
    return card.scrollWidth - card.clientWidth;
  });
  expect(sideways).toBe(0);
});
