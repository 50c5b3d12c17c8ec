import { buildCard, linesOf } from '../core/kb/card-model';
import { linkDocument } from '../core/link/link-document';
import type { Handlers } from '../messaging/server';
import type { Pack } from '../core/kb/pack';
import { changeSettings, loadSettings } from '../settings/store';
import { MOST_ENTRIES } from '../settings/schema';
import type { ReaderChoice, Settings } from '../settings/schema';
import { siteOf } from '../settings/sites';
import { showCount } from './badge';
import { injectIntoFrames } from './inject';
import { schedulePauseEnd } from './pause';
import type { PackStore } from './pack-store';
import { relinkAllTabs } from './tabs';
import { pageSettingsFor, siteStateFor } from './page-settings';

/** One handler a message. All are idempotent, since a page sends again what a killed worker lost. */
export function createHandlers({ load, reload }: PackStore): Handlers {
  const active = async (): Promise<{ packs: Pack[]; settings: Settings }> => {
    const [{ packs }, settings] = await Promise.all([load(), loadSettings()]);
    return { packs: packs.filter((pack) => !settings.disabledPacks.includes(pack.manifest.id)), settings };
  };
  return {
    'page-settings': async (_, sender) => pageSettingsFor(await loadSettings(), sender.url, Date.now()),
    annotate: async ({ blocks, facts, known }) => {
      const { packs, settings } = await active();
      return linkDocument({ blocks, facts, known, reader: settings }, packs);
    },
    card: async ({ entity, date }) => {
      const { packs } = await active();
      const context = { today: new Date().toISOString().slice(0, 10), ...(date === undefined ? {} : { date }) };
      return buildCard(packs, entity, context);
    },
    lines: async ({ entities }) => linesOf((await active()).packs, entities),
    count: async ({ names }, sender) => {
      if (sender.tab !== null) await showCount(sender.tab, names);
      return null;
    },
    'read-frames': async (_, sender) => {
      if (sender.tab !== null) await injectIntoFrames(sender.tab);
      return null;
    },
    'mark-known': async ({ entity, known }) => {
      await changeSettings(({ knownEntities }) => {
        const others = knownEntities.filter((id) => id !== entity);
        return { knownEntities: known ? [...others, entity].slice(-MOST_ENTRIES) : others };
      });
      return null;
    },
    'reject-link': async (choice) => {
      await changeSettings(({ rejected, chosen }) => ({
        rejected: withChoice(rejected, choice),
        chosen: chosen.filter((other) => !isSameChoice(other, choice)),
      }));
      return null;
    },
    'choose-link': async (choice) => {
      await changeSettings(({ rejected, chosen }) => ({
        chosen: withChoice(
          chosen.filter(({ surface }) => surface !== choice.surface),
          choice,
        ),
        rejected: rejected.filter((other) => !isSameChoice(other, choice)),
      }));
      return null;
    },
    'site-state': async ({ url }) => siteStateFor(await loadSettings(), url, Date.now()),
    'set-site': async ({ url, enabled }) => siteStateFor(await setSite(url, enabled), url, Date.now()),
    'set-all': async ({ enabled }) =>
      siteStateFor(await changeSettings(() => ({ allEnabled: enabled })), '', Date.now()),
    pause: async ({ minutes }) => {
      const pausedUntil = minutes > 0 ? Date.now() + minutes * 60_000 : 0;
      await schedulePauseEnd(pausedUntil);
      return siteStateFor(await changeSettings(() => ({ pausedUntil })), '', Date.now());
    },
    packs: async () => (await load()).summaries,
    'packs-changed': async () => {
      const { summaries } = await reload();
      // Nobody waits for the tabs: a page may be busy.
      void relinkAllTabs();
      return summaries;
    },
  };
}

export function setSite(url: string, enabled: boolean): Promise<Settings> {
  const site = siteOf(url);
  return changeSettings(({ sites }) => (site === null ? {} : { sites: { ...sites, [site]: enabled } }));
}

function isSameChoice(a: ReaderChoice, b: ReaderChoice): boolean {
  return a.entity === b.entity && a.surface === b.surface;
}

function withChoice(list: readonly ReaderChoice[], { entity, surface }: ReaderChoice): ReaderChoice[] {
  const choice = { entity, surface };
  return [...list.filter((other) => !isSameChoice(other, choice)), choice].slice(-MOST_ENTRIES);
}
