import type { Pack } from '../kb/pack';
import { hashWord } from '../text/hash';
import { countryHashes, entityInfo } from './entity-info';
import type { EntityInfo } from './entity-info';
import { findAllNames } from '../match/find-names';
import { SPORT_CUES } from './lexicon';
import { caseOf, tokenize } from './tokens';
import type { BlockCase, Token } from './tokens';
import type { Block, DocumentFacts } from './types';

/** One meaning that a span of text may have: an entity of a pack under one of its names. */
export type Reading = {
  pack: Pack;
  entity: number;
  id: string;
  info: EntityInfo;
  /** Union of the alias's flags (`flagBit`). */
  flags: number;
  /** Pattern number when the name is the anchor of a sentence pattern, else -1. */
  pattern: number;
};

/** A span of a block that is a name of something, with every meaning that the packs give it. */
export type Span = {
  block: number;
  start: number;
  end: number;
  text: string;
  /** First and last word of the span, as indexes into the block's tokens. */
  firstToken: number;
  lastToken: number;
  readings: Reading[];
};

export type LinkBlock = {
  index: number;
  role: Block['role'];
  text: string;
  tokens: Token[];
  casing: BlockCase;
  /** Hashes of the block's words, lower-cased: context of everything that the block names. */
  words: Set<number>;
  /** Quotation marks occur in it. */
  hasQuotes: boolean;
  /** Words of sport among them; two make a sports paragraph. */
  sport: number;
  spans: Span[];
};

/** The document as the linker sees it. */
export type LinkDocument = {
  blocks: LinkBlock[];
  words: Set<number>;
  facts: DocumentFacts;
  lang: string;
  /** Hashes of the ids of all countries that the packs know. */
  countries: ReadonlySet<number>;
  /** Words of sport in the whole document. */
  sport: number;
};

/** Reads the blocks: words, sentences, casing, and every span that is a name in some pack. */
export function readDocument(
  blocks: readonly Block[],
  facts: DocumentFacts,
  lang: string,
  packs: readonly Pack[],
): LinkDocument {
  const words = new Set<number>();
  const countries = countryHashes(packs);
  const linkBlocks = blocks.map((block, index) => {
    const tokens = tokenize(block.text);
    const blockWords = new Set<number>();
    for (const token of tokens) addWord(token.text, blockWords);
    for (const word of blockWords) words.add(word);
    const read: LinkBlock = {
      index,
      role: block.role,
      text: block.text,
      tokens,
      casing: caseOf(tokens, block.text),
      words: blockWords,
      hasQuotes: /["“‘«„]/.test(block.text),
      sport: sportWords(blockWords),
      spans: [],
    };
    read.spans = findSpans(read, { packs, countries });
    return read;
  });
  return { blocks: linkBlocks, words, facts, lang, countries, sport: sportWords(words) };
}

/** Hashes of the words of sport; pure functions of the list, computed on first use. */
let sportHashes: ReadonlySet<number> | null = null;

function sportWords(words: ReadonlySet<number>): number {
  sportHashes ??= new Set([...SPORT_CUES].map(hashWord));
  let count = 0;
  for (const word of sportHashes) if (words.has(word)) count++;
  return count;
}

/** A word as context: itself and, for a plural, its singular. */
function addWord(text: string, words: Set<number>): void {
  const lower = text.toLowerCase();
  words.add(hashWord(lower));
  if (lower.length > 4 && lower.endsWith('s')) words.add(hashWord(lower.slice(0, -1)));
}

/** The installed packs and the hashes of all countries in them. */
type Knowledge = { packs: readonly Pack[]; countries: ReadonlySet<number> };

function findSpans(block: LinkBlock, { packs, countries }: Knowledge): Span[] {
  const bySpan = new Map<number, Span>();
  for (const match of findAllNames(block.text, packs)) {
    const pack = packs[match.pack];
    if (!pack) continue;
    // Blocks are bounded to 100,000 characters, so start and end fit one number.
    const key = match.start * 200_000 + match.end;
    let span = bySpan.get(key);
    if (!span) {
      span = newSpan(block, match.start, match.end);
      bySpan.set(key, span);
    }
    addReadings(span, pack, match.name, countries);
  }
  addInitials(block, { packs, countries }, bySpan);
  return [...bySpan.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** "Gerald R. Ford" is Gerald Ford: a middle initial is looked past when the name without it is known. */
function addInitials(block: LinkBlock, { packs, countries }: Knowledge, bySpan: Map<number, Span>): void {
  const { tokens } = block;
  for (let i = 1; i + 1 < tokens.length; i++) {
    const [first, initial, last] = [tokens[i - 1], tokens[i], tokens[i + 1]];
    if (!first || !initial || !last || initial.text.length !== 1 || !initial.capital || !last.capital) continue;
    if (!first.capital || initial.gap !== ' ' || !/^\.? $/.test(last.gap)) continue;
    const name = `${first.text} ${last.text}`;
    const key = first.start * 200_000 + last.end;
    for (const match of findAllNames(name, packs)) {
      const pack = packs[match.pack];
      if (!pack || match.start > 0 || match.end < name.length || bySpan.has(key)) continue;
      const span = newSpan(block, first.start, last.end);
      addReadings(span, pack, match.name, countries);
      bySpan.set(key, span);
    }
  }
}

function newSpan(block: LinkBlock, start: number, end: number): Span {
  const firstToken = tokenAt(block.tokens, start);
  let lastToken = firstToken;
  while (lastToken + 1 < block.tokens.length && (block.tokens[lastToken + 1]?.start ?? end) < end) lastToken++;
  return { block: block.index, start, end, text: block.text.slice(start, end), firstToken, lastToken, readings: [] };
}

/** Index of the token that holds this offset (binary search). */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Adds the readings of one name; an entity that two packs know counts once, in the earlier pack. */
function addReadings(span: Span, pack: Pack, name: number, countries: ReadonlySet<number>): void {
  for (const posting of pack.postings(name)) {
    const info = entityInfo(pack, posting.entity, countries);
    const { id } = info;
    const known = span.readings.find((reading) => reading.id === id && reading.pattern < 0 === posting.pattern < 0);
    if (known && posting.pattern < 0) {
      // Two spellings of one name fold alike; the one with fewer conditions decides.
      if (countBits(posting.flags) < countBits(known.flags)) known.flags = posting.flags;
      continue;
    }
    const { entity, flags, pattern } = posting;
    span.readings.push({ pack, entity, id, info, flags, pattern });
  }
}

function countBits(flags: number): number {
  let count = 0;
  for (let rest = flags; rest !== 0; rest &= rest - 1) count++;
  return count;
}
