import { browser } from 'wxt/browser';

/** Colours of the badge: white on a dark blue, 9.6:1. */
const BACKGROUND = '#1f3a5f';
const TEXT = '#ffffff';

/** Shows how many names a tab's page has; nothing for none. A tab that is gone is not an error. */
export async function showCount(tabId: number, names: number): Promise<void> {
  const text = names === 0 ? '' : names > 999 ? '999+' : String(names);
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: BACKGROUND });
    await browser.action.setBadgeTextColor({ tabId, color: TEXT });
    await browser.action.setBadgeText({ tabId, text });
  } catch {
    // The tab was closed or navigated meanwhile; its badge went with it.
  }
}
