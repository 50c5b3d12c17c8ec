import type { Page } from 'puppeteer-core';
import { placeOf } from './stories';

/**
 * The card as the page around it sees it: its root is closed, but the one element that carries it can be found. The
 * pages of these tests give every popover of their own an id.
 */
export const CARD_HOST = 'div[popover=manual]:not([id])';

export function cardIsOpen(page: Page): Promise<boolean> {
  return page.evaluate((host: string) => document.querySelector(`${host}:popover-open`) !== null, CARD_HOST);
}

/** Waits until a card is open, or none is. */
export async function untilCard(page: Page, isOpen: boolean): Promise<void> {
  await page.waitForFunction(
    (host: string, wanted: boolean) => (document.querySelector(`${host}:popover-open`) !== null) === wanted,
    { polling: 50 },
    CARD_HOST,
    isOpen,
  );
}

/** Moves the pointer onto a name and lets it rest there. */
export async function pointAt(page: Page, text: string): Promise<{ x: number; y: number }> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
  return { x, y };
}

/** Rests on a name until its card is there. */
export async function openByPointer(page: Page, text: string): Promise<void> {
  await pointAt(page, text);
  await untilCard(page, true);
}

/** Points of the window, on a grid, at which the card is the topmost thing. */
export function pointsOfCard(page: Page): Promise<{ x: number; y: number }[]> {
  return page.evaluate((host: string) => {
    const card = document.querySelector(host);
    const points: { x: number; y: number }[] = [];
    for (let y = 5; y < innerHeight; y += 10) {
      for (let x = 5; x < innerWidth; x += 10) if (document.elementFromPoint(x, y) === card) points.push({ x, y });
    }
    return points;
  }, CARD_HOST);
}
