import type { Manifest } from '../core/kb/pack';
import type { AliasFlag, EntityRecord, Source, Tier } from '../core/kb/record';
import { foldName } from '../core/text/fold';
import type { Card } from './card-schema';
import type { NameBearers } from './check-packs';
import { lineCues } from './line-cues';
import { namesOfCard } from './names';
import type { PackDescription, PackSource } from './pack-source';

/** What the pack writer takes of one entity. */
export type CompiledEntity = {
  record: EntityRecord;
  prior: number;
  plus: string[];
  minus: string[];
  aliases: { t: string; flags: AliasFlag[]; weight?: number; lang?: string }[];
  patterns: string[][][];
};
export type CompiledPack = { manifest: Manifest; entities: CompiledEntity[] };

/** Version of this compiler, stored in every pack it builds; to be raised when equal sources give other bytes. */
export const BUILDER = 'sidelight-packs/1';

/** Turns checked sources into what the pack writer takes. Entities are ordered by id, so that equal sources give equal bytes. */
export function compilePack(pack: PackSource, bearers: NameBearers): CompiledPack {
  const { description } = pack;
  const sources = description.articles.map(({ sha256: _, ...source }) => ({ ...source, kind: 'article' as const }));
  const cuesOf = lineCues(pack.cards.map(({ card }) => card));
  const entities = pack.cards
    .map(({ card, tier }) => compileCard(card, tier, { sources, bearers, cuesOf }))
    .sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
  return { manifest: manifestOf(description), entities };
}

function manifestOf(description: PackDescription): Manifest {
  const { id, version, name, tier, languages, licence, notice, attribution, asOf } = description;
  const builtFrom = description.articles.map(({ title, url, date, sha256 }) => ({
    title,
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
    ...(sha256 === undefined ? {} : { sha256 }),
  }));
  return { id, version, name, tier, languages, licence, notice, attribution, asOf, builtFrom, builder: BUILDER };
}

/** What cards need to know of the whole pack. */
type PackContext = { sources: readonly Source[]; bearers: NameBearers; cuesOf: (card: Card) => string[] };

function compileCard(card: Card, tier: Tier, { sources, bearers, cuesOf }: PackContext): CompiledEntity {
  const aliases = namesOfCard(card)
    .filter((alias) => !isAnothersName(alias, card, bearers))
    .map((alias) => ({ ...alias, flags: flagsOf(alias, bearers) }));
  return {
    record: recordOf(card, tier, sources),
    prior: card.prior,
    plus: card.plus.length === 0 && aliases.some(isDoubtful) ? cuesOf(card) : card.plus,
    minus: card.minus,
    aliases,
    patterns: card.patterns,
  };
}

/** Names that may mean something else are where cues decide. */
function isDoubtful({ flags }: { flags: AliasFlag[] }): boolean {
  return flags.includes('needs-context') || flags.includes('ambiguous');
}

/**
 * A name in another language that is some other record's English name would mislead in English texts: "México" is Mexico
 * City in Spanish, and folds to the country's English name.
 */
function isAnothersName(alias: { t: string; lang?: string }, card: Card, bearers: NameBearers): boolean {
  if (alias.lang === undefined) return false;
  const folded = foldName(alias.t);
  if (folded === foldName(card.name)) return false;
  const english = alias.t.normalize('NFD').replace(/\p{M}/gu, '');
  return (bearers.get(english) ?? []).some((other) => other.card !== card && foldName(other.card.name) === folded);
}

/** A name that several records bear is ambiguous, whether or not an editor noticed. */
function flagsOf(alias: { t: string; flags: AliasFlag[] }, bearers: NameBearers): AliasFlag[] {
  const shared = (bearers.get(alias.t)?.length ?? 0) > 1;
  return shared && !alias.flags.includes('ambiguous') ? [...alias.flags, 'ambiguous'] : alias.flags;
}

function recordOf(card: Card, tier: Tier, sources: readonly Source[]): EntityRecord {
  const usesArticle = card.facts.some((fact) => fact.src === 'article');
  const record: EntityRecord = {
    id: card.id,
    type: card.type,
    tier,
    name: card.name,
    line: card.line,
    asOf: card.asOf,
    status: card.status,
  };
  if (card.qid !== undefined) record.qid = card.qid;
  if (card.title !== undefined) record.title = card.title;
  if (Object.keys(card.names).length > 0) record.names = card.names;
  if (card.background !== '') record.background = card.background;
  if (card.facts.length > 0)
    record.facts = card.facts.map((fact) => (fact.src === 'article' ? { ...fact, source: 0 } : fact));
  if (card.rel.length > 0) record.rel = card.rel;
  if (card.timeline.length > 0) record.timeline = card.timeline;
  if (card.geo) record.geo = card.geo;
  if (card.valid) record.valid = card.valid;
  if (usesArticle && sources[0]) record.sources = [sources[0]];
  return record;
}
