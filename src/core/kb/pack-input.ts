import type { Manifest } from './pack';
import type { AliasFlag, EntityRecord } from './record';

/** One way in which texts write an entity. Its language is for people and checks; a pack does not store it. */
export type PackAlias = { t: string; flags: AliasFlag[]; weight?: number; lang?: string };

/** One entity as the compiler hands it over: `aliases` hold every name to be found, the record's own included. */
export type PackEntity = {
  record: EntityRecord;
  /** Commonness in world news, 1 to 100. */
  prior: number;
  /** Context words for and against, hashed as they are after lower-casing. */
  plus: string[];
  minus: string[];
  aliases: PackAlias[];
  /** Sentence patterns, each a list of groups of alternatives; the first group's alternatives anchor the pattern. */
  patterns: string[][][];
};

export type PackInput = { manifest: Manifest; entities: PackEntity[] };
