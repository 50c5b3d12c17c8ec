import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { askOnce } from '../../scripts/ask-page';
import { ensureBrowser } from '../../scripts/browsers';
import type { BrowserName } from '../../scripts/browsers';
import { buildExtension } from '../../scripts/build';
import { launch } from '../../scripts/launch';
import type { Launched, LaunchOptions } from '../../scripts/launch';
import { serve } from '../../scripts/serve';
import type { PageReport, ToPage } from '../../src/messaging/protocol';
import { openInnerPage } from './inner-page';
import type { InnerPage } from './inner-page';

export const BROWSER: BrowserName = process.env.SIDELIGHT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** The bundled demo story: an article with navigation, comments and advertisement around it. */
export const DEMO = readFileSync('assets/demo/story.html', 'utf8');

/** The packaged extension in a real browser, with what tests ask of it. */
export type Running = Launched & {
  /** A page of the extension, from which its API is called. */
  control: Page;
  /** Serves a document and opens it in front; the page is ready when its names are linked. */
  openStory: (html?: string, headers?: Record<string, string>) => Promise<Page>;
  ask: <K extends keyof ToPage>(page: Page, name: K, payload: ToPage[K][0]) => Promise<ToPage[K][1] | null>;
  report: (page: Page) => Promise<PageReport | null>;
  /** Sends the worker a message as the popup does; resolves with the answer's value. */
  tell: (name: string, payload: object) => Promise<unknown>;
  /** Resolves once the page has this many underlined names, or some when `count` is left out. */
  untilMarked: (page: Page, count?: number) => Promise<void>;
};

export async function startExtension(options: Partial<LaunchOptions> = {}): Promise<Running> {
  const executable = ensureBrowser(BROWSER, console.log);
  const extension = buildExtension(BROWSER, console.log);
  const launched = await launch({ name: BROWSER, executable, extension, headless: true, ...options });
  const control = await launched.openExtensionPage('popup.html');
  const servers: { close: () => Promise<void> }[] = [];

  const running: Running = {
    ...launched,
    control,
    async openStory(html = DEMO, headers = {}) {
      const server = await serve({ '/story.html': html }, headers);
      servers.push(server);
      const page = await launched.browser.newPage();
      await page.goto(`${server.url}story.html`);
      await page.bringToFront();
      return page;
    },
    ask: (page, name, payload) => askOnce(control, page.url(), name, payload),
    report: (page) => askOnce(control, page.url(), 'report', {}),
    tell: (name, payload) => tellWorker(control, name, payload),
    untilMarked: (page, count) => untilMarked(running, page, count),
    async close() {
      await launched.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
  return running;
}

const innerPages = new WeakMap<Running, Promise<InnerPage>>();

/**
 * Ends the background worker at once, whatever it is doing. The first call opens a tab of the browser's own, which is
 * then in front.
 */
export async function killWorker(running: Running): Promise<void> {
  const inner = innerPages.get(running) ?? openInnerPage(running);
  innerPages.set(running, inner);
  await (await inner).endWorker();
}

function tellWorker(control: Page, name: string, payload: object): Promise<unknown> {
  return control.evaluate(
    async (message: unknown): Promise<unknown> => {
      type Api = { runtime: { sendMessage: (message: unknown) => Promise<{ ok: boolean; value?: unknown }> } };
      const api = ((globalThis as { browser?: unknown }).browser ?? (globalThis as { chrome?: unknown }).chrome) as Api;
      const reply = await api.runtime.sendMessage(message);
      return reply.ok ? reply.value : reply;
    },
    { name, payload },
  );
}

/** Asks again until it holds; the test's own time limit ends it when it never does. */
async function untilMarked(running: Running, page: Page, count?: number): Promise<void> {
  for (;;) {
    const report = await running.report(page);
    const marked = report?.marks.filter(({ underlined }) => underlined).length ?? 0;
    if (report?.settled && (count === undefined ? marked > 0 : marked === count)) return;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  }
}
