import { browser } from 'wxt/browser';
import type { Payload, ToPage } from '../messaging/protocol';
import { loadSettings } from '../settings/store';
import { pageSettingsFor } from './page-settings';

/** Sends to the content script of a tab; a tab without one (a store page, a PDF) is not an error. */
export async function sendToTab<K extends keyof ToPage>(
  tabId: number,
  name: K,
  payload: Payload<ToPage, K>,
): Promise<void> {
  try {
    await browser.tabs.sendMessage(tabId, { name, payload });
  } catch {
    // Nobody listens in that tab.
  }
}

/** Tells every open tab its settings anew, so that a switch takes effect without a reload. */
export async function tellAllTabs(): Promise<void> {
  const [tabs, settings] = await Promise.all([browser.tabs.query({}), loadSettings()]);
  const now = Date.now();
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      // Without access to the site the browser hides its address; a script of ours that is still there must stop.
      if (id !== undefined) await sendToTab(id, 'settings', pageSettingsFor(settings, url ?? '', now));
    }),
  );
}

/** Tells every open tab that other packs are at work. */
export async function relinkAllTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => (id === undefined || url === undefined ? null : sendToTab(id, 'relink', {}))),
  );
}

export async function activeTab(): Promise<{ id: number; url: string } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}
