import {
  HASHED_TOKENS, LENGTH_BITS, MAX_PROBES, NAME_INDEX, extendPhrase, homeOf, mixPhrase, nextClass, startOf, type NameIndex, type WithNameIndex,
} from '../kb/name-index'; // prettier-ignore
import type { NameMatch, Pack } from '../kb/pack';
import { STRING_LIMIT } from '../kb/string-table';
import { expand, type Expanded } from '../text/expand';
import { BLANK, INSIDE, KIND_SHIFT, LETTER, QUIET, SPECIAL, foldEntry, foldTable } from '../text/fold-table';
import {
  FNV_OFFSET, FNV_PRIME, NEEDS_EXPANSION, createTokens, isInsideWord, readToken, readTokenAt, tokenize, type Tokens,
} from '../text/tokens'; // prettier-ignore
import { isSameName } from './same-name';

/** Bit of `starts` for names of eight and more tokens. */
const LONG = 1 << (HASHED_TOKENS - 1);

/** What one search works on; one object for all searches, so that a short text costs no allocation but its matches. */
type Search = {
  /** The text that is searched: expanded where it had to be, and then `expanded` leads back to the reader's text. */
  text: string;
  expanded: Expanded | null;
  longestOnly: boolean;
  indexes: NameIndex[];
  /** Whether any name of any pack starts quietly; else lower-case words are skipped without a look. */
  hasQuiet: boolean;
  /** The tokens from the current start on, as far as they were needed. */
  tokens: Tokens;
  /** For each pack, the lengths that names with the current first token have. */
  masks: Uint16Array;
  /** Mixed hashes of the first one, two, … tokens from the current one. */
  hashes: Int32Array;
  found: NameMatch[];
};

let shared: Search | null = null;

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
  const state = prepare(text, packs, longestOnly);
  if (!scan(state)) {
    // A rare character stands for several: search again in the text where it is replaced.
    state.expanded = expand(text);
    state.text = state.expanded.text;
    state.found = [];
    scan(state);
  }
  return finish(state);
}

function prepare(text: string, packs: readonly Pack[], longestOnly: boolean): Search {
  shared ??= {
    text: '',
    expanded: null,
    longestOnly: false,
    indexes: [],
    hasQuiet: false,
    // A name has no more tokens than bytes.
    tokens: createTokens(STRING_LIMIT + 1),
    masks: new Uint16Array(16),
    hashes: new Int32Array(HASHED_TOKENS),
    found: [],
  };
  shared.text = text;
  shared.longestOnly = longestOnly;
  shared.expanded = null;
  shared.found = [];
  shared.indexes.length = 0;
  shared.hasQuiet = false;
  for (const pack of packs) {
    const index = indexOf(pack);
    shared.indexes.push(index);
    if (index.hasQuiet) shared.hasQuiet = true;
  }
  if (shared.masks.length < packs.length) shared.masks = new Uint16Array(packs.length * 2);
  return shared;
}

function indexOf(pack: Pack): NameIndex {
  const index = (pack as Partial<WithNameIndex>)[NAME_INDEX];
  if (index === undefined) throw new TypeError('not a pack from openPack');
  return index;
}

/** Lets go of text and packs: a search must not keep a removed pack or a long text in memory. */
function finish(state: Search): NameMatch[] {
  const { found, expanded } = state;
  if (expanded) {
    for (const match of found) {
      match.start = expanded.starts[match.start] ?? 0;
      match.end = expanded.ends[match.end - 1] ?? 0;
    }
  }
  state.text = '';
  state.expanded = null;
  state.found = [];
  state.indexes.length = 0;
  return found;
}

/** Upper-case ASCII and everything outside ASCII: where a name may start that does not start quietly. */
const LOUD = /[^\0-@[-\x7f]/g;

/** The next such place; the regular expression engine gets there in a third of the time of a loop over the units. */
function nextLoud(text: string, from: number): number {
  LOUD.lastIndex = from;
  return LOUD.test(text) ? LOUD.lastIndex - 1 : text.length;
}

/** Goes through the text, stopping only where a name may start; false where the text must be expanded first. */
function scan(state: Search): boolean {
  const { text, hasQuiet } = state;
  const table = foldTable();
  const length = text.length;
  for (let i = 0; i >= 0;) {
    i = hasQuiet ? skipQuiet(state, i) : nextLoud(text, i);
    if (i >= length) return true;
    const unit = text.charCodeAt(i);
    const entry = table[unit] || foldEntry(unit);
    const isStart = entry & QUIET ? hasQuiet : !isInsideWord(text, i, entry);
    i = isStart ? searchAt(state, i, entry) : i + 1;
  }
  return false;
}

/**
 * From `from`, which is no inside of a word, to the next token that is loud or that a pack has a quiet name for. Written
 * out in one loop, without storing a token: most words of most texts end here.
 */
function skipQuiet(state: Search, from: number): number {
  const { text, indexes } = state;
  const table = foldTable();
  const length = text.length;
  const packs = indexes.length;
  let i = from;
  while (i < length) {
    const unit = text.charCodeAt(i);
    let entry = table[unit] || foldEntry(unit);
    if (!(entry & QUIET)) return i;
    const start = i++;
    if (entry & BLANK) continue;
    let hash = Math.imul(FNV_OFFSET ^ (entry & 0xffff), FNV_PRIME);
    if (entry & LETTER) {
      for (; i < length; i++) {
        const next = text.charCodeAt(i);
        entry = table[next] || foldEntry(next);
        if (!(entry & LETTER)) break;
        hash = Math.imul(hash ^ (entry & 0xffff), FNV_PRIME);
      }
      // An invisible unit may stand inside the word: the general way reads on.
      if (i < length && entry & INSIDE) return start;
    }
    for (let p = 0; p < packs; p++) {
      const index = indexes[p]!;
      if (index.quietStarts[startOf(hash, index.quietStartsShift)] !== 0) return start;
    }
  }
  return length;
}

/** Looks for names that start with the token at `at`; returns where to go on, or NEEDS_EXPANSION. */
function searchAt(state: Search, at: number, entry: number): number {
  const { text, tokens, indexes, masks } = state;
  if (((entry >> KIND_SHIFT) & 15) === SPECIAL && state.expanded === null) return NEEDS_EXPANSION;
  tokens.count = 0;
  const next = readTokenAt(text, at, entry, 0, tokens);
  const hash = tokens.hash[0]!;
  let lengths = 0;
  for (let p = 0; p < indexes.length; p++) {
    const index = indexes[p]!;
    const mask =
      entry & QUIET
        ? index.quietStarts[startOf(hash, index.quietStartsShift)]!
        : index.starts[startOf(hash, index.startsShift)]!;
    masks[p] = mask;
    lengths |= mask;
  }
  if (lengths & ~1 & LENGTH_BITS && !(lengths & classAfter(text, next))) lengths &= 1;
  return (lengths & LENGTH_BITS) === 0 ? next : searchLengths(state, next, lengths & LENGTH_BITS);
}

/** The class of the first unit of the token at or after `from`, 0 at the end of the text. */
function classAfter(text: string, from: number): number {
  const table = foldTable();
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const entry = table[unit] || foldEntry(unit);
    if (!(entry & BLANK)) return nextClass(entry);
  }
  return 0;
}

/** Looks up all lengths that a pack has after the first token, longest first. */
function searchLengths(state: Search, next: number, lengths: number): number {
  const { text, tokens, hashes, indexes, masks, found } = state;
  const longest = 32 - Math.clz32(lengths);
  let phrase = extendPhrase(0, tokens.hash[0]!, 0);
  hashes[0] = mixPhrase(phrase);
  for (let n = 1, position = next; n < longest; n++) {
    position = readToken(text, position, tokens, state.expanded !== null);
    if (position === NEEDS_EXPANSION) return NEEDS_EXPANSION;
    if (position < 0) break;
    phrase = extendPhrase(phrase, tokens.hash[n]!, tokens.bits[n]!);
    hashes[n] = mixPhrase(phrase);
  }
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

/** Follows the slots of one hash in one pack and compares every name whose fingerprint agrees. */
function probe(state: Search, p: number, hash: number, length: number): void {
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

function compare(state: Search, p: number, name: number, length: number): void {
  const { text, tokens, found, expanded } = state;
  const { names } = state.indexes[p]!;
  // Of a long name only the first eight tokens were hashed: how many it has is seen from the name.
  const count = length < HASHED_TOKENS ? length : tokenize(names.get(name)).count;
  if (!readUpTo(state, count)) return;
  const start = tokens.start[0]!;
  const end = tokens.end[count - 1]!;
  if (expanded && (isSplit(expanded, start) || isSplit(expanded, end))) return;
  if (isSameName(names, name, text, start, end)) found.push({ start, end, pack: p, name });
}

/** Reads on until there are `count` tokens from the current start; false where the text ends before. */
function readUpTo(state: Search, count: number): boolean {
  const { text, tokens } = state;
  while (tokens.count < count) {
    if (readToken(text, tokens.end[tokens.count - 1]!, tokens, state.expanded !== null) < 0) return false;
  }
  return true;
}

/** Whether the units before and after `at` come from one and the same character. */
function isSplit(expanded: Expanded, at: number): boolean {
  return at > 0 && expanded.starts[at - 1] === expanded.starts[at];
}

/** Long names of one hash may differ in length; with `longestOnly`, the shorter ones go. */
function sortLong(found: NameMatch[], from: number, longestOnly: boolean): void {
  const long = found.splice(from).sort((a, b) => b.end - a.end || a.pack - b.pack || a.name - b.name);
  const end = long[0]?.end;
  for (const match of long) if (!longestOnly || match.end === end) found.push(match);
}
