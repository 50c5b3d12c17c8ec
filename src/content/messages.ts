import { browser } from 'wxt/browser';
import type { Payload, Reply, Result, ToPage } from '../messaging/protocol';

export type PageHandlers = { [K in keyof ToPage]: (payload: Payload<ToPage, K>) => Reply<ToPage, K> };

type Listener = (message: unknown, sender: { id?: string }) => Promise<Result<unknown>> | undefined;
type OnMessage = { addListener: (listener: Listener) => void; removeListener: (listener: Listener) => void };

/** Whether and when to answer a message: `late` leaves others in the tab the time to answer first. */
export type Turn = 'now' | 'late' | 'never';

const LATE_MS = 150;

type ServeOptions = { signal: AbortSignal; turn: (name: keyof ToPage) => Turn };

/** Answers messages of the worker and the popup until `signal` aborts. A page has no way to reach this listener. */
export function servePage(handlers: PageHandlers, { signal, turn }: ServeOptions): void {
  const events = browser.runtime.onMessage as unknown as OnMessage;
  const listener: Listener = (message, sender) => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return undefined;
    const { name, payload } = message as { name?: unknown; payload?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) return undefined;
    const when = turn(name as keyof ToPage);
    if (when === 'never') return undefined;
    const handle = handlers[name as keyof ToPage] as (payload: unknown) => unknown;
    const answer = { ok: true, value: handle(payload) } as const;
    if (when === 'now') return Promise.resolve(answer);
    return new Promise((resolve) => setTimeout(() => resolve(answer), LATE_MS));
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
