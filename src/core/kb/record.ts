/**
 * The vocabulary of the knowledge: what a record may hold. The compiler writes these shapes, the card shows them and
 * the linker reads a few of their fields. Order matters in the three arrays below: a pack stores an entry's index, so
 * entries are only ever appended (docs/pack-format.md).
 */

/** What an entity is. A pack stores the index. */
export const ENTITY_TYPES = [
  'person', 'country', 'territory', 'region', 'city', 'place', 'waterway', 'facility', 'heritage-site', 'government',
  'institution', 'agency', 'court', 'organisation', 'party', 'company', 'media', 'armed-group', 'group', 'people',
  'religion', 'treaty', 'law', 'conflict', 'dispute', 'disaster', 'event', 'term', 'work', 'product', 'team',
] as const; // prettier-ignore
export type EntityType = (typeof ENTITY_TYPES)[number];

/** What is special about an alias. A pack stores `1 << index`. */
export const ALIAS_FLAGS = [
  'case-sensitive', // matches only in exactly this case
  'coref-only', // links only after the full name stood in the same document
  'needs-context', // links only beside a cue: the word has a commoner meaning
  'ambiguous', // shared by several records
  'metonym', // a place standing for its government
  'demonym', // nationality adjective or noun: context, never an underline
  'dateline-only', // counts only in a dateline
  'acronym', // matches only in exactly this case; one sense a document
  'former-name',
  'contested',
  'never-underline',
  'pattern', // not a name: the anchor of a sentence pattern
  'other-language', // a name in another language than English: counts only in texts that are not English
] as const; // prettier-ignore
export type AliasFlag = (typeof ALIAS_FLAGS)[number];

/** Bit of a flag in a posting's `flags`. */
export function flagBit(flag: AliasFlag): number {
  return 1 << ALIAS_FLAGS.indexOf(flag);
}

/** How much a pack says of an entity. A pack stores the index. */
export const TIERS = ['full', 'brief', 'gazetteer'] as const;
export type Tier = (typeof TIERS)[number];

/** Where a fact comes from: reference = general reference knowledge, article = that article's claim, dataset = a named data set. */
export type SourceKind = 'reference' | 'article' | 'dataset';

/** What kind of change makes a fact stale; each has a half-life (knowledge.md: offices 120 days, counts 365). */
export type Volatility = 'office' | 'count' | 'membership' | 'status';

/** A date of known precision: `2025`, `2025-06` or `2025-06-04`; years before 1000 are padded, before Christ negative. */
export type PartialDate = string;

export type Fact = {
  k: string;
  v: string;
  src: SourceKind;
  /** Index into the record's `sources`; absent for `reference`. */
  source?: number;
  asOf: PartialDate;
  until?: PartialDate;
  vol?: Volatility;
};

export type Relation = {
  /** Predicate, e.g. `office`, `party`, `located-in`, `see-also`. */
  p: string;
  /** Id of the other record. */
  o: string;
  /** What the relation is called, e.g. `President` for an office. */
  v?: string;
  from?: PartialDate;
  to?: PartialDate;
};

/** A document or data set that facts refer to. */
export type Source = {
  kind: SourceKind;
  title: string;
  outlet?: string;
  date?: PartialDate;
  url?: string;
};

/** Everything a card can show of an entity, as stored in a pack (optional fields are left out when empty). */
export type EntityRecord = {
  id: string;
  qid?: string;
  type: EntityType;
  tier: Tier;
  name: string;
  /** English Wikipedia title, where one exists. */
  title?: string;
  /** Names by BCP 47 language. */
  names?: Record<string, string>;
  line: string;
  background?: string;
  asOf: PartialDate;
  facts?: Fact[];
  rel?: Relation[];
  timeline?: { d: PartialDate; v: string }[];
  geo?: { lat: number; lon: number; disputed?: boolean };
  valid?: { from?: PartialDate; to?: PartialDate };
  sources?: Source[];
  status: 'reviewed' | 'draft' | 'auto';
};
