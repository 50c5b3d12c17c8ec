import { foldName } from '../core/text/fold';
import type { CompiledEntity, CompiledPack } from './compile';
import { dictionaryWords } from './dictionary';

/** What the packs before a gazetteer know already, so that the gazetteer neither repeats nor contradicts it. */
export type Known = {
  ids: ReadonlySet<string>;
  titles: ReadonlySet<string>;
  /** Bearers of each folded name, aliases included. */
  byName: ReadonlyMap<string, readonly CompiledEntity[]>;
  /** English words that are written in lower case. */
  words: ReadonlySet<string>;
};

export function knownOf(packs: readonly CompiledPack[], words: ReadonlySet<string> = dictionaryWords()): Known {
  const byName = new Map<string, CompiledEntity[]>();
  const ids = new Set<string>();
  const titles = new Set<string>();
  for (const entity of packs.flatMap((pack) => pack.entities)) {
    ids.add(entity.record.id);
    if (entity.record.title !== undefined) titles.add(foldName(entity.record.title));
    for (const name of new Set(entity.aliases.map((alias) => foldName(alias.t)))) {
      const bearers = byName.get(name) ?? [];
      bearers.push(entity);
      byName.set(name, bearers);
    }
  }
  return { ids, titles, byName, words };
}

/** Records of some types that bear a name, whatever its case and diacritics. */
export function bearersOf(known: Known, name: string, types: readonly string[]): CompiledEntity[] {
  return (known.byName.get(foldName(name)) ?? []).filter(({ record }) => types.includes(record.type));
}

/** Whether a name is also an English word in lower case: then only its context can say that the place is meant. */
export function isOrdinaryWord(known: Known, name: string): boolean {
  return known.words.has(foldName(name));
}

/** An id in words-with-hyphens: letters without diacritics, everything else a hyphen. */
export function slugOf(text: string): string {
  return foldName(text)
    .replace(/['’ʼ‘`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
