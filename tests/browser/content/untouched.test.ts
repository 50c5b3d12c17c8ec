import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { LEE, STORY, TAKAICHI, marked, newsPage, paragraph, placeOf, untilTexts } from './stories';

/** Notes every change of the document once its markup has been read. */
const RECORDER = `
  window.records = [];
  addEventListener('DOMContentLoaded', () => new MutationObserver((list) => {
    for (const record of list) {
      const added = [...record.addedNodes].map((node) => node.nodeName.toLowerCase());
      window.records.push(record.type + ' on ' + record.target.nodeName.toLowerCase() + ': ' + added.join(' '));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
`;

type Recorded = { records: string[]; reports: string[]; heard: string[] };

describe('the page does not change', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('no mutation before the first card, and only the card’s host after it', async () => {
    const page = await running.openStory(
      newsPage(paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others'), { script: RECORDER }),
    );
    await running.untilMarked(page);
    expect(await page.evaluate(() => (window as unknown as Recorded).records)).toEqual([]);
    const { x, y } = await placeOf(page, TAKAICHI);
    await page.mouse.move(x - 4, y);
    await page.mouse.move(x, y);
    await page.waitForFunction(() => (window as unknown as Recorded).records.length > 0);
    const records = await page.evaluate(() => (window as unknown as Recorded).records);
    expect(records.filter((record) => !/^childList on (?:html|body): [a-z]+-?[a-z0-9-]*$/.test(record))).toEqual([]);
    await page.close();
  });

  it('text, markup, selection and search are those of the page alone', async () => {
    const page = await running.openStory(STORY);
    const read = (): { html: string; text: string; selected: string } => {
      getSelection()!.selectAllChildren(document.body);
      const selected = String(getSelection());
      getSelection()!.removeAllRanges();
      return { html: new XMLSerializer().serializeToString(document), text: document.body.innerText, selected };
    };
    await running.untilMarked(page);
    const withMarks = await page.evaluate(read);
    await running.tell('set-site', { url: page.url(), enabled: false });
    await running.untilMarked(page, 0);
    expect(await page.evaluate(read)).toEqual(withMarks);
    expect(withMarks.text).toContain(TAKAICHI);
    await running.tell('set-site', { url: page.url(), enabled: true });
    await running.untilMarked(page);
    const found = await page.evaluate(
      (name: string) => (window as unknown as { find: (text: string) => boolean }).find(name) && String(getSelection()),
      TAKAICHI,
    );
    expect(found).toBe(TAKAICHI);
    await page.close();
  });

  it('a strict policy with Trusted Types has nothing to report', async () => {
    const script = `window.reports = []; addEventListener('securitypolicyviolation', (event) => window.reports.push(event.violatedDirective));`;
    const html = newsPage(paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others'), { script }).replace(
      '<script>',
      '<script nonce="n">',
    );
    const page = await running.openStory(html, {
      'content-security-policy':
        "default-src 'none'; script-src 'nonce-n'; style-src 'none'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    await running.untilMarked(page);
    const { x, y } = await placeOf(page, TAKAICHI);
    await page.mouse.move(x - 4, y);
    await page.mouse.move(x, y);
    await page.waitForFunction(() => [...document.documentElement.children, ...document.body.children].length > 5);
    expect(await page.evaluate(() => (window as unknown as Recorded).reports)).toEqual([]);
    await page.close();
  });

  it('a page cannot tell by globals, messages, requests or the console', async () => {
    const script = `window.heard = []; addEventListener('message', (event) => window.heard.push(JSON.stringify(event.data)));
      window.before = new Set(Object.getOwnPropertyNames(window));`;
    const page = await running.browser.newPage();
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(String(error)));
    const story = await running.openStory(
      newsPage(paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others'), { script }),
    );
    await page.goto(story.url());
    await page.bringToFront();
    await running.untilMarked(page);
    const seen = await page.evaluate(() => ({
      heard: (window as unknown as Recorded).heard,
      globals: Object.getOwnPropertyNames(window).filter(
        (name) => !(window as unknown as { before: Set<string> }).before.has(name) && name !== 'before',
      ),
      resources: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /extension:/.test(name)),
      measures: [...performance.getEntriesByType('measure'), ...performance.getEntriesByType('mark')].length,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      names: new XMLSerializer().serializeToString(document).includes('sidelight'),
    }));
    expect(seen).toEqual({ heard: [], globals: [], resources: [], measures: 0, sheets: 0, names: false });
    expect(lines).toEqual([]);
    await page.close();
    await story.close();
  });

  it('editors keep what is typed to the byte', async () => {
    const page = await running.openStory(
      newsPage(
        `${paragraph(TAKAICHI)}<div id="rich" contenteditable="true"><p>${LEE} and</p></div><textarea id="plain">${LEE}</textarea>${paragraph(LEE)}`,
      ),
    );
    await running.untilMarked(page);
    await page.focus('#rich');
    await page.keyboard.press('End');
    await page.keyboard.type(` ${TAKAICHI}`);
    await page.focus('#plain');
    await page.keyboard.press('End');
    await page.keyboard.type(' went home');
    const typed = await page.evaluate(() => ({
      rich: document.querySelector('#rich')!.textContent,
      elements: [...document.querySelectorAll('#rich *')].map(({ localName }) => localName),
      plain: document.querySelector<HTMLTextAreaElement>('#plain')!.value,
    }));
    expect(typed).toEqual({ rich: `${LEE} and ${TAKAICHI}`, elements: ['p'], plain: `${LEE} went home` });
    const inEditor = await page.evaluate(() =>
      ['note', 'note-open'].some((name) =>
        [...(CSS.highlights.get(name) ?? [])].some((range) =>
          document.querySelector('#rich')!.contains(range.startContainer),
        ),
      ),
    );
    expect(inEditor).toBe(false);
    await page.close();
  });

  it('documents that are no HTML page stay quiet', async () => {
    const page = await running.openStory(
      '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Sanae Takaichi</text></svg>',
      {
        'content-type': 'image/svg+xml',
      },
    );
    expect(await running.report(page)).toBeNull();
    await page.close();
  });

  it('nothing is sent of a page that is no article until the reader asks', async () => {
    const page = await running.openStory(
      `<!doctype html><title>Login</title><form><input><input type="password"><p>Welcome, ${TAKAICHI}.</p></form>`,
    );
    await expect.poll(() => running.ask(page, 'status', {})).toMatchObject({ state: 'off', reason: 'not-an-article' });
    expect(await marked(page)).toEqual([]);
    await running.ask(page, 'annotate-page', { on: true });
    expect(await untilTexts(page, (texts) => texts.length > 0)).toContain(TAKAICHI);
    await running.ask(page, 'annotate-page', { on: false });
    await untilTexts(page, (texts) => texts.length === 0);
    await page.close();
  });
});
