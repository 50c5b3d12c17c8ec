import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORY, TAKAICHI, marked, untilTexts } from '../content/stories';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { openInnerPage } from '../inner-page';
import type { InnerPage } from '../inner-page';

describe('access to sites', () => {
  let running: Running;
  let inner: InnerPage;
  beforeAll(async () => {
    running = await startExtension();
    inner = await openInnerPage(running);
  });
  afterAll(() => running.close());

  it('taken away takes the underlines away, and given back brings them back, without a reload', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    await inner.setAccess(false);
    await untilTexts(page, (texts) => texts.length === 0);
    await inner.setAccess(true);
    expect(await untilTexts(page, (texts) => texts.length > 0)).toContain(TAKAICHI);
    await page.close();
  });

  it('withheld: a page stays as it is, the popup says so, and once given the page is read', async () => {
    await inner.setAccess(false);
    const page = await running.openStory(STORY);
    const tab = await running.control.evaluate(
      'Promise.resolve((globalThis.browser ?? chrome).tabs.query({ active: true, currentWindow: true })).then(([tab]) => tab.id)',
    );
    const popup = await running.openExtensionPage(`popup.html?tab=${String(tab)}`);
    await popup.waitForFunction(() => document.querySelector('.sentence')?.textContent, { polling: 50 });
    expect(await popup.$eval('.sentence', (one) => one.textContent)).toMatch(/withholds access to this site/);
    expect(await popup.$eval('button.main', (one) => [one.textContent, one.checkVisibility()])).toEqual([
      'Allow on this site',
      true,
    ]);
    expect(await marked(page)).toEqual([]);
    await page.bringToFront();
    await inner.setAccess(true);
    expect(await untilTexts(page, (texts) => texts.length > 0)).toContain(TAKAICHI);
    await popup.close();
    await page.close();
  });
});
