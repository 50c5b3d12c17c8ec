import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { ensureBrowser } from '../../scripts/browsers';
import { buildExtension } from '../../scripts/build';
import { endServiceWorker, launch } from '../../scripts/launch';
import type { Launched } from '../../scripts/launch';
import { round } from './measure';
import { benchNames } from './names';
import { benchPack } from './packs';

const NAMES = 1_000_000;
const ROUNDS = 5;
const TEXT =
  'Officials from Tokyo met Maria Smith in New York on Tuesday, said the ministry, before they left for London.';

/** Megabytes of 10^6 bytes, medians of the rounds. */
export type MemoryResult = { emptyMb: number; bundledMb: number; millionMb: number; differenceMb: number };

/**
 * Peak memory of the extension's process in Chromium while a freshly started worker answers: a message that needs no
 * pack (an empty worker), one that links a text with the bundled packs, and the same with a pack of a million names in
 * IndexedDB beside them. The kernel keeps the peak (`VmHWM`), which is set back before each. Linux only.
 */
export async function benchMemory(): Promise<MemoryResult | null> {
  if (process.platform !== 'linux') {
    console.log('memory: skipped, it is read from /proc');
    return null;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-memory-'));
  const executable = ensureBrowser('chromium', console.log);
  const extension = buildExtension('chromium', console.log);
  const profile = path.join(folder, 'profile');
  const start = (): Promise<Launched> => launch({ name: 'chromium', executable, extension, headless: true, profile });
  try {
    const bundled = await measured(start, async (launched) => ({
      empty: await peaks(launched, 'page-settings'),
      linked: await peaks(launched, 'annotate'),
    }));
    const file = path.join(folder, 'million.pack');
    writeFileSync(file, benchPack(benchNames(NAMES)));
    await measured(start, (launched) => install(launched, file));
    const million = await measured(start, (launched) => peaks(launched, 'annotate'));
    const result = {
      emptyMb: bundled.empty,
      bundledMb: bundled.linked,
      millionMb: million,
      differenceMb: round(million - bundled.empty),
    };
    console.log(
      `memory, peak of the extension's process: empty worker ${result.emptyMb} MB, bundled packs ${result.bundledMb} MB, ` +
        `and a million names ${result.millionMb} MB; ${result.differenceMb} MB over the empty one`,
    );
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measured<T>(start: () => Promise<Launched>, measure: (launched: Launched) => Promise<T>): Promise<T> {
  const launched = await start();
  try {
    return await measure(launched);
  } finally {
    await launched.close();
  }
}

async function install(launched: Launched, file: string): Promise<void> {
  const page = await launched.openExtensionPage('options.html');
  const input = await page.waitForSelector('#add-pack');
  await (input as unknown as { uploadFile: (file: string) => Promise<void> }).uploadFile(file);
  await page.waitForFunction(() => document.querySelector('.status')?.textContent?.endsWith('was added.') === true, {
    timeout: 120_000,
  });
}

/** Median peak in MB over the rounds; the worker is ended before each, so that it starts from nothing. */
async function peaks(launched: Launched, name: 'page-settings' | 'annotate'): Promise<number> {
  const control = await launched.openExtensionPage('popup.html');
  const payload = name === 'annotate' ? { blocks: [{ text: TEXT, role: 'paragraph' }], facts: {}, known: [] } : {};
  const all: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await endServiceWorker(launched);
    await collectGarbage(control);
    const process = extensionProcess();
    // "5" sets the peak back to what is resident now (proc(5), clear_refs).
    writeFileSync(`/proc/${process}/clear_refs`, '5');
    await send(control, { name, payload });
    all.push(peakOf(process));
  }
  await control.close();
  return round(all.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0);
}

/** What an ended worker leaves is garbage of the process; it must not count for the next one. */
async function collectGarbage(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

function send(page: Page, message: unknown): Promise<unknown> {
  return page.evaluate(async (sent: unknown) => {
    const api = (
      globalThis as unknown as { chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } } }
    ).chrome;
    await api.runtime.sendMessage(sent);
  }, message);
}

/** Number of the one process of this browser that runs extension code: pages and worker share it. */
function extensionProcess(): number {
  const found = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && isOurs(entry));
  if (found.length !== 1) throw new Error(`expected one process of an extension, found ${found.length}`);
  return Number(found[0]);
}

function isOurs(entry: string): boolean {
  try {
    if (!readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('--extension-process')) return false;
    // Our browser is a child of this process, the renderer a grandchild or further down.
    for (let id = entry; id !== '0' && id !== ''; id = parentOf(id)) if (Number(id) === process.pid) return true;
    return false;
  } catch {
    // It ended in between.
    return false;
  }
}

function parentOf(entry: string): string {
  return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1] ?? '';
}

function peakOf(id: number): number {
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? '0';
  return (Number(kilobytes) * 1024) / 1e6;
}
