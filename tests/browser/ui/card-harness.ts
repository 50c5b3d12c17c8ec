import axe from 'axe-core';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser, type BrowserName } from '../../../scripts/browsers';
import { serve } from '../../../scripts/serve';
import type { OpenOptions } from '../page/card-page';

export const BROWSER: BrowserName = process.env.SIDELIGHT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

const PROSE =
  '<p>Some words of a story that stand around the name, enough of them to fill a line or two of text.</p>'.repeat(8);

/** A page with `content` in it; the name that cards are opened for has the class `name`. */
export function story(content: string, { html = '', style = '' } = {}): string {
  return `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>Story</title>
    <meta name="viewport" content="width=device-width">
    <style>body{font:18px/1.6 serif;margin:2rem auto;max-width:40rem;padding:0 1rem} ${style}</style></head>
    <body><main>${content}</main></body></html>`;
}

export const PLAIN = story(`<h1>Story</h1><p><input id="field"> <button id="before">Before</button></p>
  <p>The president <span class="name">Lee Jae Myung</span> went home on Tuesday.</p>
  <p><button id="after">After</button></p>${PROSE}${PROSE}${PROSE}`);

export type CardBrowser = {
  open: (html: string, headers?: Record<string, string>) => Promise<Page>;
  close: () => Promise<void>;
};

/** The card's own code for a page of tests (see `card-page.ts`). */
export async function cardScript(): Promise<string> {
  const bundle = await build({
    entryPoints: ['tests/browser/page/card-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
  });
  return bundle.outputFiles[0]?.text ?? '';
}

/** One browser for a file of tests; each page it opens has the card's own code in it and nothing else of Sidelight. */
export async function startCardBrowser({ dark = false } = {}): Promise<CardBrowser> {
  const script = await cardScript();
  const browser = await launchPlain(dark);
  const servers: { close: () => Promise<void> }[] = [];
  return {
    async open(html, headers = {}) {
      const server = await serve({ '/': html }, headers);
      servers.push(server);
      const page = await browser.newPage();
      await page.setViewport({ width: 1100, height: 800 });
      if (dark && BROWSER === 'chromium') await page.emulateMediaFeatures(DARK_FEATURES);
      await page.goto(server.url);
      await page.evaluate(script);
      return page;
    },
    async close() {
      await browser.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** A system with a dark scheme and without motion: Chromium is told page by page, Firefox at its start. */
const DARK_FEATURES = [
  { name: 'prefers-color-scheme', value: 'dark' },
  { name: 'prefers-reduced-motion', value: 'reduce' },
];
const DARK_PREFERENCES = { 'layout.css.prefers-color-scheme.content-override': 0, 'ui.prefersReducedMotion': 1 };

function launchPlain(dark: boolean): Promise<Browser> {
  const executablePath = ensureBrowser(BROWSER, console.log);
  const args = BROWSER === 'chromium' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    browser: BROWSER === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    args,
    extraPrefsFirefox: dark ? DARK_PREFERENCES : {},
  });
}

/** Waits until the card shows a record. */
export async function shown(page: Page): Promise<void> {
  await page.waitForFunction(() => window.cardPage.root()?.querySelector('.card:not([hidden]) .foot'));
}

export async function openCard(page: Page, options: OpenOptions = {}): Promise<void> {
  await page.evaluate((given) => window.cardPage.open(given), options);
  await shown(page);
}

export function isOpen(page: Page): Promise<boolean> {
  return page.evaluate(() => window.cardPage.controller.isOpen());
}

export function closedBy(page: Page): Promise<string[]> {
  return page.evaluate(() => window.cardPage.closed);
}

export type Rect = { left: number; top: number; right: number; bottom: number; width: number; height: number };

export async function rectOf(page: Page, what: 'card' | 'name' | 'window'): Promise<Rect> {
  return page.evaluate((which) => {
    const element = which === 'card' ? window.cardPage.card() : document.querySelector('.name')!;
    const { left, top, right, bottom, width, height } =
      which === 'window'
        ? new DOMRect(0, 0, document.documentElement.clientWidth, innerHeight)
        : element.getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  }, what);
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Moves the pointer onto the name, as a reader does. */
export async function pointAtName(page: Page): Promise<{ x: number; y: number }> {
  const name = await rectOf(page, 'name');
  const at = { x: name.left + name.width / 2, y: name.top + name.height / 2 };
  await page.mouse.move(at.x - 5, at.y);
  await page.mouse.move(at.x, at.y);
  return at;
}

/** What axe finds wrong, as `rule: element` lines. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    type Result = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
    const run = (window as unknown as { axe: { run: () => Promise<Result> } }).axe.run;
    const { violations } = await run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  });
}
