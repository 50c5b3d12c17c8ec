import { openPack, packHash } from '../core/kb/open-pack';
import type { OpenedPack } from './bundled-packs';
import { collectOrphans } from './install-pack';
import { readStoredPacks, type StoredPack } from './pack-db';
import { InstallError, sentenceOf } from './pack-words';

/**
 * Opens the packs that the reader added. Their content was checked when they were installed and is not hashed again;
 * that a file is the one its pointer names is seen from its header. Rejects where the store cannot be read at all.
 */
export async function openInstalledPacks(): Promise<OpenedPack[]> {
  const { packs, hasOrphans } = await readStoredPacks();
  // Nobody waits for this; what it leaves, the next worker finds again.
  if (hasOrphans) collectOrphans().catch(() => undefined);
  return Promise.all(packs.map(openStored));
}

async function openStored({ id, pointer, blob }: StoredPack): Promise<OpenedPack> {
  try {
    if (!blob) throw new InstallError('The browser has lost the file of this pack. Add it again.');
    const bytes = await blob.arrayBuffer();
    const pack = openPack(bytes);
    if (packHash(bytes) !== pointer.hash || pack.manifest.id !== id) {
      throw new InstallError('The stored file is not the one that was added. Add the pack again.');
    }
    return { id, pack, problem: '' };
  } catch (error) {
    return { id, pack: null, problem: sentenceOf(error) };
  }
}
