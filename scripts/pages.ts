import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { UsageError, parseArguments, runCommand } from '../src/pipeline/command-line';
import { BROWSERS, ensureBrowser } from './browsers';
import type { BrowserName } from './browsers';
import { buildExtension } from './build';
import { launch } from './launch';
import { createSheet } from './contact-sheet';
import { otherPages } from './other-pages';
import { PEERS, peerSource, runPeers } from './page-peers';
import { judgePage, summarise } from './page-judge';
import type { PageResult } from './page-judge';
import { printSummary } from './page-print';
import { readPageSet } from './page-set';
import type { StoredPage } from './page-set';
import { serveStored, settledReport } from './stored-page';
import type { Stored } from './stored-page';

const USAGE =
  'Usage: npm run pages -- DIR [--report F.json] [--browser chromium|firefox] [--filter TEXT] [--contact-sheet F.png] [--no-peers] [--no-others]';
await runCommand(async () => {
  const { options, rest } = parseArguments(
    process.argv.slice(2),
    ['report', 'browser', 'filter', 'contact-sheet'],
    ['no-peers', 'no-others'],
  );
  const folder = rest[0];
  if (folder === undefined || rest.length > 1) throw new UsageError(USAGE);
  const name = (options.get('browser') ?? 'chromium') as BrowserName;
  if (!BROWSERS.includes(name)) throw new UsageError(`--browser: expected chromium or firefox, found ${name}.`);
  const filter = options.get('filter') ?? '';
  const all = [...readPageSet(fromCaller(folder)), ...(options.has('no-others') ? [] : otherPages())];
  const pages = all.filter(({ id }) => id.includes(filter));
  if (pages.length === 0) throw new Error(`${folder}: no page whose id contains "${filter}".`);
  const sheet = options.get('contact-sheet');
  const results = await runPages(name, pages, {
    peers: !options.has('no-peers'),
    sheet: sheet === undefined ? null : fromCaller(sheet),
  });
  const summary = summarise(results, options.has('no-peers') ? [] : PEERS);
  printSummary(summary, results, new Map(pages.map(({ id, file }) => [id, file])));
  const report = options.get('report');
  if (report !== undefined) {
    mkdirSync(path.dirname(fromCaller(report)), { recursive: true });
    writeFileSync(fromCaller(report), `${JSON.stringify({ browser: name, summary, pages: results }, null, 1)}\n`);
    console.log(`Report written to ${report}`);
  }
  return results.some(({ error }) => error !== null) ? 1 : 0;
});

function fromCaller(file: string): string {
  return path.resolve(process.env.SIDELIGHT_CWD ?? '.', file);
}

/** `sheet` is the file of the contact sheet. */
type RunOptions = { peers: boolean; sheet: string | null };

/** Opens every page in one browser with the packaged extension and judges what it made of it. */
async function runPages(name: BrowserName, pages: readonly StoredPage[], options: RunOptions): Promise<PageResult[]> {
  const executable = ensureBrowser(name, console.log);
  const extension = buildExtension(name, console.log);
  const launched = await launch({ name, executable, extension, headless: true });
  const source = options.peers ? peerSource() : null;
  try {
    const helper = await launched.openExtensionPage('popup.html');
    const page = await launched.browser.newPage();
    const stored = await serveStored(page);
    const results: PageResult[] = [];
    const sheet = options.sheet === null ? null : createSheet(options.sheet);
    for (const [i, entry] of pages.entries()) {
      results.push(await runPage(page, helper, entry, stored, source));
      await sheet?.add(page, entry.id);
      if ((i + 1) % 25 === 0) console.log(`${i + 1} of ${pages.length} pages`);
    }
    for (const file of (await sheet?.write(launched.browser)) ?? []) console.log(`Contact sheet written to ${file}`);
    return results;
  } finally {
    await launched.close();
  }
}

async function runPage(
  page: Page,
  helper: Page,
  entry: StoredPage,
  stored: Stored,
  source: string | null,
): Promise<PageResult> {
  stored.html = entry.html();
  try {
    await page.goto(entry.url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
    await page.bringToFront();
    const report = await settledReport(page, helper);
    const peers = source === null ? null : await runPeers(page, source, stored.html);
    return judgePage(entry, report, peers);
  } catch (error) {
    return judgePage(entry, null, null, error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}
