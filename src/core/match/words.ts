import { BLANK, KIND_SHIFT, LETTER, LOWER, QUIET, SPECIAL, UPPER, foldTable } from '../text/fold-table';
import {
  NEEDS_EXPANSION,
  QUIET_START,
  createTokens,
  endsAsciiWord,
  isInsideWord,
  readAsciiWord,
  readTokenAt,
  type Tokens,
} from '../text/tokens';
import { addBlock, addUnit } from '../text/token-hash';
import { entryAt, widthOf, type Utf8Text } from '../text/utf8-text';

/** Bytes of a text that are cut together: what is known of their words stays in the cache. */
const STRETCH = 4096;
/** Of ASCII: the letters, without digits and the underscore. */
const CASED = UPPER | LOWER;
/** Bytes that `listLoud` looks at together. */
const BLOCK = 32;

/**
 * The tokens of one stretch of a text that may start a name. They are first all cut, then all looked up in the filters
 * of the packs, and then those that passed are searched for.
 */
export type Words = Tokens & {
  /** What the filters say of names that start with it. */
  passed: Int32Array;
  /** The numbers of those that passed at all. */
  kept: Int32Array;
  keptCount: number;
  /** Where such a token may start. */
  places: Int32Array;
};

export function createWords(): Words {
  // Two more, since places are written before it is seen whether there is one.
  const capacity = STRETCH + 2;
  const array = (): Int32Array => new Int32Array(capacity);
  return { ...createTokens(capacity), passed: array(), kept: array(), keptCount: 0, places: array() };
}

type Cutter = { text: Utf8Text; words: Words; isExpanded: boolean };

/**
 * Lists the tokens from `from` on that do not start quietly; returns where the next stretch starts, or NEEDS_EXPANSION.
 * Leaves their bits as they are.
 */
export function listLoudWords({ text, words, isExpanded }: Cutter, from: number): number {
  const { bytes, words: fours, length } = text;
  const { places, start: starts, end: ends, hash } = words;
  const table = foldTable();
  const to = Math.min(length, (from & -BLOCK) + STRETCH);
  const placeCount = listLoud(fours, from & -BLOCK, to, places);
  let next = from;
  let count = 0;
  for (let place = 0; place < placeCount; place++) {
    const start = places[place]!;
    if (start < next) continue;
    const byte = bytes[start]!;
    const first = byte < 128 ? table[byte]! : entryAt(bytes, start);
    if (first & QUIET) continue;
    if (start > 0 && bytes[start - 1] !== 0x20 && isInsideWord(bytes, start, first)) continue;
    if (byte < 128) {
      next = readAsciiWord(fours, start, hash, count);
      if (endsAsciiWord(bytes[next]!)) {
        starts[count] = start;
        ends[count++] = next;
        continue;
      }
    }
    if (isSpecial(first) && !isExpanded) return NEEDS_EXPANSION;
    words.count = count;
    next = readTokenAt(text, start, first, 0, words);
    count = words.count;
  }
  words.count = count;
  return Math.max(next, to);
}

/** The same of all tokens, with their bits. */
export function listAllWords({ text, words, isExpanded }: Cutter, from: number): number {
  const { bytes, words: fours, length } = text;
  const { start: starts, end: ends, hash, bits } = words;
  const table = foldTable();
  const to = Math.min(length, from + STRETCH);
  let next = from;
  let count = 0;
  while (next < to) {
    const start = next;
    const byte = bytes[start]!;
    const first = byte < 128 ? table[byte]! : entryAt(bytes, start);
    next = start + widthOf(byte);
    if (first & BLANK || (!(first & QUIET) && isInsideWord(bytes, start, first))) continue;
    if (first & CASED && byte < 128) next = readAsciiWord(fours, start, hash, count);
    else if (!(first & LETTER)) hash[count] = hashUnit(first & 0xffff);
    if (byte < 128 && (first & CASED ? endsAsciiWord(bytes[next]!) : !(first & LETTER) && bytes[next]! < 128)) {
      starts[count] = start;
      ends[count] = next;
      bits[count++] = first & QUIET ? QUIET_START : 0;
      // The space behind a word, at once.
      next += bytes[next] === 0x20 ? 1 : 0;
      continue;
    }
    if (isSpecial(first) && !isExpanded) return NEEDS_EXPANSION;
    words.count = count;
    next = readTokenAt(text, start, first, 0, words);
    count = words.count;
  }
  words.count = count;
  return next;
}

/** The hash of a token of one unit. */
function hashUnit(unit: number): number {
  return addBlock(addBlock(0, addUnit(0, unit, 0)), 0);
}

function isSpecial(entry: number): boolean {
  return ((entry >> KIND_SHIFT) & 15) === SPECIAL;
}

/**
 * Where a character stands that may start a name loudly: upper-case ASCII (bit 6 without bit 5, and a few signs) and
 * the first byte of everything outside ASCII (bits 6 and 7).
 */
function listLoud(fours: Int32Array, from: number, to: number, places: Int32Array): number {
  let count = 0;
  for (let word = from >> 2; word << 2 < to; word += BLOCK / 4) {
    let loud =
      loudBits(fours[word]!) | (loudBits(fours[word + 1]!) << 4) | (loudBits(fours[word + 2]!) << 8) |
      (loudBits(fours[word + 3]!) << 12) | (loudBits(fours[word + 4]!) << 16) | (loudBits(fours[word + 5]!) << 20) |
      (loudBits(fours[word + 6]!) << 24) | (loudBits(fours[word + 7]!) << 28); // prettier-ignore
    const last = (word << 2) + BLOCK - 1;
    // Nearly always there are none, one or two, which need no decision of the processor.
    places[count] = last - Math.clz32(loud & -loud);
    count += (loud | -loud) >>> 31;
    loud &= loud - 1;
    places[count] = last - Math.clz32(loud & -loud);
    count += (loud | -loud) >>> 31;
    loud &= loud - 1;
    for (; loud !== 0; loud &= loud - 1) places[count++] = last - Math.clz32(loud & -loud);
  }
  return count;
}

/** One bit for each of four bytes: the multiplication brings the four bits side by side. */
function loudBits(four: number): number {
  const loud = four & (~(four << 1) | (four >> 1)) & 0x40404040;
  return Math.imul(loud >>> 6, 0x10204080) >>> 28;
}
