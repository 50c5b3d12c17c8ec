import { browser } from 'wxt/browser';
import { openPack } from '../core/kb/open-pack';
import type { Pack } from '../core/kb/pack';
import type { PackSummary } from '../messaging/protocol';

/** Names of the bundled packs, written by the compiler beside them. */
const INDEX = 'packs/index.json';

/** What the worker knows about the packs it could and could not open. */
export type LoadedPacks = { packs: Pack[]; summaries: PackSummary[] };

/**
 * Opens the bundled packs once in the worker's life. A pack that does not open is put aside with the reason; the others
 * go on working.
 */
export function createPackStore(): { load: () => Promise<LoadedPacks> } {
  let loading: Promise<LoadedPacks> | null = null;
  const load = (): Promise<LoadedPacks> => {
    loading ??= loadAll().catch((error: unknown) => {
      // Not kept: the next request tries again.
      loading = null;
      throw error;
    });
    return loading;
  };
  return { load };
}

async function loadAll(): Promise<LoadedPacks> {
  const index: unknown = await (await fetch(packUrl(INDEX))).json();
  const files = Array.isArray(index) ? index.filter((file): file is string => typeof file === 'string') : [];
  const results = await Promise.all(files.map(openBundled));
  return {
    packs: results.flatMap(({ pack }) => (pack ? [pack] : [])),
    summaries: results.map(({ summary }) => summary),
  };
}

async function openBundled(file: string): Promise<{ pack: Pack | null; summary: PackSummary }> {
  try {
    const pack = openPack(await (await fetch(packUrl(`packs/${file}`))).arrayBuffer());
    return { pack, summary: summaryOf(pack) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { pack: null, summary: { ...EMPTY_SUMMARY, id: file, name: file, problem } };
  }
}

/** WXT types `getURL` by the files of `public/`; packs are built, so their names are not known to it. */
function packUrl(path: string): string {
  return (browser.runtime.getURL as (path: string) => string)(`/${path}`);
}

const EMPTY_SUMMARY: PackSummary = {
  id: '', name: '', version: '', licence: '', notice: '', attribution: '', asOf: '', entities: 0, problem: '',
}; // prettier-ignore

function summaryOf(pack: Pack): PackSummary {
  const { id, name, version, licence, notice, attribution, asOf } = pack.manifest;
  return { id, name, version, licence, notice, attribution, asOf, entities: pack.entityCount, problem: '' };
}
