import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPageSet } from '../../../scripts/page-set';
import { serveStored, settledReport } from '../../../scripts/stored-page';
import type { PageReport } from '../../../src/messaging/protocol';
import { startExtension } from '../extension';
import type { Running } from '../extension';

/**
 * Stored news pages with what a reader would want on them, written down by a person who read each page, before the
 * program did: `linked` has names with the entity that every mention of the name means, `silent` has words that must
 * not be linked, nor any part of them where they stand, `open` says in words what a reader would want too and does not
 * get yet, for want of knowledge or of judgement; who mends it moves it up. The pages belong to their publishers and are not part of the
 * project; without them the tests are skipped. To add one: read it, write its row in tests/golden/pages.json, run this
 * file, and see the row fail once by a wrong entity.
 */
type Golden = { id: string; linked: Record<string, string>; silent: string[]; open?: string[] };

const FOLDER = path.resolve('../shared/corpora/pages');
const HAS_PAGES = existsSync(path.join(FOLDER, 'pages.jsonl'));
const GOLDEN = JSON.parse(readFileSync('tests/golden/pages.json', 'utf8')) as Golden[];

// The same marks come from the same code in both browsers; their differences are tested on the project's own pages.
describe.skipIf(!HAS_PAGES)('stored news pages read by a person', () => {
  let running: Running;
  let page: Page;
  let stored: Awaited<ReturnType<typeof serveStored>>;
  const pages = HAS_PAGES ? new Map(readPageSet(FOLDER).map((entry) => [entry.id, entry])) : new Map();

  beforeAll(async () => {
    running = await startExtension();
    page = await running.browser.newPage();
    stored = await serveStored(page);
  });
  afterAll(() => running.close());

  it.each(GOLDEN.map((golden) => [golden.id, golden] as const))('%s', async (id, { linked, silent }) => {
    const entry = pages.get(id);
    if (!entry) throw new Error(`${id} is not among the stored pages.`);
    stored.html = entry.html();
    await page.goto(entry.url, { waitUntil: 'domcontentloaded' });
    await page.bringToFront();
    const report = await settledReport(page, running.control);
    expect(wrongs(report, linked, silent)).toEqual([]);
  });
});

/** A sentence for each name that is missing or means something else, and for each word that is linked. */
function wrongs({ marks }: PageReport, linked: Golden['linked'], silent: readonly string[]): string[] {
  const found: string[] = [];
  for (const [name, entity] of Object.entries(linked)) {
    // A mention may take the title before a name with it.
    const there = marks.filter(({ text }) => text === name || text.endsWith(` ${name}`));
    if (there.length === 0) found.push(`${name} is not linked`);
    const others = new Set(there.map((mark) => mark.entity).filter((other) => other !== entity));
    if (others.size > 0) found.push(`${name} is ${[...others].join(', ')}, not ${entity}`);
  }
  for (const words of silent) {
    const mark = marks.find(({ text, context }) => overlaps(text, words) && context.includes(words));
    if (mark) found.push(`${words} is linked: ${mark.text} is ${mark.entity}`);
  }
  return found;
}

function overlaps(text: string, words: string): boolean {
  const contains = (outer: string, inner: string): boolean => ` ${outer} `.includes(` ${inner} `);
  return contains(text, words) || contains(words, text);
}
