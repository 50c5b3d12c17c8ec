import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../../scripts/browsers';
import { buildExtension } from '../../../scripts/build';
import { BROWSER } from '../extension';

ensureBrowser(BROWSER, console.log);
const folder = buildExtension(BROWSER, console.log);
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

describe('the package', () => {
  it('asks for exactly the permissions that work needs', () => {
    expect([...(manifest.permissions as string[])].sort()).toEqual([
      'alarms',
      'scripting',
      'storage',
      'unlimitedStorage',
    ]);
    expect(manifest.host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toBeUndefined();
  });

  it('shows pages nothing of itself', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.manifest_version).toBe(3);
  });

  it('holds no code that makes markup of text or code of strings, and no address to call', () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
      const code = readFileSync(path.join(folder, file), 'utf8');
      expect(code, file).not.toMatch(/\.innerHTML\s*=|insertAdjacentHTML|document\.write\(|\beval\(|new Function\(/);
      expect(code, file).not.toMatch(/XMLHttpRequest|navigator\.sendBeacon|new WebSocket/);
    }
  });

  // The linter is the Firefox store's.
  if (BROWSER !== 'firefox') return;
  it('passes the store’s linter without an error or a warning', () => {
    const webExt = path.resolve('node_modules/web-ext/bin/web-ext.js');
    const { stdout } = spawnSync(
      process.execPath,
      [webExt, 'lint', '--source-dir', folder, '--output', 'json', '--no-input'],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      },
    );
    const { errors, warnings } = JSON.parse(stdout) as { errors: unknown[]; warnings: { code: string }[] };
    expect(errors).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual([]);
  });
});
