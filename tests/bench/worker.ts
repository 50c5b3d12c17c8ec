import type { Page } from 'puppeteer-core';
import { ensureBrowser } from '../../scripts/browsers';
import { buildExtension } from '../../scripts/build';
import { endServiceWorker, launch } from '../../scripts/launch';
import type { Launched } from '../../scripts/launch';
import { round } from './measure';

const ROUNDS = 15;
const TEXT = 'South Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara on Tuesday.';

export type WorkerResult = { emptyMs: number; firstAnswerMs: number; differenceMs: number };

/**
 * First answer of a freshly started worker in the packaged extension in Chromium: a message that needs no pack beside
 * one that opens the bundled packs and links a sentence. The worker is ended before each; runs alternate.
 */
export async function benchWorker(): Promise<WorkerResult> {
  const executable = ensureBrowser('chromium', console.log);
  const launched = await launch({
    name: 'chromium',
    executable,
    extension: buildExtension('chromium', console.log),
    headless: true,
  });
  try {
    const control = await launched.openExtensionPage('popup.html');
    const empty: number[] = [];
    const first: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      empty.push(await timeAfterKill(launched, control, 'page-settings', {}));
      const payload = { blocks: [{ text: TEXT, role: 'paragraph' }], facts: {}, known: [] };
      first.push(await timeAfterKill(launched, control, 'annotate', payload));
    }
    const result = {
      emptyMs: median(empty),
      firstAnswerMs: median(first),
      differenceMs: round(median(first) - median(empty)),
    };
    console.log(
      `worker, freshly started: empty answer ${result.emptyMs} ms (${spread(empty)}), first answer with the bundled packs ` +
        `${result.firstAnswerMs} ms (${spread(first)}), difference ${result.differenceMs} ms`,
    );
    return result;
  } finally {
    await launched.close();
  }
}

async function timeAfterKill(launched: Launched, control: Page, name: string, payload: object): Promise<number> {
  await endServiceWorker(launched);
  return control.evaluate(
    async (message: unknown) => {
      const api = (
        globalThis as unknown as { chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } } }
      ).chrome;
      const before = performance.now();
      await api.runtime.sendMessage(message);
      return performance.now() - before;
    },
    { name, payload },
  );
}

function median(times: readonly number[]): number {
  return round([...times].sort((a, b) => a - b)[times.length >> 1] ?? 0);
}

function spread(times: readonly number[]): string {
  return `${round(Math.min(...times))} to ${round(Math.max(...times))}`;
}
