import {
  HASHED_TOKENS, MAX_PROBES, NAME_INDEX, extendPhrase, homeOf, mixPhrase, startOf, type NameIndex, type WithNameIndex,
} from '../kb/name-index'; // prettier-ignore
import type { NameMatch, Pack } from '../kb/pack';
import { LOWER_START, NO_START, createTokens, tokenize, type Tokens } from '../text/tokens';
import { isSameName } from './same-name';

/** Bit of `starts` for names of eight and more tokens. */
const LONG = 1 << (HASHED_TOKENS - 1);

/** What one search works on; one object for all searches, so that a short text costs no allocation but its matches. */
type Search = {
  text: string;
  indexes: NameIndex[];
  tokens: Tokens;
  nameTokens: Tokens;
  /** For each pack, the lengths that names with the current first token have. */
  masks: Uint8Array;
  /** Mixed hashes of the first one, two, … tokens from the current one. */
  hashes: Int32Array;
  found: NameMatch[];
};

let shared: Search | null = null;

/** Tokens for which arrays are kept between texts: 13 bytes each. */
const KEPT_TOKENS = 1 << 16;

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
  const state = prepare(text, packs);
  const { tokens, indexes, masks } = state;
  const { hash, bits, count } = tokens;
  for (let i = 0; i < count;) {
    const bit = bits[i]!;
    let any = 0;
    if ((bit & NO_START) === 0) {
      for (let p = 0; p < indexes.length; p++) {
        const index = indexes[p]!;
        const mask =
          bit & LOWER_START
            ? index.lowerStarts[startOf(hash[i]!, index.lowerStartsShift)]!
            : index.starts[startOf(hash[i]!, index.startsShift)]!;
        masks[p] = mask;
        any |= mask;
      }
    }
    i = any === 0 ? i + 1 : searchAt(state, i, any, longestOnly);
  }
  return finish(state);
}

function prepare(text: string, packs: readonly Pack[]): Search {
  shared ??= {
    text: '',
    indexes: [],
    tokens: createTokens(),
    nameTokens: createTokens(64),
    masks: new Uint8Array(16),
    hashes: new Int32Array(HASHED_TOKENS),
    found: [],
  };
  shared.text = text;
  shared.found = [];
  shared.indexes.length = 0;
  for (const pack of packs) shared.indexes.push(indexOf(pack));
  if (shared.masks.length < packs.length) shared.masks = new Uint8Array(packs.length * 2);
  tokenize(text, shared.tokens);
  return shared;
}

/** Lets go of text and packs: a search must not keep a removed pack or a long text in memory. */
function finish(state: Search): NameMatch[] {
  const { found } = state;
  state.text = '';
  state.found = [];
  state.indexes.length = 0;
  if (state.tokens.start.length > KEPT_TOKENS) state.tokens = createTokens();
  return found;
}

function indexOf(pack: Pack): NameIndex {
  const index = (pack as Partial<WithNameIndex>)[NAME_INDEX];
  if (index === undefined) throw new TypeError('not a pack from openPack');
  return index;
}

/** Looks up all lengths from token `i`, longest first; returns the token to go on from. */
function searchAt(state: Search, i: number, lengths: number, longestOnly: boolean): number {
  const { tokens, hashes, indexes, masks, found } = state;
  const longest = Math.min(32 - Math.clz32(lengths), tokens.count - i);
  let phrase = 0;
  for (let n = 0; n < longest; n++) {
    phrase = extendPhrase(phrase, tokens.hash[i + n]!, n === 0 ? 0 : tokens.bits[i + n]!);
    hashes[n] = mixPhrase(phrase);
  }
  for (let n = longest; n > 0; n--) {
    const bit = 1 << (n - 1);
    if ((lengths & bit) === 0) continue;
    const before = found.length;
    for (let p = 0; p < indexes.length; p++) {
      if (masks[p]! & bit) probe(state, p, hashes[n - 1]!, i, n);
    }
    if (found.length === before) continue;
    if (bit === LONG) sortLong(found, before, longestOnly);
    if (longestOnly) return tokenAfter(tokens, i, found[before]!.end);
  }
  return i + 1;
}

/** Follows the slots of one hash in one pack and compares every name whose fingerprint agrees. */
function probe(state: Search, p: number, hash: number, first: number, length: number): void {
  const { slots, homes, idShift, fingerprintMask } = state.indexes[p]!;
  const fingerprint = hash & fingerprintMask;
  const home = homeOf(hash, homes);
  const end = Math.min(home + MAX_PROBES + 1, slots.length);
  for (let at = home; at < end; at++) {
    const slot = slots[at]!;
    if (slot === -1) return;
    if ((slot & fingerprintMask) === fingerprint) compare(state, p, slot >>> idShift, first, length);
  }
}

function compare(state: Search, p: number, name: number, first: number, length: number): void {
  const { text, tokens, nameTokens, found } = state;
  const { names } = state.indexes[p]!;
  let last = first + length - 1;
  if (length === HASHED_TOKENS) {
    // Only the first eight tokens were hashed: how many the name has is seen from the name.
    tokenize(names.get(name), nameTokens);
    last = first + nameTokens.count - 1;
    if (last >= tokens.count) return;
  }
  const start = tokens.start[first]!;
  const end = tokens.end[last]!;
  if (isSameName(names, name, text, start, end)) found.push({ start, end, pack: p, name });
}

/** Long names of one hash may differ in length; with `longestOnly`, the shorter ones go. */
function sortLong(found: NameMatch[], from: number, longestOnly: boolean): void {
  const long = found.splice(from).sort((a, b) => b.end - a.end || a.pack - b.pack || a.name - b.name);
  const end = long[0]?.end;
  for (const match of long) if (!longestOnly || match.end === end) found.push(match);
}

function tokenAfter(tokens: Tokens, i: number, end: number): number {
  let next = i + 1;
  while (next < tokens.count && tokens.start[next]! < end) next++;
  return next;
}
