import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';

/** Whether the focus is on something that the page itself does not have: the card's host. */
function focusIsOnCard(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return (
      active !== null &&
      active !== document.body &&
      active.id !== 'start' &&
      active.shadowRoot === null &&
      active.textContent === ''
    );
  });
}

const STORY = (demo: string): string => demo.replace('<article>', '<button id="start">Start</button><article>');

describe('a reader with a keyboard only', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('steps to a name, opens its card, walks through it and is back where the reading was', async () => {
    const { readFileSync } = await import('node:fs');
    const page = await running.openStory(STORY(readFileSync('assets/demo/story.html', 'utf8')));
    await running.untilMarked(page);
    await page.focus('#start');
    await running.ask(page, 'command', { name: 'next' });
    await running.ask(page, 'command', { name: 'next' });
    await running.ask(page, 'command', { name: 'previous' });
    expect(await focusIsOnCard(page)).toBe(false);
    await running.ask(page, 'command', { name: 'open' });
    await page.waitForFunction(() => document.activeElement?.id !== 'start');
    expect(await focusIsOnCard(page)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focusIsOnCard(page)).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.id === 'start');
    await page.close();
  });

  it('opens a name from the popup’s list', async () => {
    const page = await running.openStory();
    await running.untilMarked(page);
    const status = await running.ask(page, 'status', {});
    const entity = status?.names.find(({ underlined }) => underlined)?.entity ?? '';
    await running.ask(page, 'jump', { entity });
    await page.waitForFunction(() => document.activeElement !== document.body);
    expect(await focusIsOnCard(page)).toBe(true);
    await page.close();
  });
});
