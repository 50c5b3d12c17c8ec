import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export type BrowserName = 'chromium' | 'firefox';
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** Where browsers usually are: names on the PATH first, then fixed places of macOS and Windows. */
const CANDIDATES: Record<BrowserName, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Oldest versions that the extension runs on (wxt.config.ts). */
const OLDEST: Record<BrowserName, number> = { chromium: 148, firefox: 150 };

/** How each system's package manager installs a browser without asking. */
const INSTALLERS: readonly { tool: string; commands: (browser: BrowserName) => string[] }[] = [
  {
    tool: 'apt-get',
    commands: (browser) => {
      const name = browser === 'firefox' ? 'firefox-esr' : 'chromium';
      return [
        'apt-get update -qq',
        `apt-get install -y -qq --no-install-recommends ${name} fonts-noto-core fonts-noto-cjk`,
      ];
    },
  },
  { tool: 'dnf', commands: (browser) => [`dnf install -y ${browser}`] },
  { tool: 'pacman', commands: (browser) => [`pacman -Sy --noconfirm ${browser}`] },
  { tool: 'apk', commands: (browser) => [`apk add ${browser}`] },
  { tool: 'brew', commands: (browser) => [`brew install --cask ${browser}`] },
];

/** No browser was found, and none could be installed. */
export class NoBrowserError extends Error {
  override name = 'NoBrowserError';
}

/**
 * Path of an installed browser; installs one with the system's package manager where there is none. `SIDELIGHT_CHROMIUM`
 * and `SIDELIGHT_FIREFOX` name one explicitly. Throws a `NoBrowserError` that says what was tried.
 */
export function ensureBrowser(browser: BrowserName, say: (line: string) => void): string {
  const variable = `SIDELIGHT_${browser.toUpperCase()}`;
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new NoBrowserError(`${variable} names ${named}, which does not exist.`);
  }
  const found = findBrowser(browser);
  if (found !== null) return found;
  installBrowser(browser, say);
  const installed = findBrowser(browser);
  if (installed !== null) return installed;
  throw new NoBrowserError(
    `No ${browser} of version ${OLDEST[browser]} or later found, and none could be installed. ` +
      `Install one, or name it with ${variable}=/path/to/it.`,
  );
}

function findBrowser(browser: BrowserName): string | null {
  for (const candidate of CANDIDATES[browser]) {
    const file = path.isAbsolute(candidate) ? candidate : which(candidate);
    if (file !== null && existsSync(file) && versionOf(file) >= OLDEST[browser]) return file;
  }
  return null;
}

function which(command: string): string | null {
  const extensions = process.platform === 'win32' ? ['.exe', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const extension of extensions) {
      const file = path.join(folder, command + extension);
      if (folder !== '' && existsSync(file)) return file;
    }
  }
  return null;
}

/** Major version that a browser reports; 0 when it does not run, infinity where it cannot be asked (Windows). */
function versionOf(file: string): number {
  if (process.platform === 'win32') return Number.POSITIVE_INFINITY;
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return Number(/(\d+)\.\d/.exec(stdout ?? '')?.[1] ?? 0);
}

function installBrowser(browser: BrowserName, say: (line: string) => void): void {
  const installer = INSTALLERS.find(({ tool }) => which(tool) !== null);
  if (!installer) return;
  const asRoot = process.getuid?.() === 0 || installer.tool === 'brew' ? '' : 'sudo -n ';
  say(`No ${browser} found; installing one with ${installer.tool} ...`);
  for (const command of installer.commands(browser)) {
    const { status } = spawnSync(`${asRoot}${command}`, {
      shell: true,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) say(`"${command}" ended with code ${status ?? 'none'}.`);
  }
}
