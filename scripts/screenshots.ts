import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { runCommand } from '../src/pipeline/command-line';
import { askPage } from './ask-page';
import { BROWSERS, ensureBrowser } from './browsers';
import type { BrowserName } from './browsers';
import { buildExtension } from './build';
import { launch } from './launch';
import { serve } from './serve';

const FOLDER = 'docs/images';
const NAME = 'CPTPP';

/** Makes the README's pictures: the demo story with an open card, light and dark, in both browsers. */
await runCommand(async () => {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of BROWSERS) {
    for (const scheme of ['light', 'dark'] as const) await picture(name, scheme);
  }
  return 0;
});

async function picture(name: BrowserName, scheme: 'light' | 'dark'): Promise<void> {
  const executable = ensureBrowser(name, console.log);
  const extension = buildExtension(name, console.log);
  const dark = scheme === 'dark' ? 0 : 1;
  const launched = await launch({
    name,
    executable,
    extension,
    headless: true,
    firefoxPreferences: { 'layout.css.prefers-color-scheme.content-override': dark },
  });
  const served = await serve({ '/story.html': readFileSync('assets/demo/story.html', 'utf8') });
  try {
    const page = await launched.browser.newPage();
    await page.setViewport({ width: 1180, height: 820 });
    if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(`${served.url}story.html`);
    await page.bringToFront();
    await askPage(launched, page);
    await openCard(page);
    const file = `${FOLDER}/${name}-${scheme}.png`;
    writeFileSync(file, await page.screenshot({ type: 'png' }));
    console.log(file);
  } finally {
    await launched.close();
    await served.close();
  }
}

/** Rests the pointer on the name, as a reader does: it comes from outside, moves onto it and stays. */
async function openCard(page: Page): Promise<void> {
  const { x, y } = await page.evaluate((name) => {
    const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(name);
      if (at < 0) continue;
      (node.parentElement ?? document.body).scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + name.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return { x: 0, y: 0 };
  }, NAME);
  await page.mouse.move(x - 120, y - 60);
  await new Promise((resolve) => setTimeout(resolve, 400));
  await page.mouse.move(x - 10, y - 2, { steps: 6 });
  await page.mouse.move(x, y, { steps: 4 });
  await new Promise((resolve) => setTimeout(resolve, 1500));
}
