import type { EntityType, Tier } from '../kb/record';

/** What a block of an article is: decides how its capitals and names are read. */
export const BLOCK_ROLES = ['headline', 'standfirst', 'paragraph', 'heading', 'item', 'caption', 'quote'] as const;
export type BlockRole = (typeof BLOCK_ROLES)[number];

/** One run of text of the article, as the reader sees it. Offsets of mentions are UTF-16 offsets into `text`. */
export type Block = { text: string; role: BlockRole };

/** What the caller knows of the document; every field may be missing. `date` is `YYYY-MM-DD`. */
export type DocumentFacts = { lang?: string; date?: string; outlet?: string };

/** How a mention was recognised. */
export type MentionSource = 'name' | 'coref' | 'pattern' | 'metonym' | 'acronym' | 'reader';

/** An entity that a mention may stand for; `score` is the calibrated probability, 0 to 1. */
export type Candidate = { entity: string; name: string; line: string; score: number };

/** One linked mention. */
export type Mention = {
  block: number;
  start: number;
  end: number;
  surface: string;
  entity: string;
  name: string;
  title: string | null;
  qid: string | null;
  /** What the entity is, in one line; empty until asked for (message `lines`), since it takes decoding the record. */
  line: string;
  type: EntityType;
  tier: Tier;
  /** Most readers know it (countries, the most famous): listed, but underlined only on request. */
  familiar: boolean;
  /** Calibrated probability that the link is right, 0 to 1. */
  score: number;
  source: MentionSource;
  /** Whether this mention is one to underline (first of its entity, useful, within the density caps). */
  underline: boolean;
  /** Other readings above the floor, best first; usually empty. */
  alternatives: Candidate[];
};
