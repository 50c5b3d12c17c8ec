import { browser } from 'wxt/browser';
import { openPack } from '../core/kb/open-pack';
import type { Pack } from '../core/kb/pack';
import { sentenceOf } from './pack-words';

/** Names of the bundled packs, written by the compiler beside them. */
const INDEX = 'packs/index.json';

/** A pack that opened, or the reason why it did not; `id` is then the best name there is. */
export type OpenedPack = { id: string; pack: Pack; problem: '' } | { id: string; pack: null; problem: string };

/** Opens the packs of the package, in the order of their index. Rejects only where the index cannot be read. */
export async function openBundledPacks(): Promise<OpenedPack[]> {
  const index: unknown = await (await fetch(packUrl(INDEX))).json();
  const files = Array.isArray(index) ? index.filter((file): file is string => typeof file === 'string') : [];
  return Promise.all(files.map(openBundled));
}

async function openBundled(file: string): Promise<OpenedPack> {
  try {
    const pack = openPack(await (await fetch(packUrl(`packs/${file}`))).arrayBuffer());
    return { id: pack.manifest.id, pack, problem: '' };
  } catch (error) {
    return { id: file, pack: null, problem: sentenceOf(error) };
  }
}

/** WXT types `getURL` by the files of `public/`; packs are built, so their names are not known to it. */
function packUrl(path: string): string {
  return (browser.runtime.getURL as (path: string) => string)(`/${path}`);
}
