import type { Pack } from '../core/kb/pack';

/** English Wikipedia titles of all records, normalised as `norm` does (the corpora's scorer has one). */
export function titlesOfPacks(packs: readonly Pack[], norm: (title: string) => string): Set<string> {
  const titles = new Set<string>();
  for (const pack of packs) {
    for (let entity = 0; entity < pack.entityCount; entity++) {
      const title = pack.title(entity);
      if (title !== null) titles.add(norm(title));
    }
  }
  return titles;
}
