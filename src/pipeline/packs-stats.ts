import { brotliCompressSync, constants } from 'node:zlib';
import type { Pack } from '../core/kb/pack';
import type { Tier } from '../core/kb/record';
import { goldSets, hasCorpora, loadScorer, readGoldSet } from './gold';
import type { GoldDocument } from './gold';
import { titlesOfPacks } from './packs-titles';

/** What one pack holds. `bytes.raw` is the file as shipped, `bytes.brotli` what a store's download makes of it. */
export type PackStats = {
  id: string;
  licence: string;
  records: Record<Tier, number>;
  aliases: number;
  /** Languages in which records have names, by number of records. */
  languages: Record<string, number>;
  bytes: { raw: number; brotli: number };
  /** Oldest and newest date up to which a record's content holds. */
  asOf: { oldest: string; newest: string };
};

/** Share of a gold set's mentions whose title some pack knows, in per cent; by the mentions' types where they have any. */
export type Coverage = {
  set: string;
  mentions: number;
  covered: number;
  percent: number;
  byType: Record<string, string>;
};

export type Stats = { packs: PackStats[]; total: Omit<PackStats, 'id' | 'licence'>; coverage: Coverage[] };

/** Counts everything. `files` are the packs' bytes in the packs' order. */
export async function packStats(packs: readonly Pack[], files: readonly Uint8Array[]): Promise<Stats> {
  const each = packs.map((pack, i) => statsOf(pack, files[i] ?? new Uint8Array()));
  return { packs: each, total: totalOf(each), coverage: hasCorpora() ? await coverageOfSets(packs) : [] };
}

function statsOf(pack: Pack, bytes: Uint8Array): PackStats {
  const stats: PackStats = {
    id: pack.manifest.id,
    licence: pack.manifest.licence,
    records: { full: 0, brief: 0, gazetteer: 0 },
    aliases: 0,
    languages: {},
    bytes: { raw: bytes.length, brotli: brotliSize(bytes) },
    asOf: { oldest: '', newest: '' },
  };
  for (let entity = 0; entity < pack.entityCount; entity++) {
    const record = pack.record(entity);
    stats.records[record.tier]++;
    stats.aliases += pack.namesOf(entity).length;
    for (const lang of ['en', ...Object.keys(record.names ?? {}).filter((tag) => tag !== 'en')]) {
      stats.languages[lang] = (stats.languages[lang] ?? 0) + 1;
    }
    stats.asOf = widened(stats.asOf, record.asOf, record.asOf);
  }
  return stats;
}

function brotliSize(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
}

function widened(range: PackStats['asOf'], oldest: string, newest: string): PackStats['asOf'] {
  return {
    oldest: range.oldest === '' || (oldest !== '' && oldest < range.oldest) ? oldest : range.oldest,
    newest: newest > range.newest ? newest : range.newest,
  };
}

function totalOf(packs: readonly PackStats[]): Stats['total'] {
  const total: Stats['total'] = {
    records: { full: 0, brief: 0, gazetteer: 0 },
    aliases: 0,
    languages: {},
    bytes: { raw: 0, brotli: 0 },
    asOf: { oldest: '', newest: '' },
  };
  for (const pack of packs) {
    for (const tier of ['full', 'brief', 'gazetteer'] as const) total.records[tier] += pack.records[tier];
    total.aliases += pack.aliases;
    total.bytes.raw += pack.bytes.raw;
    total.bytes.brotli += pack.bytes.brotli;
    total.asOf = widened(total.asOf, pack.asOf.oldest, pack.asOf.newest);
    for (const [lang, count] of Object.entries(pack.languages)) {
      total.languages[lang] = (total.languages[lang] ?? 0) + count;
    }
  }
  return total;
}

async function coverageOfSets(packs: readonly Pack[]): Promise<Coverage[]> {
  const { norm } = await loadScorer();
  const titles = titlesOfPacks(packs, norm);
  const isKnown = (title: string): boolean => titles.has(norm(title));
  const sets = goldSets().map((set) => ({ set, gold: readGoldSet(set) }));
  const all = sets.flatMap(({ gold }) => gold);
  return [...sets, { set: 'all', gold: all }].map(({ set, gold }) => coverageOf(set, gold, isKnown));
}

/** Coverage of one set: `isKnown` says whether some pack has the title. */
export function coverageOf(set: string, gold: readonly GoldDocument[], isKnown: (title: string) => boolean): Coverage {
  const mentions = gold.flatMap((document) => document.mentions);
  const types = new Map<string, { known: number; all: number }>();
  let covered = 0;
  for (const { title, type } of mentions) {
    const known = isKnown(title) ? 1 : 0;
    covered += known;
    if (type === undefined) continue;
    const counts = types.get(type) ?? { known: 0, all: 0 };
    types.set(type, { known: counts.known + known, all: counts.all + 1 });
  }
  const byType = [...types].sort((a, b) => b[1].all - a[1].all);
  return {
    set,
    mentions: mentions.length,
    covered,
    percent: percent(covered, mentions.length),
    byType: Object.fromEntries(byType.map(([type, { known, all }]) => [type, `${known}/${all}`])),
  };
}

function percent(part: number, whole: number): number {
  return Math.round((1000 * part) / Math.max(1, whole)) / 10;
}
