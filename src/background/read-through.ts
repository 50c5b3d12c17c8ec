import type { Pack } from '../core/kb/pack';

/** Entities or names read before other work gets its turn. */
const BATCH = 5000;

/**
 * Reads every record and every name of a pack once. The content hash shows damage on the way; it does not show a pack
 * that was sealed over wrong content, and such a one would break the answers to pages, of all packs. Throws a
 * `PackError` where something cannot be read.
 */
export async function readThrough(pack: Pack): Promise<void> {
  await inBatches(pack.entityCount, (entity) => {
    pack.record(entity);
    pack.neighbours(entity);
    pack.plusCues(entity);
    pack.minusCues(entity);
  });
  await inBatches(pack.nameCount, (name) => {
    pack.surface(name);
    for (const { pattern } of pack.postings(name)) if (pattern >= 0) pack.pattern(pattern);
  });
}

async function inBatches(count: number, read: (item: number) => void): Promise<void> {
  for (let item = 0; item < count; item++) {
    read(item);
    if (item % BATCH === BATCH - 1) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
