import type { EntityRecord, EntityType, Relation, Tier } from './record';

/** Who made a pack, from what and under which licence. */
export type Manifest = {
  id: string;
  version: string;
  name: string;
  tier: number;
  languages: string[];
  /** SPDX identifier, one a pack file. */
  licence: string;
  /** The text that must travel with the data. */
  notice: string;
  attribution: string;
  /** Date at which the pack's content was last checked, `YYYY-MM-DD`. */
  asOf: string;
  builtFrom: { title: string; url?: string; date?: string; sha256?: string }[];
  builder: string;
};

/** One reading of a name: the entity it may stand for. `flags` is a union of `flagBit`s. */
export type Posting = {
  entity: number;
  flags: number;
  /** How likely this name means this entity, 0 to 255, against all that the name may mean (0 = not known). */
  weight: number;
  /** Index of the sentence pattern that this name anchors, -1 for an ordinary name. */
  pattern: number;
};

/** A sentence pattern: besides the anchor, every group must have one of its alternatives in the same sentence. */
export type Pattern = { entity: number; groups: readonly (readonly string[])[] };

/**
 * One opened pack. Entities, names and patterns are dense numbers local to the pack. Nothing is decoded before it is
 * asked for; every accessor checks its argument and throws a `PackError` on corrupt bytes, never anything else.
 */
export type Pack = {
  readonly manifest: Manifest;
  readonly entityCount: number;
  readonly nameCount: number;

  entityId(entity: number): string;
  /** The entity with this id, or -1. */
  findEntity(id: string): number;
  entityType(entity: number): EntityType;
  /** `hashWord` of the ids of all entities of a type; looks at one byte an entity. */
  hashesOfType(type: EntityType): readonly number[];
  entityTier(entity: number): Tier;
  /** Commonness in world news, 1 to 100. */
  prior(entity: number): number;
  entityName(entity: number): string;
  title(entity: number): string | null;
  qid(entity: number): string | null;
  /** First and last day of existence as yyyymmdd, 0 where unknown or open. */
  validFrom(entity: number): number;
  validTo(entity: number): number;
  /** FNV-1a hashes (`hashWord`) of the lower-cased context words that speak for and against the entity; sorted. */
  plusCues(entity: number): Uint32Array;
  minusCues(entity: number): Uint32Array;
  /** `hashWord` of the ids of all related entities, both directions, in this pack's graph; sorted, no duplicates. */
  neighbours(entity: number): Uint32Array;
  relations(entity: number): readonly Relation[];
  /** The whole record; decodes at most one block. */
  record(entity: number): EntityRecord;

  /** The name as its source writes it. */
  surface(name: number): string;
  postings(name: number): readonly Posting[];
  namesOf(entity: number): readonly number[];
  /** Names that start with this text (folded), in order of their folded form. */
  namesWithPrefix(prefix: string, limit: number): readonly number[];
  pattern(pattern: number): Pattern;
};

/** A name found in the reader's own text; offsets are UTF-16 and exact. */
export type NameMatch = { start: number; end: number; pack: number; name: number };
