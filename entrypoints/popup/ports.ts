import { browser } from 'wxt/browser';
import { createClient } from '../../src/messaging/client';
import type { Payload, Reply, Result, ToPage } from '../../src/messaging/protocol';
import { loadSettings } from '../../src/settings/store';
import type { Access, PopupPorts } from '../../src/ui/popup/types';

/** Connects the popup to the browser, the worker and the tab that it was opened over. */
export async function popupPorts(): Promise<PopupPorts> {
  const { send } = createClient();
  const tab = await currentTab();
  const { url } = tab;
  return {
    theme: async () => (await loadSettings()).theme,
    access: () => accessTo(url),
    requestAccess: () => browser.permissions.request({ origins: originsOf(url) }),
    switches: () => send('site-state', { url }),
    setSite: (enabled) => send('set-site', { url, enabled }),
    setAll: (enabled) => send('set-all', { enabled }),
    pause: (minutes) => send('pause', { minutes }),
    page: () => ask(tab.id, 'status', {}),
    setPage: (on) => ask(tab.id, 'annotate-page', { on }),
    jump: (entity) => ask(tab.id, 'jump', { entity }),
    shortcuts: async () =>
      (await browser.commands.getAll()).flatMap(({ description, shortcut }) =>
        description ? [{ description, keys: shortcut ?? '' }] : [],
      ),
    openOptions: () => browser.runtime.openOptionsPage(),
    close: () => window.close(),
  };
}

/** The tab in front; `?tab=<id>` names another one, for a popup that was opened as a page. */
async function currentTab(): Promise<{ id: number; url: string }> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  const tab = named > 0 ? await browser.tabs.get(named) : active;
  // Without access to a site the browser hides the address of its tabs.
  return { id: tab?.id ?? -1, url: tab?.url ?? '' };
}

function originsOf(url: string): string[] {
  if (!/^https?:/.test(url)) return browser.runtime.getManifest().host_permissions ?? [];
  const { protocol, hostname } = new URL(url);
  return [`${protocol}//${hostname}/*`];
}

async function accessTo(url: string): Promise<Access> {
  if (url !== '' && !/^https?:/.test(url)) return 'never';
  if (await browser.permissions.contains({ origins: originsOf(url) })) return url === '' ? 'never' : 'granted';
  return 'withheld';
}

/** Sends to the tab; null when nothing of ours is in it. */
async function ask<K extends keyof ToPage>(
  tabId: number,
  name: K,
  payload: Payload<ToPage, K>,
): Promise<Reply<ToPage, K> | null> {
  try {
    const result = await browser.tabs.sendMessage<unknown, Result<Reply<ToPage, K>> | undefined>(tabId, {
      name,
      payload,
    });
    return result?.ok ? result.value : null;
  } catch {
    return null;
  }
}
