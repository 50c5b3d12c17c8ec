import { afterAll, beforeAll, expect, test } from 'vitest';
import { paintedOn } from '../printed';
import { PLAIN, openCard, overlap, rectOf, startCardBrowser, story, type CardBrowser } from './card-harness';

let browser: CardBrowser;
beforeAll(async () => {
  browser = await startCardBrowser();
});
afterAll(() => browser?.close());

test('an open card is not printed', async () => {
  const page = await browser.open(PLAIN);
  const before = paintedOn(await page.pdf());
  expect(before.texts).toBeGreaterThan(10);
  await openCard(page);
  expect(paintedOn(await page.pdf())).toEqual(before);
});

test.each([
  ['vertical-rl', ''],
  ['vertical-lr', ''],
  ['sideways-rl', ''],
  ['vertical-rl', 'dir="rtl"'],
])('%s %s: the card stands beside a name in vertical text, and its own text runs across', async (mode, html) => {
  const page = await browser.open(
    story('<p>It was <span class="name">Lee Jae Myung</span> who went home on Tuesday.</p>', {
      html,
      style: `main{writing-mode:${mode};block-size:600px}`,
    }),
  );
  await openCard(page);
  const [card, name, view] = [await rectOf(page, 'card'), await rectOf(page, 'name'), await rectOf(page, 'window')];
  expect(overlap(card, name)).toBe(false);
  expect(card.left).toBeGreaterThanOrEqual(0);
  expect(card.right).toBeLessThanOrEqual(view.right);
  expect(card.bottom).toBeLessThanOrEqual(view.bottom);
  expect(await page.evaluate(() => getComputedStyle(window.cardPage.card()).writingMode)).toBe('horizontal-tb');
});

test.each(['html{zoom:1.75}', 'body{zoom:.6}', 'html{zoom:1.2} body{zoom:1.2}'])(
  'a page that zooms itself (%s) has a card of the usual size, where it belongs',
  async (style) => {
    const [plain, zoomed] = [
      await browser.open(story('<p>About <span class="name">Lee</span></p>')),
      await browser.open(story('<p>About <span class="name">Lee</span></p>', { style })),
    ];
    await openCard(plain);
    await openCard(zoomed);
    const [card, name, usual] = [await rectOf(zoomed, 'card'), await rectOf(zoomed, 'name'), await rectOf(plain, 'card')];
    expect(Math.abs(card.width - usual.width)).toBeLessThan(1);
    expect(Math.abs(card.height - usual.height)).toBeLessThan(1);
    expect(card.top - name.bottom).toBeGreaterThan(0);
    expect(card.top - name.bottom).toBeLessThan(20);
    expect(Math.abs(card.left - name.left)).toBeLessThan(2);
  },
); // prettier-ignore

test('what is said is said once, also when it is the same again, and resting on a name says nothing', async () => {
  const page = await browser.open(PLAIN);
  await page.evaluate(() => window.cardPage.controller.announce('1 of 2: Lee'));
  const status = (): Promise<string> =>
    page.evaluate(() => window.cardPage.root().querySelector('[role=status]')!.textContent ?? '');
  await expect.poll(status).toBe('1 of 2: Lee');
  await page.evaluate(() => {
    const said: string[] = ((window as unknown as { said: string[] }).said = []);
    const region = window.cardPage.root().querySelector('[role=status]')!;
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, { childList: true, subtree: true });
  });
  const said = (): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.evaluate(() => window.cardPage.controller.announce('1 of 2: Lee'));
  await expect.poll(said).toEqual(['', '1 of 2: Lee']);
  await openCard(page);
  await page.keyboard.press('Escape');
  await openCard(page);
  expect(await said()).toEqual(['', '1 of 2: Lee']);
});

test('a card that nobody keeps any more is neither seen nor in the way', async () => {
  const page = await browser.open(PLAIN);
  await openCard(page);
  const { left, top } = await rectOf(page, 'card');
  const isOnTop = (): Promise<boolean> =>
    page.evaluate(
      (x: number, y: number) => document.elementFromPoint(x, y) === window.cardPage.root().host,
      left + 40,
      top + 40,
    );
  expect(await isOnTop()).toBe(true);
  // As when a browser ends the script: its timers are gone, the elements are not.
  await page.evaluate(() => {
    const last = Number(setInterval(() => undefined, 1_000_000));
    for (let id = 0; id <= last; id++) clearInterval(id);
    for (const animation of window.cardPage.card().getAnimations()) animation.finish();
  });
  expect(await isOnTop()).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(window.cardPage.card()).opacity)).toBe('0');
});
