import type { Settings } from './schema';

/** Host that the site switch speaks of: without `www.`; null for pages that Sidelight can never read. */
export function siteOf(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:') return null;
    return hostname.replace(/^www\./, '') || null;
  } catch {
    return null;
  }
}

/** Whether the site is on, by its own entry or its nearest parent domain's; sites are on until switched off. */
export function isSiteEnabled(settings: Pick<Settings, 'sites'>, host: string): boolean {
  for (let name = host; name !== ''; name = name.slice(name.indexOf('.') + 1)) {
    const own = Object.hasOwn(settings.sites, name) ? settings.sites[name] : undefined;
    if (own !== undefined) return own;
    if (!name.includes('.')) break;
  }
  return true;
}

export function isPaused(settings: Pick<Settings, 'pausedUntil'>, now: number): boolean {
  return settings.pausedUntil > now;
}
