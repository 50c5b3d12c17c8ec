import { existsSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import type { Page } from 'puppeteer-core';
import { ensureBrowser } from '../../scripts/browsers';
import { readPageSet } from '../../scripts/page-set';
import { serve } from '../../scripts/serve';
import { round, summarize } from './measure';
import type { PageBench } from './page-entry';

const STORED = '../shared/corpora/pages';
/** Stored pages that are measured, evenly over the set; synthetic ones by their number of nodes. */
const MAX_STORED = 31;
const NODES = [10_000, 100_000, 200_000];
const ROUNDS = 3;
/** Rounds with warm code in one page; the first ones warm it. */
const WARM_ROUNDS = 15;
const NAMES = 120;
const PASSES = ['nothing', 'bare', 'collect', 'mark', 'markjs'] as const;
type Pass = (typeof PASSES)[number];
type Bench = { pageBench: PageBench };

type Cost = Record<Pass, { script: number; task: number }>;

type Warm = Record<'bare' | 'collect' | 'mark', number>;

/** A page of its own for the origin alone has a clock of five microseconds instead of a hundred. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/**
 * Measures the page side in real Chromium, twice: every pass in a page of its own, with code and tree as cold as on a
 * visit, and the medians of passes that take turns in one page, over a fresh tree each.
 */
export async function benchPage(): Promise<unknown> {
  const server = await serve({ '/story.html': '<!doctype html>' }, ISOLATED);
  const sources = await loadSources(`${server.url}story.html`);
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chromium', console.log),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--enable-precise-memory-info'],
    protocolTimeout: 600_000,
  });
  try {
    const page = await browser.newPage();
    const stored = existsSync(STORED) ? await benchStored(page, sources) : null;
    const synthetic: Record<string, Cost & { longestTask: number }> = {};
    for (const nodes of NODES) synthetic[nodes] = await benchSynthetic(page, sources, nodes);
    const result = {
      stored,
      synthetic,
      hover: await benchHover(page, sources),
      mutation: await benchMutation(page, sources),
      navigation: await benchNavigation(page, sources),
    };
    print(result);
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function loadSources(url: string): Promise<Sources> {
  const bundle = await build({
    entryPoints: ['tests/bench/page-entry.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    minify: true,
  });
  return {
    url,
    own: bundle.outputFiles[0]?.text ?? '',
    markjs: readFileSync('node_modules/mark.js/dist/mark.min.js', 'utf8'),
  };
}

type Found = ReturnType<PageBench['names']>;
type Sources = { url: string; own: string; markjs: string };

/** A fresh page with this markup; no script and no request of its own. */
async function open(page: Page, html: string, sources: Sources): Promise<void> {
  await page.goto(sources.url);
  await page.setJavaScriptEnabled(false);
  await page.setContent(html, { waitUntil: 'domcontentloaded' });
  await page.setJavaScriptEnabled(true);
  await page.evaluate(`${sources.markjs};${sources.own}`);
}

async function benchPasses(page: Page, html: string, sources: Sources, found: Found, rounds: number): Promise<Cost> {
  const times = Object.fromEntries(PASSES.map((pass) => [pass, { script: [], task: [] }])) as unknown as Record<
    Pass,
    { script: number[]; task: number[] }
  >;
  for (let i = 0; i < rounds; i++) {
    for (const pass of PASSES) {
      await open(page, html, sources);
      const [script, task] = await page.evaluate(
        (kind: Pass, given: Found) => (window as unknown as Bench).pageBench.time(kind, given.names, given.spans),
        pass,
        found,
      );
      times[pass].script.push(script);
      times[pass].task.push(task);
    }
  }
  return Object.fromEntries(
    PASSES.map((pass) => [
      pass,
      { script: summarize(times[pass].script).median, task: summarize(times[pass].task).median },
    ]),
  ) as Cost;
}

type Stored = Cost & { pages: number; warm: Warm };

async function benchWarm(page: Page, html: string, sources: Sources, found: Found): Promise<Warm> {
  await open(page, html, sources);
  const times = await page.evaluate(
    (markup: string, { spans }: Found, rounds: number) =>
      (window as unknown as Bench).pageBench.rounds(markup, spans, rounds),
    html,
    found,
    WARM_ROUNDS,
  );
  const { bare, collect, mark } = times;
  return { bare: summarize(bare).median, collect: summarize(collect).median, mark: summarize(mark).median };
}

async function benchStored(page: Page, sources: Sources): Promise<Stored> {
  const all = readPageSet(STORED);
  const pages = all.filter((_, i) => i % Math.ceil(all.length / MAX_STORED) === 0);
  const sum = Object.fromEntries(PASSES.map((pass) => [pass, { script: 0, task: 0 }])) as Cost;
  const warm: Warm = { bare: 0, collect: 0, mark: 0 };
  for (const stored of pages) {
    const html = withoutRequests(stored.html());
    await open(page, html, sources);
    const found = await page.evaluate((most: number) => (window as unknown as Bench).pageBench.names(most), NAMES);
    const cost = await benchPasses(page, html, sources, found, ROUNDS);
    for (const pass of PASSES) {
      sum[pass].script += cost[pass].script;
      sum[pass].task += cost[pass].task;
    }
    const medians = await benchWarm(page, html, sources, found);
    for (const pass of ['bare', 'collect', 'mark'] as const) warm[pass] += medians[pass];
  }
  return { ...sum, pages: pages.length, warm };
}

/** Stored markup refers to scripts, styles and pictures that are not there; a policy keeps them from being asked for. */
function withoutRequests(html: string): string {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-eval'">`;
  return html.replace(/<head[^>]*>/i, (head) => head + policy);
}

async function benchSynthetic(page: Page, sources: Sources, nodes: number): Promise<Cost & { longestTask: number }> {
  const html = syntheticPage(nodes);
  await open(page, html, sources);
  const found = await page.evaluate((most: number) => (window as unknown as Bench).pageBench.names(most), NAMES);
  const cost = await benchPasses(page, html, sources, found, 1);
  await open(page, html, sources);
  const longestTask = await page.evaluate(() => (window as unknown as Bench).pageBench.longestTask());
  return { ...cost, longestTask };
}

/** A story of forty paragraphs in a page of this many text nodes, most of them links and labels. */
function syntheticPage(nodes: number): string {
  const paragraph =
    '<p>In <b>London</b> the talks went on for hours, and President Lee said in Nara that <a href="#">more of them</a> would follow soon enough.</p>';
  const filler = '<li><a href="#">A link of the page with a few words</a> <span>and a label</span></li>';
  const list = `<div class="list"><ul>${filler.repeat(Math.max(0, Math.floor((nodes - 240) / 3)))}</ul></div>`;
  return `<!doctype html><title>Talks in London</title><meta property="og:type" content="article"><main><article><h1>Talks in London</h1>${paragraph.repeat(40)}</article></main>${list}`;
}

async function benchHover(page: Page, sources: Sources): Promise<Record<number, number>> {
  await open(page, syntheticPage(10_000), sources);
  const result: Record<number, number> = {};
  for (const count of [0, 100, 2_000]) {
    result[count] = await page.evaluate((marks: number) => (window as unknown as Bench).pageBench.hover(marks), count);
  }
  return result;
}

/** Milliseconds of the page's own changes without us, and with us and 0, 100 and 2,000 marks; medians of turns. */
async function benchMutation(page: Page, sources: Sources): Promise<Record<string, number>> {
  await open(page, syntheticPage(10_000), sources);
  const variants = [null, 0, 100, 2_000];
  const times: number[][] = variants.map(() => []);
  for (let i = 0; i < 9; i++) {
    for (const [v, count] of variants.entries()) {
      times[v]?.push(
        await page.evaluate((marks: number | null) => (window as unknown as Bench).pageBench.mutate(marks), count),
      );
    }
  }
  return Object.fromEntries(
    variants.map((count, v) => [count === null ? 'without' : String(count), summarize(times[v] ?? []).median]),
  );
}

/** Megabytes of script memory and nodes alive after some navigations and after 1,000 more. */
async function benchNavigation(page: Page, sources: Sources): Promise<Record<string, { heap: number; nodes: number }>> {
  const html = syntheticPage(1_500);
  await open(page, html, sources);
  const session = await page.createCDPSession();
  const measure = async (times: number): Promise<{ heap: number; nodes: number }> => {
    await page.evaluate(
      (count: number, markup: string) => (window as unknown as Bench).pageBench.navigate(count, markup),
      times,
      html,
    );
    await session.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize = 0, Nodes = 0 } = await page.metrics();
    return { heap: JSHeapUsedSize / 1e6, nodes: Nodes };
  };
  const result = { after100: await measure(100), after1100: await measure(1_000) };
  await session.detach();
  return result;
}

type Result = {
  stored: Stored | null;
  synthetic: Record<string, Cost & { longestTask: number }>;
  hover: Record<number, number>;
  mutation: Record<string, number>;
  navigation: Record<string, { heap: number; nodes: number }>;
};

function print({ stored, synthetic, hover, mutation, navigation }: Result): void {
  console.log('\nPage (milliseconds; script | until drawn, an empty run taken off)');
  if (stored) {
    printCost(`${stored.pages} stored pages, first visit`, stored);
    const { bare, collect, mark } = stored.warm;
    const times = (ms: number): string => `${round(ms)} (${round(ms / bare, 2)} x bare)`;
    console.log(`  the same, medians of turns: bare ${round(bare)}, collect ${times(collect)}, mark ${times(mark)}`);
  }
  for (const [nodes, cost] of Object.entries(synthetic)) {
    printCost(`${nodes} nodes`, cost);
    console.log(`    longest task over 50 ms ${round(cost.longestTask)}`);
  }
  console.log(
    `  hit test by marks: ${Object.entries(hover)
      .map(([count, ms]) => `${count}: ${round(ms)}`)
      .join(', ')}`,
  );
  console.log(
    `  the page's own changes: ${Object.entries(mutation)
      .map(([count, ms]) => `${count}: ${round(ms)}`)
      .join(', ')}`,
  );
  console.log(
    `  navigations: ${Object.entries(navigation)
      .map(([when, { heap, nodes }]) => `${when}: ${round(heap)} MB, ${nodes} nodes`)
      .join('; ')}`,
  );
}

function printCost(title: string, cost: Cost): void {
  console.log(`  ${title}`);
  for (const pass of PASSES.slice(1)) {
    const script = cost[pass].script;
    const task = Math.max(0, cost[pass].task - cost.nothing.task);
    console.log(
      `    ${pass.padEnd(8)} ${String(round(script)).padStart(8)} | ${round(task)}  (${round(script / cost.bare.script, 2)} x bare)`,
    );
  }
}
