import { browser } from 'wxt/browser';
import type { Payload, Reply, Result, ToWorker, ToWorkerFromPages } from './protocol';

/** A request lives this long before it counts as lost (a killed worker may leave a promise pending for ever). */
const TIMEOUT_MS = 3000;
const ATTEMPTS = 3;

/** The worker answered that it cannot do what was asked. */
export class WorkerError extends Error {
  override name = 'WorkerError';
}

/** The extension was updated, disabled or removed while this page was open; nothing will ever be answered. */
export class ContextGoneError extends Error {
  override name = 'ContextGoneError';
}

type AllToWorker = ToWorker & ToWorkerFromPages;

export type Client = {
  /** Sends one request; all are idempotent, so a lost one is sent again. Rejects with the two errors above. */
  send: <K extends keyof AllToWorker>(name: K, payload: Payload<AllToWorker, K>) => Promise<Reply<AllToWorker, K>>;
};

/** True while this script still belongs to an installed, enabled extension. */
export function contextIsAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

export function createClient(): Client {
  return { send };
}

async function send<K extends keyof AllToWorker>(
  name: K,
  payload: Payload<AllToWorker, K>,
): Promise<Reply<AllToWorker, K>> {
  for (let attempt = 1; ; attempt++) {
    if (!contextIsAlive()) throw new ContextGoneError('The extension is no longer running in this page.');
    try {
      const result = await withTimeout<unknown>(browser.runtime.sendMessage({ name, payload }));
      return unwrap<Reply<AllToWorker, K>>(result);
    } catch (error) {
      if (error instanceof WorkerError || attempt === ATTEMPTS) throw error;
      await delay(20 * attempt + Math.random() * 30);
    }
  }
}

function unwrap<T>(result: unknown): T {
  const reply = result as Result<T> | undefined;
  // No reply at all: the worker died before its listener ran. Worth another attempt.
  if (typeof reply !== 'object' || reply === null) throw new Error('The worker gave no answer.');
  if (reply.ok) return reply.value;
  throw new WorkerError(reply.error);
}

function withTimeout<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${TIMEOUT_MS} ms.`)), TIMEOUT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
