import type { NameMatch, Pack } from '../kb/pack';
import { BLANK, KIND_SHIFT, LETTER, QUIET, SPECIAL, foldTable } from '../text/fold-table';
import { FNV_OFFSET, FNV_PRIME, isInsideWord, readTokenAt } from '../text/tokens';
import { entryAt, widthOf } from '../text/utf8-text';
import { lookUp, namesFrom } from './look-up';
import { expandSearch, finishSearch, startSearch, type SearchState } from './search-state';

/**
 * Every name at every place, nested and overlapping ones included: in order of start; at one start the longest first,
 * then by pack and name. Throws a `PackError` where a pack turns out to be damaged.
 */
export function findAllNames(text: string, packs: readonly Pack[]): NameMatch[] {
  return search(text, packs, false);
}

/** The leftmost names, the longest at each place, none overlapping; all readings of the same span are returned. */
export function findNames(text: string, packs: readonly Pack[]): NameMatch[] {
  return search(text, packs, true);
}

function search(text: string, packs: readonly Pack[], longestOnly: boolean): NameMatch[] {
  const state = startSearch(text, packs, longestOnly);
  if (!scan(state)) {
    // A rare character stands for several: search again in the text where it is replaced.
    expandSearch(state, text);
    scan(state);
  }
  return finishSearch(state);
}

/**
 * The next byte from `from` on that may start a name that does not start quietly, or the end: upper-case ASCII (bit 6
 * without bit 5, and a few signs) and everything outside ASCII, four bytes at a time. Zeros follow the text.
 */
function nextLoud(words: Int32Array, from: number, length: number): number {
  const last = (length - 1) >> 2;
  let word = from >> 2;
  // Bytes before `from` in its word are masked out.
  let loud = loudBits(words[word]!) & (-1 << ((from & 3) << 3));
  while (loud === 0) {
    if (++word > last) return length;
    loud = loudBits(words[word]!);
  }
  return (word << 2) + ((31 - Math.clz32(loud & -loud)) >> 3);
}

function loudBits(four: number): number {
  return (four & ~(four << 1) & 0x40404040) | (four & 0x80808080);
}

/**
 * Goes through the text, token by token, or where no pack has quiet names from one loud place to the next; false where
 * the text must be expanded first. Written out in one loop that stores nothing: most words of most texts end in it.
 */
function scan(state: SearchState): boolean {
  const { text, hasQuiet, indexes, tokens } = state;
  const { bytes, words, length } = text;
  const table = foldTable();
  const skipped = hasQuiet ? BLANK : QUIET;
  for (let i = 0; i < length;) {
    const start = hasQuiet ? i : nextLoud(words, i, length);
    if (start >= length) return true;
    const byte = bytes[start]!;
    const first = byte < 128 ? table[byte]! : entryAt(bytes, start);
    i = start + widthOf(byte);
    if (first & skipped) continue;
    if (!(first & QUIET) && bytes[start - 1] !== 0x20 && isInsideWord(bytes, start, first)) continue;
    let hash = Math.imul(FNV_OFFSET ^ (first & 0xffff), FNV_PRIME);
    if (first & LETTER) {
      for (; bytes[i]! < 128; i++) {
        const entry = table[bytes[i]!]!;
        if (!(entry & LETTER)) break;
        hash = Math.imul(hash ^ (entry & 0xffff), FNV_PRIME);
      }
    } else if (state.expanded === null && ((first >> KIND_SHIFT) & 15) === SPECIAL) {
      return false;
    }
    if (bytes[i]! > 127 || byte >= 0xf0) {
      // What is not ASCII may go on the word or belong to it: the general way.
      tokens.count = 0;
      i = readTokenAt(text, start, first, 0, tokens);
      hash = tokens.hash[0]!;
    }
    let mask = 0;
    for (let p = 0; p < indexes.length; p++) mask |= namesFrom(indexes[p]!, hash, first);
    if (mask !== 0) i = lookUp(state, start, i, hash, first, mask);
    if (i < 0) return false;
  }
  return true;
}
