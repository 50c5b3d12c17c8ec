import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { PageReport } from '../src/messaging/protocol';
import { UsageError, parseArguments, runCommand } from '../src/pipeline/command-line';
import { askOnce } from './ask-page';
import { BROWSERS, ensureBrowser } from './browsers';
import type { BrowserName } from './browsers';
import { buildExtension } from './build';
import { launch } from './launch';
import { otherPages } from './other-pages';
import { PEERS, peerSource, runPeers } from './page-peers';
import { judgePage, summarise } from './page-judge';
import type { PageResult } from './page-judge';
import { printSummary } from './page-print';
import { readPageSet } from './page-set';
import type { StoredPage } from './page-set';

const USAGE =
  'Usage: npm run pages -- DIR [--report F.json] [--browser chromium|firefox] [--filter TEXT] [--shots DIR] [--no-peers] [--no-others]';
/** Scripts off and network off: the stored markup is all there is. Content scripts are not bound by it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const PATIENCE_MS = 10_000;
const POLL_MS = 40;

await runCommand(async () => {
  const { options, rest } = parseArguments(
    process.argv.slice(2),
    ['report', 'browser', 'filter', 'shots'],
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
  const shots = options.get('shots');
  const results = await runPages(name, pages, {
    peers: !options.has('no-peers'),
    shots: shots === undefined ? null : fromCaller(shots),
  });
  const summary = summarise(results, options.has('no-peers') ? [] : PEERS);
  printSummary(summary, results);
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

type RunOptions = { peers: boolean; shots: string | null };

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
    for (const [i, entry] of pages.entries()) {
      results.push(await runPage(page, helper, entry, stored, source));
      if (options.shots !== null) await shoot(page, options.shots, entry.id);
      if ((i + 1) % 25 === 0) console.log(`${i + 1} of ${pages.length} pages`);
    }
    return results;
  } finally {
    await launched.close();
  }
}

type Stored = { html: string };

/** Answers the tab's own request with the stored markup and refuses every other. */
async function serveStored(page: Page): Promise<Stored> {
  const stored = { html: '' };
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isDocument = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const answer = isDocument
      ? request.respond({
          status: 200,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': POLICY },
          body: stored.html,
        })
      : request.abort();
    answer.catch(() => undefined);
  });
  return stored;
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

async function settledReport(page: Page, helper: Page): Promise<PageReport> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const report = await askOnce(helper, page.url(), 'report', {});
    if (report?.settled) return report;
    if (Date.now() > until) throw new Error('the extension gave no settled report');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function shoot(page: Page, folder: string, id: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${id.replace(/[^\w.-]+/g, '_')}.png`), await page.screenshot({ type: 'png' }));
}
