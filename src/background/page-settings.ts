import type { OffReason, PageSettings, SiteState } from '../messaging/protocol';
import type { Settings } from '../settings/schema';
import { isPaused, isSiteEnabled, siteOf } from '../settings/sites';

/** Why Sidelight is off on a page with this address, or null when it is on. `now` in epoch milliseconds. */
function offReason(settings: Settings, url: string, now: number): OffReason | null {
  const site = siteOf(url);
  if (site === null) return 'unsupported';
  if (!settings.allEnabled) return 'all-off';
  if (isPaused(settings, now)) return 'paused';
  return isSiteEnabled(settings, site) ? null : 'site-off';
}

/** The complete snapshot of settings that a page works with. */
export function pageSettingsFor(settings: Settings, url: string, now: number): PageSettings {
  const reason = offReason(settings, url, now);
  const { dwellMs, underlineFamiliar, everyMention, knownEntities, theme } = settings;
  return { enabled: reason === null, reason, dwellMs, underlineFamiliar, everyMention, knownEntities, theme };
}

export function siteStateFor(settings: Settings, url: string, now: number): SiteState {
  const host = siteOf(url);
  return {
    host,
    siteEnabled: host !== null && isSiteEnabled(settings, host),
    allEnabled: settings.allEnabled,
    pausedUntil: isPaused(settings, now) ? settings.pausedUntil : 0,
  };
}
