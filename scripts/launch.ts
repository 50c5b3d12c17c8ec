import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from './browsers';

/** Firefox gives an extension a random address; a fixed one lets us open its pages. */
const FIREFOX_UUID = '5d3c1b7e-0a4f-4b8e-9c55-1f2e3d4c5b6a';
const FIREFOX_ID = 'sidelight@sidelight.example';

/** Chromium's own calls home, switched off: nothing but the page's requests is on the network. */
const QUIET_CHROMIUM = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
];

/** A running browser with the extension in it. */
export type Launched = {
  name: BrowserName;
  browser: Browser;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  extensionUrl: string;
  /** A tab with one of the extension's own pages, from which its API can be called. */
  openExtensionPage: (file: string) => Promise<Page>;
  close: () => Promise<void>;
};

export type LaunchOptions = {
  name: BrowserName;
  executable: string;
  extension: string;
  headless: boolean;
  /** Kept between launches when given, else a temporary one that is removed. */
  profile?: string;
  args?: string[];
  firefoxPreferences?: Record<string, unknown>;
};

/** Starts a real browser with the packaged extension. The caller closes it. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'sidelight-'));
  const launched =
    options.name === 'firefox' ? await launchFirefox(options, profile) : await launchChromium(options, profile);
  const close = async (): Promise<void> => {
    await launched.browser.close();
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { ...launched, name: options.name, close };
}

/** Ends the extension's service worker in Chromium, as the browser does after half a minute of silence. */
export async function endServiceWorker({
  browser,
  extensionUrl,
}: Pick<Launched, 'browser' | 'extensionUrl'>): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(extensionUrl));
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
}

type Parts = Omit<Launched, 'name' | 'close'>;

async function launchChromium(options: LaunchOptions, userDataDir: string): Promise<Parts> {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: options.executable,
    headless: options.headless,
    pipe: true,
    enableExtensions: [options.extension],
    userDataDir,
    defaultViewport: null,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...QUIET_CHROMIUM,
      '--window-size=1280,900',
      ...(options.args ?? []),
    ],
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'),
  );
  const extensionUrl = `${new URL(worker.url()).origin.replace('null', '')}/`;
  const base = extensionUrl.startsWith('chrome-extension')
    ? extensionUrl
    : `${worker.url().split('/').slice(0, 3).join('/')}/`;
  const openExtensionPage = async (file: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(base + file);
    return page;
  };
  return { browser, extensionUrl: base, openExtensionPage };
}

async function launchFirefox(options: LaunchOptions, userDataDir: string): Promise<Parts> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless,
    userDataDir,
    defaultViewport: null,
    // Needed to open the extension's own pages from the driver (Firefox 153 and later).
    args: ['--remote-allow-system-access', '--width=1280', '--height=900', ...(options.args ?? [])],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      'datareporting.policy.dataSubmissionEnabled': false,
      'app.normandy.enabled': false,
      'browser.safebrowsing.update.enabled': false,
      // An extension installed for one run keeps its settings when the same profile is used again.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...options.firefoxPreferences,
    },
  });
  await browser.installExtension(options.extension);
  const extensionUrl = `moz-extension://${FIREFOX_UUID}/`;
  const openExtensionPage = async (file: string): Promise<Page> => {
    const page = await browser.newPage();
    // The driver never hears that an extension's page has loaded, so its own state is asked instead.
    void page.goto(extensionUrl + file).catch(() => undefined);
    await untilLoaded(page, extensionUrl);
    return page;
  };
  return { browser, extensionUrl, openExtensionPage };
}

/** Asks the page itself whether it has loaded; while it still navigates, the driver cannot ask and is asked again. */
async function untilLoaded(page: Page, url: string): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const isLoaded = await page
      .evaluate((start: string) => location.href.startsWith(start) && document.readyState === 'complete', url)
      .catch(() => false);
    if (isLoaded) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url}: the extension's page did not load within 30 seconds.`);
}
