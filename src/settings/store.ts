import { browser } from 'wxt/browser';
import { SETTING_KEYS, readSettings } from './schema';
import type { Settings } from './schema';

/** One change at a time: a read-modify-write of the site list must not lose the other window's edit. */
let lastChange: Promise<unknown> = Promise.resolve();

/** All settings, with defaults where nothing (or nothing believable) is stored. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await browser.storage.local.get(SETTING_KEYS)).settings;
}

/** Changes settings; only what `change` returns is stored. Changes are applied one after the other. */
export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const next = lastChange.then(async () => {
    const settings = await loadSettings();
    const changed = change(settings);
    await browser.storage.local.set(changed);
    return { ...settings, ...changed };
  });
  lastChange = next.catch(() => undefined);
  return next;
}

/** Calls back with the keys of every change of any setting, from whichever context, until the signal aborts. */
export function onSettingsChange(listener: (changed: readonly string[]) => void, signal: AbortSignal): void {
  const keys = new Set<string>(SETTING_KEYS);
  const handle = (changes: Record<string, unknown>, area: string): void => {
    const changed = Object.keys(changes).filter((key) => keys.has(key));
    if (area === 'local' && changed.length > 0) listener(changed);
  };
  browser.storage.onChanged.addListener(handle);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(handle), { once: true });
}
