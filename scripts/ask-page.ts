import type { Page } from 'puppeteer-core';
import type { PageReport, Result, ToPage } from '../src/messaging/protocol';
import type { Launched } from './launch';

/** A page that has not been answered within this time never will be. */
const PATIENCE_MS = 30_000;

/** The extension's own API as far as these scripts call it from one of its pages. */
type Api = {
  tabs: {
    query: (filter: object) => Promise<{ id?: number; url?: string }[]>;
    sendMessage: (tab: number, message: unknown) => Promise<unknown>;
  };
};

/**
 * Asks the content script of a page a message of the popup's, from a page of the extension. Resolves with null while
 * nobody answers there.
 */
export async function askOnce<K extends keyof ToPage>(
  extensionPage: Page,
  url: string,
  name: K,
  payload: ToPage[K][0],
): Promise<ToPage[K][1] | null> {
  const result = await extensionPage.evaluate(
    async (address: string, message: unknown): Promise<unknown> => {
      const api = ((globalThis as { browser?: unknown }).browser ?? (globalThis as { chrome?: unknown }).chrome) as Api;
      const tab = (await api.tabs.query({})).find((candidate) => candidate.url === address);
      if (tab?.id === undefined) return null;
      return api.tabs.sendMessage(tab.id, message).catch(() => null);
    },
    url,
    { name, payload },
  );
  const reply = result as Result<ToPage[K][1]> | null;
  return reply?.ok ? reply.value : null;
}

/** The report of a page once its names are linked. Throws when the extension never answers there. */
export async function askPage(launched: Launched, page: Page): Promise<PageReport> {
  const helper = await launched.openExtensionPage('popup.html');
  await page.bringToFront();
  const until = Date.now() + PATIENCE_MS;
  try {
    for (;;) {
      const report = await askOnce(helper, page.url(), 'report', {});
      if (report && (report.settled || Date.now() > until)) return report;
      if (Date.now() > until) throw new Error(`${page.url()}: the extension does not answer on this page.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await helper.close();
  }
}
