import type { Pack } from '../core/kb/pack';
import type { PackSummary } from '../messaging/protocol';
import { openBundledPacks, type OpenedPack } from './bundled-packs';
import { openInstalledPacks } from './installed-packs';
import { compareVersions } from './versions';

/** How long a first answer waits for IndexedDB before it is given with the bundled packs alone, milliseconds. */
const PATIENCE_MS = 1000;
/** How long the options page waits for a pack it has just added: less than a request lives (messaging/client.ts). */
const RELOAD_PATIENCE_MS = 2500;

/** What the worker knows about the packs it could and could not open. */
export type LoadedPacks = { packs: Pack[]; summaries: PackSummary[] };

/** `reload` looks at the installed packs anew; the bundled ones cannot change in a worker's life. */
export type PackStore = { load: () => Promise<LoadedPacks>; reload: () => Promise<LoadedPacks> };

/**
 * Opens bundled and installed packs side by side, once in the worker's life. A pack that does not open is put aside
 * with the reason and the others go on working; where IndexedDB is blocked or silent there are the bundled ones.
 */
export function createPackStore(): PackStore {
  let bundled: Promise<OpenedPack[]> | null = null;
  let installed: (() => Promise<OpenedPack[]>) | null = null;
  const load = async (): Promise<LoadedPacks> => {
    bundled ??= openBundledPacks().catch((error: unknown) => {
      // Not kept: the next request tries again.
      bundled = null;
      throw error;
    });
    installed ??= readInstalled(PATIENCE_MS);
    const [ours, readers] = await Promise.all([bundled, installed()]);
    return mergePacks(ours, readers);
  };
  const reload = (): Promise<LoadedPacks> => {
    installed = readInstalled(RELOAD_PATIENCE_MS);
    return load();
  };
  return { load, reload };
}

/** Starts reading; the result answers with what is there, none as long as the browser has not answered in time. */
function readInstalled(patienceMs: number): () => Promise<OpenedPack[]> {
  const reading = openInstalledPacks().catch((): OpenedPack[] => []);
  // One patience for all that ask: the second request of a worker whose IndexedDB is stuck does not wait again.
  const patience = new Promise<OpenedPack[]>((resolve) => setTimeout(() => resolve([]), patienceMs));
  return () => Promise.race([reading, patience]);
}

/**
 * Puts installed packs beside the bundled ones, the most trusted tier first. Of two packs with one id the newer works;
 * an installed one that is not newer is put aside, so that the reader can see and remove it.
 */
export function mergePacks(bundled: readonly OpenedPack[], installed: readonly OpenedPack[]): LoadedPacks {
  const shadowed = new Set<OpenedPack>();
  const aside: PackSummary[] = [];
  for (const own of installed) {
    const rival = bundled.find(({ id, pack }) => pack !== null && id === own.id);
    if (!rival?.pack || !own.pack) continue;
    if (compareVersions(own.pack.manifest.version, rival.pack.manifest.version) > 0) shadowed.add(rival);
    else shadowed.add(own);
  }
  const works = (opened: OpenedPack): boolean => opened.pack !== null && !shadowed.has(opened);
  const active = [
    ...bundled.filter(works).map(({ pack }) => ({ pack, installed: false })),
    ...installed.filter(works).map(({ pack }) => ({ pack, installed: true })),
  ].flatMap(({ pack, installed: own }) => (pack ? [{ pack, installed: own }] : []));
  active.sort((a, b) => a.pack.manifest.tier - b.pack.manifest.tier);
  for (const { id, problem } of bundled) if (problem !== '') aside.push(problemOf(id, problem, false));
  for (const own of installed) {
    if (own.problem !== '') aside.push(problemOf(own.id, own.problem, true));
    else if (shadowed.has(own)) aside.push(problemOf(own.id, 'Sidelight now brings this pack itself.', true));
  }
  return {
    packs: active.map(({ pack }) => pack),
    summaries: [...active.map(({ pack, installed: own }) => summaryOf(pack, own)), ...aside],
  };
}

const EMPTY_SUMMARY = { version: '', licence: '', notice: '', attribution: '', asOf: '', entities: 0 };

function problemOf(id: string, problem: string, installed: boolean): PackSummary {
  return { ...EMPTY_SUMMARY, id, name: id, problem, installed };
}

function summaryOf(pack: Pack, installed: boolean): PackSummary {
  const { id, name, version, licence, notice, attribution, asOf } = pack.manifest;
  return { id, name, version, licence, notice, attribution, asOf, entities: pack.entityCount, problem: '', installed };
}
