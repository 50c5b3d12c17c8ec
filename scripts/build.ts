import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildPacks } from '../src/pipeline/build-packs';
import type { BrowserName } from './browsers';

/** The folder of the packaged extension for a browser. */
export const OUTPUT: Record<BrowserName, string> = {
  chromium: path.resolve('.output/chrome-mv3'),
  firefox: path.resolve('.output/firefox-mv3'),
};

/** Builds packs and extension for a browser, unless nothing changed since; returns the extension's folder. */
export function buildExtension(browser: BrowserName, say: (line: string) => void): string {
  // The test runner builds once for all test files; they run side by side and must not build over each other.
  if (process.env.SIDELIGHT_BUILT === '1') return OUTPUT[browser];
  buildPacks(say);
  const stampFile = `.cache/extension-${browser}.txt`;
  const stamp = hashOf(['entrypoints', 'src', 'public', 'wxt.config.ts', 'package-lock.json']);
  const isFresh = existsSync(OUTPUT[browser]) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isFresh) return OUTPUT[browser];
  say(`Building the extension for ${browser} ...`);
  const wxt = path.resolve('node_modules/wxt/bin/wxt.mjs');
  const args = [wxt, 'build', '-b', browser === 'firefox' ? 'firefox' : 'chrome'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
  mkdirSync('.cache', { recursive: true });
  writeFileSync(stampFile, stamp);
  return OUTPUT[browser];
}

function hashOf(roots: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of roots.flatMap(filesOf).sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(root: string): string[] {
  if (!existsSync(root)) return [];
  const entries = root.includes('.') ? null : readdirSync(root, { withFileTypes: true, recursive: true });
  if (!entries) return [root];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
