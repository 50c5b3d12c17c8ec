import { browser } from 'wxt/browser';
import { validMessage } from './guards';
import type { Payload, Reply, Result, ToWorker, ToWorkerFromPages } from './protocol';

type All = ToWorker & ToWorkerFromPages;

/** What the browser says of a sender, as far as we use it. */
export type MessageSender = {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined; incognito: boolean } | undefined;
};

/** The polyfill's listener answers by returning a promise; WXT's types only know Chrome's callback. */
type OnMessage = {
  addListener: (listener: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined) => void;
};

/** Who sent a message: a content script of a tab, or one of the extension's own pages. */
export type Sender = { tab: number | null; url: string; incognito: boolean; fromExtensionPage: boolean };

export type Handlers = { [K in keyof All]: (payload: Payload<All, K>, sender: Sender) => Promise<Reply<All, K>> };

/** Messages that change settings or reveal more than a page needs: accepted from the extension's own pages only. */
const PAGES_ONLY: readonly (keyof All)[] = [
  'site-state',
  'set-site',
  'set-all',
  'pause',
  'packs',
  'packs-changed',
] satisfies (keyof ToWorkerFromPages)[];

/** Answers messages for as long as the worker lives. Must be called while the worker's script first runs. */
export function serve(handlers: Handlers): void {
  (browser.runtime.onMessage as unknown as OnMessage).addListener((message, from) => {
    const sender = checkSender(from);
    const name = validMessage(message);
    // Undefined tells the browser that this listener does not answer; a forged or foreign message learns nothing.
    if (!sender || !name) return undefined;
    if (PAGES_ONLY.includes(name) && !sender.fromExtensionPage) return undefined;
    return answer(handlers, name, (message as { payload: unknown }).payload, sender);
  });
}

async function answer(handlers: Handlers, name: keyof All, payload: unknown, sender: Sender): Promise<Result<unknown>> {
  try {
    const handle = handlers[name] as (payload: unknown, sender: Sender) => Promise<unknown>;
    return { ok: true, value: await handle(payload, sender) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The sender, or null when it is not this extension. */
export function checkSender(from: MessageSender): Sender | null {
  if (from.id !== browser.runtime.id) return null;
  const url = from.url ?? '';
  const fromExtensionPage = url.startsWith(browser.runtime.getURL('/'));
  if (!fromExtensionPage && from.tab?.id === undefined) return null;
  return {
    tab: from.tab?.id ?? null,
    url: from.tab?.url ?? url,
    incognito: from.tab?.incognito === true,
    fromExtensionPage,
  };
}
