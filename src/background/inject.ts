import { browser } from 'wxt/browser';

/** Kept for as long as the browser runs this extension: an update, or being switched off and on, clears it. */
const HERE = 'here';

/**
 * Brings the content script into tabs that were open before: at an install, at an update, and when the reader switches
 * the extension on again. Chrome leaves them with none, or with one that is cut off from the worker; Firefox injects by
 * itself. The page is never reloaded: the reader may be in the middle of it.
 */
export function injectIntoOpenTabs(): void {
  if (import.meta.env.FIREFOX) return;
  // Nothing is done here, but Chrome starts the worker of a new version for it.
  browser.runtime.onInstalled.addListener(() => {});
  void injectOnce();
}

async function injectOnce(): Promise<void> {
  const { session } = browser.storage;
  if ((await session.get(HERE))[HERE] === true) return;
  await session.set({ [HERE]: true });
  await injectEverywhere();
}

/** Brings the content script into every open page that has none of ours. */
export async function injectEverywhere(): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (!script) return;
  const tabs = await browser.tabs.query({ url: ['https://*/*', 'http://*/*'], discarded: false });
  await Promise.all(tabs.map(async ({ id }) => (id === undefined ? undefined : injectInto(id, script))));
}

type Script = { css?: string[] | undefined; js?: string[] | undefined };

async function injectInto(tabId: number, script: Script): Promise<void> {
  if (!(await isServed(tabId))) await inject({ tabId }, script);
}

/**
 * Brings the content script into all frames of a tab, where its own document asks for it. Frames get none by
 * themselves: a world for the script in each of dozens of advertisements costs a page more than all of our reading.
 */
export async function injectIntoFrames(tabId: number): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (script) await inject({ tabId, allFrames: true }, script);
}

async function inject(target: { tabId: number; allFrames?: boolean }, script: Script): Promise<void> {
  // As in the manifest: only a user's style sheet reaches into shadow trees in Firefox.
  const origin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
  try {
    await browser.scripting.insertCSS({ target, files: script.css ?? [], origin });
    await browser.scripting.executeScript({ target, files: (script.js ?? []) as never });
  } catch {
    // A page that no extension may touch, or one that is just being left.
  }
}

/** Whether a script of this very run answers in the tab: one from before an update does not. */
function isServed(tabId: number): Promise<boolean> {
  return browser.tabs.sendMessage(tabId, { name: 'status', payload: {} }).then(
    () => true,
    () => false,
  );
}
