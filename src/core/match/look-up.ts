import {
  HASHED_TOKENS, LENGTH_BITS, MAX_PROBES, extendPhrase, homeOf, mixPhrase, nextClass, readStarts, type NameIndex,
} from '../kb/name-index'; // prettier-ignore
import type { NameMatch } from '../kb/pack';
import type { Expanded } from '../text/expand';
import { BLANK, QUIET } from '../text/fold-table';
import { NEEDS_EXPANSION, readToken, tokenize } from '../text/tokens';
import { countUnits, entryAt, widthOf, type Utf8Text } from '../text/utf8-text';
import { isSameName } from './same-name';
import type { SearchState } from './search-state';

/** Bit of `starts` for names of eight and more tokens. */
const LONG = 1 << (HASHED_TOKENS - 1);

/** What the names of a pack look like that start with this token: an entry of `starts`. `first` is its first unit's. */
export function namesFrom(index: NameIndex, hash: number, first: number): number {
  return first & QUIET
    ? readStarts(index.quietStarts, index.quietStartsShift, hash)
    : readStarts(index.starts, index.startsShift, hash);
}

/**
 * Looks for names that start with the token from `start` to `end`, whose first unit has the entry `first`, and of which
 * some pack has names as `mask` says; returns where to go on, or NEEDS_EXPANSION.
 */
export function lookUp(
  state: SearchState,
  start: number,
  end: number,
  hash: number,
  first: number,
  mask: number,
): number {
  const { text, tokens, indexes, masks } = state;
  let lengths = mask & LENGTH_BITS;
  if (lengths > 1 && (mask & classAfter(text, end)) === 0) lengths &= 1;
  if (lengths === 0) return end;
  tokens.start[0] = start;
  tokens.end[0] = end;
  tokens.hash[0] = hash;
  tokens.count = 1;
  masks[0] = mask;
  if (indexes.length > 1) {
    for (let p = 0; p < indexes.length; p++) masks[p] = namesFrom(indexes[p]!, hash, first);
  }
  return lookUpLengths(state, end, lengths);
}

/** The class of the first character of the token at or after `from`, 0 at the end of the text. */
function classAfter({ bytes, length }: Utf8Text, from: number): number {
  for (let i = from; i < length; i += widthOf(bytes[i]!)) {
    const entry = entryAt(bytes, i);
    if (!(entry & BLANK)) return nextClass(entry);
  }
  return 0;
}

/** Looks up all lengths that a pack has after the first token, longest first. */
function lookUpLengths(state: SearchState, next: number, lengths: number): number {
  const { indexes, masks, hashes, found, tokens } = state;
  if (!hashPhrases(state, next, 32 - Math.clz32(lengths))) return NEEDS_EXPANSION;
  const before = found.length;
  for (let n = tokens.count; n > 0; n--) {
    const bit = 1 << (n - 1);
    if ((lengths & bit) === 0) continue;
    for (let p = 0; p < indexes.length; p++) {
      if (masks[p]! & bit) probe(state, p, hashes[n - 1]!, n);
    }
    if (found.length === before) continue;
    if (bit === LONG) sortLong(found, before, state.longestOnly);
    if (state.longestOnly) return found[before]!.end;
  }
  return next;
}

/** Reads up to `longest` tokens and hashes the run of each length; false where the text must be expanded first. */
function hashPhrases(state: SearchState, next: number, longest: number): boolean {
  const { text, tokens, hashes } = state;
  let phrase = extendPhrase(0, tokens.hash[0]!, 0);
  hashes[0] = mixPhrase(phrase);
  for (let n = 1, position = next; n < longest; n++) {
    position = readToken(text, position, tokens, state.expanded !== null);
    if (position === NEEDS_EXPANSION) return false;
    if (position < 0) return true;
    phrase = extendPhrase(phrase, tokens.hash[n]!, tokens.bits[n]!);
    hashes[n] = mixPhrase(phrase);
  }
  return true;
}

/** Follows the slots of one hash in one pack and compares every name whose fingerprint agrees. */
function probe(state: SearchState, p: number, hash: number, length: number): void {
  const { slots, homes, idShift, fingerprintMask } = state.indexes[p]!;
  const fingerprint = hash & fingerprintMask;
  const home = homeOf(hash, homes);
  const end = Math.min(home + MAX_PROBES + 1, slots.length);
  for (let at = home; at < end; at++) {
    const slot = slots[at]!;
    if (slot === -1) return;
    if ((slot & fingerprintMask) === fingerprint) compare(state, p, slot >>> idShift, length);
  }
}

function compare(state: SearchState, p: number, name: number, length: number): void {
  const { text, tokens, found, expanded } = state;
  const { names } = state.indexes[p]!;
  // Of a long name only the first eight tokens were hashed: how many it has is seen from the name.
  const count = length < HASHED_TOKENS ? length : tokenize(names.get(name)).count;
  if (count > tokens.count && !readUpTo(state, count)) return;
  const start = tokens.start[0]!;
  const end = tokens.end[count - 1]!;
  if (expanded && (isSplit(expanded, text, start) || isSplit(expanded, text, end))) return;
  if (isSameName(names, name, text.bytes, start, end)) found.push({ start, end, pack: p, name });
}

/** Reads on until there are `count` tokens from the current start; false where the text ends before. */
function readUpTo(state: SearchState, count: number): boolean {
  const { text, tokens } = state;
  while (tokens.count < count) {
    if (readToken(text, tokens.end[tokens.count - 1]!, tokens, state.expanded !== null) < 0) return false;
  }
  return true;
}

/** Whether what stands before and after a byte offset comes from one and the same character. */
function isSplit(expanded: Expanded, text: Utf8Text, offset: number): boolean {
  const at = countUnits(text.bytes, 0, offset);
  return at > 0 && expanded.starts[at - 1] === expanded.starts[at];
}

/** Long names of one hash may differ in length; with `longestOnly`, the shorter ones go. */
function sortLong(found: NameMatch[], from: number, longestOnly: boolean): void {
  const long = found.splice(from).sort((a, b) => b.end - a.end || a.pack - b.pack || a.name - b.name);
  const end = long[0]?.end;
  for (const match of long) if (!longestOnly || match.end === end) found.push(match);
}
