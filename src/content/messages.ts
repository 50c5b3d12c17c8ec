import { browser } from 'wxt/browser';
import type { Payload, Reply, Result, ToPage } from '../messaging/protocol';

export type PageHandlers = { [K in keyof ToPage]: (payload: Payload<ToPage, K>) => Reply<ToPage, K> };

type Listener = (message: unknown, sender: { id?: string }) => Promise<Result<unknown>> | undefined;
type OnMessage = { addListener: (listener: Listener) => void; removeListener: (listener: Listener) => void };

/** Answers messages of the worker and the popup until `signal` aborts. A page has no way to reach this listener. */
export function servePage(handlers: PageHandlers, signal: AbortSignal): void {
  const events = browser.runtime.onMessage as unknown as OnMessage;
  const listener: Listener = (message, sender) => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return undefined;
    const { name, payload } = message as { name?: unknown; payload?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) return undefined;
    const handle = handlers[name as keyof ToPage] as (payload: unknown) => unknown;
    return Promise.resolve({ ok: true, value: handle(payload) });
  };
  events.addListener(listener);
  signal.addEventListener('abort', () => {
    try {
      events.removeListener(listener);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
