import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PageReport } from '../src/messaging/protocol';
import { UsageError, parseArguments, runCommand } from '../src/pipeline/command-line';
import { BROWSERS, ensureBrowser } from './browsers';
import type { BrowserName } from './browsers';
import { buildExtension } from './build';
import { launch } from './launch';
import type { Launched } from './launch';
import { askPage } from './ask-page';
import { readPage, serve } from './serve';
import type { Served } from './serve';

const DEMO = path.resolve('assets/demo/story.html');
const USAGE = 'Usage: npm start [-- PAGE] [--browser chromium|firefox] [--report F.json] [--screenshot F.png]';

await runCommand(async () => {
  const { options, rest } = parseArguments(process.argv.slice(2), ['browser', 'report', 'screenshot']);
  if (rest.length > 1) throw new UsageError(`Expected one page, found ${rest.length}. ${USAGE}`);
  const name = (options.get('browser') ?? 'chromium') as BrowserName;
  if (!BROWSERS.includes(name)) throw new UsageError(`--browser: expected chromium or firefox, found ${name}.`);
  const source = readPage(rest[0] === undefined ? DEMO : fromCaller(rest[0]));
  const executable = ensureBrowser(name, console.log);
  const extension = buildExtension(name, console.log);
  // Not at the root: a site's front page is read with more doubt than a story.
  const served = 'html' in source ? await serve({ '/story.html': source.html }) : null;
  const url = 'url' in source ? source.url : `${served?.url ?? ''}story.html`;
  const report = options.get('report');
  const screenshot = options.get('screenshot');
  const headless = report !== undefined || screenshot !== undefined || !hasDisplay();
  console.log(`Opening ${rest[0] ?? 'the demo story'} in ${name}${headless ? ' (headless)' : ''} ...`);
  const launched = await launch({ name, executable, extension, headless });
  return headless ? inspect(launched, served, url, { report, screenshot }) : show(launched, served, url);
});

/** File arguments are relative to where npm was called, not to the project. */
function fromCaller(file: string): string {
  return /^https?:\/\//i.test(file) ? file : path.resolve(process.env.SIDELIGHT_CWD ?? '.', file);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return process.env.CI === undefined;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Opens the page for a person and waits until the browser is closed. */
async function show(launched: Launched, served: Served | null, url: string): Promise<number> {
  const page = await launched.browser.newPage();
  await page.goto(url);
  console.log('Hover an underlined name. Close the browser to end.');
  await new Promise<void>((resolve) => launched.browser.on('disconnected', () => resolve()));
  await served?.close();
  return 0;
}

type Outputs = { report: string | undefined; screenshot: string | undefined };

/** Opens the page unseen, prints what was found, writes the files that were asked for. */
async function inspect(launched: Launched, served: Served | null, url: string, outputs: Outputs): Promise<number> {
  try {
    const page = await launched.browser.newPage();
    await open(page, url);
    const report = await askPage(launched, page);
    printReport(report);
    if (outputs.report !== undefined) writeJson(fromCaller(outputs.report), report);
    if (outputs.screenshot !== undefined) await takeScreenshot(page, fromCaller(outputs.screenshot));
    return 0;
  } finally {
    await launched.close();
    await served?.close();
  }
}

async function open(page: Page, url: string): Promise<void> {
  try {
    const response = await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    if (response && !response.ok()) throw new Error(`the server answered ${response.status()}`);
  } catch (error) {
    throw new Error(`${url}: the page cannot be opened (${error instanceof Error ? error.message : String(error)}).`, {
      cause: error,
    });
  }
}

function printReport({ title, lang, date, isArticle, marks, timing }: PageReport): void {
  console.log(`\n${title} (language ${lang}${date === null ? '' : `, dated ${date}`})`);
  if (!isArticle) console.log('This page does not look like an article, so nothing is underlined on it.');
  const rows = marks.filter((mark) => mark.underlined);
  const width = Math.max(8, ...rows.map(({ text }) => text.length));
  for (const { text, name, line } of rows) console.log(`  ${text.padEnd(width)}  ${name}: ${line}`);
  console.log(`${rows.length} names underlined, ${marks.length} mentions linked.`);
  console.log(
    Object.entries(timing)
      .map(([key, ms]) => `${key} ${ms.toFixed(1)} ms`)
      .join(', '),
  );
}

function writeJson(file: string, report: PageReport): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const { url, title, lang, date, isArticle, marks, timing } = report;
  writeFileSync(file, `${JSON.stringify({ url, title, lang, date, isArticle, marks, timing }, null, 2)}\n`);
  console.log(`Report written to ${file}`);
}

async function takeScreenshot(page: Page, file: string): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  await page.bringToFront();
  await page.setViewport({ width: 1280, height: 900 });
  writeFileSync(file, await page.screenshot({ type: 'png', fullPage: true }));
  console.log(`Screenshot written to ${file}`);
}
