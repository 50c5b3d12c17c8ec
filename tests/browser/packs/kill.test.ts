import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSTALL_STEPS } from '../../../src/background/pack-words';
import { BROWSER, startExtension } from '../extension';
import type { Running } from '../extension';
import { cardName, storedFiles, summaryOf } from './options-page';
import { entityOf, smallPack } from './pack-files';

type InstallPage = { installUntil: (bytes: number[], stopAt: string, frozen: boolean) => Promise<void> };

/** Firefox tells nothing of a page that is frozen; one that is not cannot stay inside a transaction. */
const FREEZES = BROWSER === 'chromium';
/** From this step on the new pack is the active one; every step is a place to be killed at. */
const FLIPPED = INSTALL_STEPS.indexOf('flipped');
const PLACES = INSTALL_STEPS.map((step, at) => [step, at >= FLIPPED ? 'new' : 'old'] as const).filter(
  ([step]) => FREEZES || !step.endsWith('ing'),
);

/** The install's own code, made to stop the page dead at a step. */
async function bundleInstall(): Promise<string> {
  const entryPoints = ['tests/browser/page/install-page.ts'];
  const bundle = await build({ entryPoints, bundle: true, write: false, format: 'iife', target: 'es2023' });
  return bundle.outputFiles[0]?.text ?? '';
}

/** Installs in a new extension page; resolves when it stands still at the step, or when the install has ended. */
async function installUntil(running: Running, script: string, version: number, step: string): Promise<string> {
  const page = await running.openExtensionPage('popup.html');
  await page.evaluate(script);
  const stopped = (FREEZES ? consoleSays(page, `at ${step}`) : titleIs(page, `at ${step}`)).then(() => 'stopped');
  const bytes = [...smallPack('own', String(version))];
  const ended = page
    .evaluate((pack, stopAt, frozen) => (globalThis as unknown as InstallPage).installUntil(pack, stopAt, frozen), bytes, step, FREEZES)
    // The page is killed while this waits.
    .then(() => 'ended', () => 'killed');
  return Promise.race([stopped, ended]);
} // prettier-ignore

function consoleSays(page: Page, text: string): Promise<void> {
  return new Promise((resolve) => page.on('console', (message) => message.text() === text && resolve()));
}

/** Never, where the page is gone before. */
function titleIs(page: Page, text: string): Promise<void> {
  const seen = page.waitForFunction((title) => document.title === title, { timeout: 0 }, text);
  return new Promise((resolve) => seen.then(() => resolve(), () => undefined));
} // prettier-ignore

/** Exactly one version is there, whole, and nothing else is left of any other. */
async function expectOnly(running: Running, version: number): Promise<void> {
  expect(await summaryOf(running, 'own')).toMatchObject({ version: String(version), problem: '', installed: true });
  for (const other of [version - 1, version, version + 1]) {
    const name = other === version ? `Zorbel own ${version}` : null;
    expect(await cardName(running, entityOf('own', String(other))), `card of ${other}`).toBe(name);
  }
  // The worker collects what is left over without anybody waiting for it.
  await expect.poll(() => storedFiles(running), { timeout: 10_000 }).toHaveLength(1);
  expect((await storedFiles(running))[0]).toMatch(new RegExp(`^own@${version}#`));
}

/** Kills the processes of all pages, and with them the worker; the browser itself goes on and is then closed. */
async function killPages({ browser, close }: Running): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
  await close();
}

async function killBrowser({ browser }: Running): Promise<void> {
  const main = browser.process();
  if (!main) throw new Error('no process of the browser');
  const ended = once(main, 'exit');
  main.kill('SIGKILL');
  await ended;
}

// Only Chromium tells which of its processes draw pages.
const KILLS = { browser: killBrowser, ...(FREEZES ? { page: killPages } : {}) };

describe.each(Object.entries(KILLS))('the %s is killed in the middle of an install', (_, kill) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'sidelight-profile-'));
  let running: Running;
  let script = '';
  let active = 1;
  beforeAll(async () => {
    script = await bundleInstall();
    running = await startExtension({ profile });
    expect(await installUntil(running, script, active, 'no step')).toBe('ended');
  });
  afterAll(async () => {
    await running.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it.each(PLACES)('at %s: the %s pack, whole, and no other file', async (step, which) => {
    expect(await installUntil(running, script, active + 1, step)).toBe('stopped');
    await kill(running);
    running = await startExtension({ profile });
    if (which === 'new') active++;
    await expectOnly(running, active);
  });
});
