import { browser } from 'wxt/browser';

/**
 * Brings the content script into tabs that were open before an install or update. Chrome leaves them with none (or with
 * one that is cut off from the worker); Firefox injects by itself. The page is never reloaded: the reader may be
 * in the middle of it.
 */
export function injectIntoOpenTabs(): void {
  if (import.meta.env.FIREFOX) return;
  browser.runtime.onInstalled.addListener(() => void injectEverywhere());
}

async function injectEverywhere(): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (!script) return;
  const tabs = await browser.tabs.query({ url: ['https://*/*', 'http://*/*'], discarded: false });
  await Promise.all(tabs.map(async ({ id }) => (id === undefined ? undefined : injectInto(id, script))));
}

async function injectInto(
  tabId: number,
  script: { css?: string[] | undefined; js?: string[] | undefined },
): Promise<void> {
  const target = { tabId };
  try {
    await browser.scripting.insertCSS({ target, files: script.css ?? [] });
    await browser.scripting.executeScript({ target, files: (script.js ?? []) as never });
  } catch {
    // A page that no extension may touch, or one that is just being left.
  }
}
