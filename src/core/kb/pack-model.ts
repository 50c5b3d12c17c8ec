import { foldName } from '../text/fold';
import type { PackEntity, PackInput } from './pack-input';
import type { Pattern, Posting } from './pack';
import { flagBit, type AliasFlag } from './record';
import type { Refs } from './refs';

/** Everything of a pack in its final order and with its final numbers, before it becomes bytes. */
export type PackModel = {
  /** In order of id. */
  entities: readonly PackEntity[];
  indexOf: (id: string) => number;
  /** In order of folded form, then of surface, then loose before exact. */
  names: readonly string[];
  exact: readonly boolean[];
  postings: readonly (readonly Posting[])[];
  /** Names of each entity, ascending, anchors of patterns left out. */
  namesOf: readonly (readonly number[])[];
  patterns: readonly Pattern[];
  /** In order of frequency. */
  strings: readonly string[];
  refs: Refs;
};

type Entry = { surface: string; exact: boolean; folded: string; postings: Posting[] };

const EXACT = flagBit('case-sensitive') | flagBit('acronym');
const PATTERN = flagBit('pattern');

/** Sorts, numbers and joins; throws an `Error` that names the entity where the input cannot become a pack. */
export function buildModel(input: PackInput): PackModel {
  const entities = [...input.entities].sort((a, b) => compareStrings(a.record.id, b.record.id));
  const indexById = new Map(entities.map((entity, i) => [entity.record.id, i]));
  if (indexById.size < entities.length) throw new Error(`two entities with the id ${firstDouble(entities)}`);
  const entries = new Map<string, Entry>();
  const patterns: Pattern[] = [];
  entities.forEach((entity, index) => addEntity(entries, patterns, entity, index));
  const sorted = [...entries.values()].sort(compareEntries);
  const strings = collectStrings(entities, indexById, patterns);
  return {
    entities,
    indexOf: (id) => indexById.get(id) ?? -1,
    names: sorted.map((entry) => entry.surface),
    exact: sorted.map((entry) => entry.exact),
    postings: sorted.map((entry) => entry.postings),
    namesOf: namesByEntity(sorted, entities.length),
    patterns,
    strings,
    refs: createRefs(strings, sorted),
  };
}

export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareEntries(a: Entry, b: Entry): number {
  return (
    compareStrings(a.folded, b.folded) || compareStrings(a.surface, b.surface) || Number(a.exact) - Number(b.exact)
  );
}

function firstDouble(entities: readonly PackEntity[]): string {
  return entities.find((entity, i) => entities[i + 1]?.record.id === entity.record.id)?.record.id ?? '';
}

function addEntity(entries: Map<string, Entry>, patterns: Pattern[], source: PackEntity, entity: number): void {
  for (const { t, flags, weight } of source.aliases) {
    addName(entries, t, { entity, flags: joinFlags(flags) & ~PATTERN, weight: weight ?? 0, pattern: -1 });
  }
  for (const [anchors, ...groups] of source.patterns) {
    for (const anchor of anchors ?? []) {
      addName(entries, anchor, { entity, flags: PATTERN, weight: 0, pattern: patterns.length });
    }
    patterns.push({ entity, groups });
  }
}

/** A surface whose case is fixed for one entity and free for another is two names. */
function addName(entries: Map<string, Entry>, text: string, posting: Posting): void {
  const surface = text.trim().normalize('NFC');
  const exact = (posting.flags & EXACT) !== 0;
  const key = (exact ? '=' : '~') + surface;
  const entry = entries.get(key);
  if (!entry) {
    entries.set(key, { surface, exact, folded: foldName(surface), postings: [posting] });
    return;
  }
  const known = entry.postings.find((other) => other.entity === posting.entity && other.pattern === posting.pattern);
  if (!known) entry.postings.push(posting);
  else Object.assign(known, { flags: known.flags | posting.flags, weight: Math.max(known.weight, posting.weight) });
}

function joinFlags(flags: readonly AliasFlag[]): number {
  return flags.reduce((bits, flag) => bits | flagBit(flag), 0);
}

function namesByEntity(entries: readonly Entry[], entityCount: number): number[][] {
  const names: number[][] = Array.from({ length: entityCount }, () => []);
  entries.forEach((entry, name) => {
    for (const posting of entry.postings) {
      const list = names[posting.entity];
      if (posting.pattern < 0 && list && list.at(-1) !== name) list.push(name);
    }
  });
  return names;
}

/** The strings that other sections refer to by number, the most frequent first so that their numbers are short. */
function collectStrings(
  entities: readonly PackEntity[],
  indexById: ReadonlyMap<string, number>,
  patterns: readonly Pattern[],
): string[] {
  const counts = new Map<string, number>();
  const add = (text: string) => counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { record } of entities) {
    for (const { p, o, v } of record.rel ?? []) {
      add(p);
      if (!indexById.has(o)) add(o);
      if (v !== undefined) add(v);
    }
    for (const fact of record.facts ?? []) add(fact.k);
    Object.keys(record.names ?? {}).forEach(add);
  }
  for (const pattern of patterns) pattern.groups.flat().forEach(add);
  return [...counts].sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0])).map(([text]) => text);
}

function createRefs(strings: readonly string[], names: readonly Entry[]): Refs {
  const stringNumbers = new Map(strings.map((text, i) => [text, i]));
  const nameNumbers = new Map<string, number>();
  names.forEach((entry, i) => {
    if (!nameNumbers.has(entry.surface)) nameNumbers.set(entry.surface, i);
  });
  return {
    string(text) {
      const number = stringNumbers.get(text);
      if (number === undefined) throw new Error(`string not collected: ${text}`);
      return number;
    },
    name: (surface) => nameNumbers.get(surface) ?? -1,
  };
}
