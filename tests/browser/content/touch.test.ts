import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { cardIsOpen, pointsOfCard, untilCard } from './card-on-page';
import { LEE, TAKAICHI, hosts, newsPage, paragraph, placeOf, untilTexts } from './stories';

const STORY = newsPage(
  `${paragraph(`<a href="#there">${TAKAICHI}</a>`)}${paragraph(LEE)}${paragraph('others')}${paragraph('more')}`,
  { head: '<meta name="viewport" content="width=device-width">' },
);

describe('a reader with a finger', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('taps a name for its card, and beside it to close it', async () => {
    const page = await running.openStory(STORY);
    await page.setViewport({ width: 390, height: 780, hasTouch: true });
    await untilTexts(page, (texts) => texts.includes(LEE));
    const name = await placeOf(page, LEE);
    await page.touchscreen.tap(name.x, name.y);
    await untilCard(page, true);
    // A sheet over the whole width, and not over the name.
    await expect.poll(async () => (await pointsOfCard(page)).length).toBeGreaterThan(100);
    const points = await pointsOfCard(page);
    expect(Math.max(...points.map(({ x }) => x))).toBeGreaterThan(370);
    expect(Math.min(...points.map(({ x }) => x))).toBeLessThan(20);
    expect(points.some(({ y }) => Math.abs(y - name.y) < 8)).toBe(false);
    await page.touchscreen.tap(5, name.y);
    await untilCard(page, false);
    await page.close();
  });

  it('taps a link and is where it leads, without a card', async () => {
    const page = await running.openStory(STORY);
    await page.setViewport({ width: 390, height: 780, hasTouch: true });
    await untilTexts(page, (texts) => texts.includes(TAKAICHI));
    const name = await placeOf(page, TAKAICHI);
    await page.touchscreen.tap(name.x, name.y);
    await page.waitForFunction(() => location.hash === '#there', { polling: 50 });
    // A tap on a name afterwards opens a card: one for the link would be there before it.
    expect(await hosts(page)).toBe(0);
    const other = await placeOf(page, LEE);
    await page.touchscreen.tap(other.x, other.y);
    await untilCard(page, true);
    expect(await cardIsOpen(page)).toBe(true);
    await page.close();
  });
});
