import type { Page } from 'puppeteer-core';
import type { PageReport } from '../src/messaging/protocol';
import { askOnce } from './ask-page';

/** Scripts off and network off: the stored markup is all there is. Content scripts are not bound by it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const PATIENCE_MS = 10_000;
const POLL_MS = 40;

/** What the tab's next request is answered with. */
export type Stored = { html: string };

/** Answers the tab's own request with the stored markup and refuses every other. */
export async function serveStored(page: Page): Promise<Stored> {
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

/** The report of the open page once its names are linked. Throws when the extension gives none. */
export async function settledReport(page: Page, helper: Page): Promise<PageReport> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const report = await askOnce(helper, page.url(), 'report', {});
    if (report?.settled) return report;
    if (Date.now() > until) throw new Error('the extension gave no settled report');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
