import {
  GOES_ON, GOES_ON_LOUD, GOES_ON_QUIET, HASHED_TOKENS, IS_NAME, MAX_PROBES, extendPhrase, homeOf, lookUpFilter, mixPhrase,
} from '../kb/name-index'; // prettier-ignore
import type { NameMatch } from '../kb/pack';
import type { Expanded } from '../text/expand';
import { BLANK, QUIET } from '../text/fold-table';
import { NEEDS_EXPANSION, QUIET_START, readToken, tokenize } from '../text/tokens';
import { countUnits, entryAt, widthOf, type Utf8Text } from '../text/utf8-text';
import { isSameName } from './same-name';
import type { SearchState } from './search-state';

/**
 * Looks for names that start with a word of the list; returns where to go on, or NEEDS_EXPANSION. The run of tokens grows
 * for as long as the filter of some pack has names that go on; then all lengths that may be names are looked up, the
 * longest first.
 */
export function lookUp(state: SearchState, word: number): number {
  const { words, tokens, hashes, indexes, bits, found, longestOnly, hasQuiet } = state;
  const end = words.end[word]!;
  tokens.start[0] = words.start[word]!;
  tokens.end[0] = end;
  tokens.hash[0] = words.hash[word]!;
  tokens.bits[0] = hasQuiet ? words.bits[word]! : 0;
  tokens.count = 1;
  const lengths = words.passed[word]! & GOES_ON || indexes.length > 1 ? grow(state, end) : growNone(state);
  if (lengths < 0) return NEEDS_EXPANSION;
  const before = found.length;
  for (let n = 32 - Math.clz32(lengths); n > 0; n--) {
    for (let p = 0; p < indexes.length; p++) {
      if (bits[(n - 1) * indexes.length + p]! & IS_NAME) probe(state, p, hashes[n - 1]!, n);
    }
    if (found.length === before) continue;
    if (n === HASHED_TOKENS) sortLong(found, before, longestOnly);
    if (longestOnly) return found[before]!.end;
  }
  return end;
}

/** `grow` for a single pack that has the one token only. */
function growNone({ tokens, hashes, bits }: SearchState): number {
  hashes[0] = mixPhrase(extendPhrase(0, tokens.hash[0]!, 0));
  bits[0] = IS_NAME;
  return 1;
}

/**
 * Reads tokens and hashes the run of each length while it may go on; puts into `bits` what the filter of each pack says
 * of each length. Returns the lengths that may be names, bit n-1 for n tokens, or NEEDS_EXPANSION.
 */
function grow(state: SearchState, from: number): number {
  const { text, tokens, hashes, isExpanded } = state;
  let phrase = extendPhrase(0, tokens.hash[0]!, 0);
  hashes[0] = mixPhrase(phrase);
  let all = filterRun(state, 0, 0);
  let lengths = all & IS_NAME;
  for (let n = 1, position = from; n < HASHED_TOKENS && all & GOES_ON; n++) {
    const way = wayOn(text, position);
    if (!(all & way)) break;
    position = readToken(text, position, tokens, isExpanded);
    if (position === NEEDS_EXPANSION) return NEEDS_EXPANSION;
    phrase = extendPhrase(phrase, tokens.hash[n]!, tokens.bits[n]!);
    hashes[n] = mixPhrase(phrase);
    all = filterRun(state, n, way);
    if (all & IS_NAME) lengths |= 1 << n;
  }
  return lengths;
}

/** Asks the filters of all packs whose names go on this way after the tokens before the one numbered `n`. */
function filterRun({ indexes, tokens, hashes, bits }: SearchState, n: number, way: number): number {
  const isQuiet = tokens.bits[0]! & QUIET_START;
  const row = n * indexes.length;
  let all = 0;
  for (let p = 0; p < indexes.length; p++) {
    const { words, shift } = isQuiet ? indexes[p]!.quiet : indexes[p]!.loud;
    const isOpen = n === 0 || bits[row - indexes.length + p]! & way;
    const own = isOpen ? lookUpFilter(words, shift, hashes[n]!) : 0;
    bits[row + p] = own;
    all |= own;
  }
  return all;
}

/** How the next token at or after `from` starts, 0 where the text ends before. */
function wayOn({ bytes, length }: Utf8Text, from: number): number {
  for (let i = from; i < length; i += widthOf(bytes[i]!)) {
    const entry = entryAt(bytes, i);
    if (!(entry & BLANK)) return entry & QUIET ? GOES_ON_QUIET : GOES_ON_LOUD;
  }
  return 0;
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
    if (readToken(text, tokens.end[tokens.count - 1]!, tokens, state.isExpanded) < 0) return false;
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
