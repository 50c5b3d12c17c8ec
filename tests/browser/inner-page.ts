import type { Page } from 'puppeteer-core';
import { OUTPUT } from '../../scripts/build';
import { endServiceWorker } from '../../scripts/launch';
import type { Launched } from '../../scripts/launch';

/** Firefox's id of the extension (wxt.config.ts). */
const FIREFOX_ID = 'sidelight@sidelight.example';

/** What a reader does in the browser's own page for extensions, done from that page. */
export type InnerPage = {
  setEnabled: (enabled: boolean) => Promise<void>;
  /** Lets the extension read every page that its manifest names, or none. */
  setAccess: (isGiven: boolean) => Promise<void>;
  /** Ends the background worker, as the browser does after some time of silence. */
  endWorker: () => Promise<void>;
  /** Gives a page the few colours of a system in high contrast, or its own again; in Firefox all pages. */
  forceColors: (on: boolean, page: Page) => Promise<void>;
};

/** Opens `chrome://extensions` or `about:addons` in a tab of its own, which is then in front. */
export async function openInnerPage(launched: Pick<Launched, 'name' | 'browser' | 'extensionUrl'>): Promise<InnerPage> {
  const page = await launched.browser.newPage();
  return launched.name === 'firefox' ? firefoxPage(page) : chromiumPage(page, launched);
}

/** Installs the same package again, which browsers treat as an update. The extension's own pages are closed by it. */
export async function update({ name, browser }: Pick<Launched, 'name' | 'browser'>): Promise<void> {
  await browser.installExtension(OUTPUT[name]);
}

async function chromiumPage(page: Page, launched: Pick<Launched, 'browser' | 'extensionUrl'>): Promise<InnerPage> {
  const id = JSON.stringify(new URL(launched.extensionUrl).host);
  await page.goto('chrome://extensions');
  const run = async (code: string): Promise<void> => void (await page.evaluate(code));
  return {
    setEnabled: (enabled) => run(`chrome.management.setEnabled(${id}, ${enabled})`),
    setAccess: (isGiven) =>
      run(`chrome.developerPrivate.updateExtensionConfiguration(
        { extensionId: ${id}, hostAccess: '${isGiven ? 'ON_ALL_SITES' : 'ON_CLICK'}' })`),
    endWorker: () => endServiceWorker(launched),
    async forceColors(on, target) {
      const session = await target.createCDPSession();
      const features = [{ name: 'forced-colors', value: on ? 'active' : 'none' }];
      await session.send('Emulation.setEmulatedMedia', { features });
    },
  };
}

async function firefoxPage(page: Page): Promise<InnerPage> {
  // The driver never hears that a page of the browser itself has loaded.
  void page.goto('about:addons').catch(() => undefined);
  for (;;) {
    const isInside = await page.evaluate('typeof ChromeUtils === "object"').catch(() => false);
    if (isInside) break;
  }
  const id = JSON.stringify(FIREFOX_ID);
  const modules = (name: string): string =>
    `const { ${name} } = ChromeUtils.importESModule('resource://gre/modules/${name}.sys.mjs');`;
  const run = async (code: string): Promise<void> => void (await page.evaluate(`(async () => { ${code} })()`));
  return {
    setEnabled: (enabled) =>
      run(`${modules('AddonManager')} const addon = await AddonManager.getAddonByID(${id});
        await addon.${enabled ? 'enable' : 'disable'}();`),
    setAccess: (isGiven) =>
      run(`${modules('ExtensionPermissions')} const { extension } = WebExtensionPolicy.getByID(${id});
        const sites = { permissions: [], origins: ['http://*/*', 'https://*/*'] };
        await ExtensionPermissions.${isGiven ? 'add' : 'remove'}(${id}, sites, extension);`),
    endWorker: () =>
      run(`await WebExtensionPolicy.getByID(${id}).extension.terminateBackground({ ignoreDevToolsAttached: true });`),
    forceColors: (on) =>
      run(`Services.prefs.setIntPref('browser.display.document_color_use', ${on ? 2 : 0});
        Services.prefs.setIntPref('ui.useAccessibilityTheme', ${on ? 1 : 0});`),
  };
}
