import { LOWER, QUIET } from '../text/fold-table';
import { QUIET_START, SPACE_BEFORE, firstEntry, tokenize, type TokenizedText } from '../text/tokens';
import { PackError } from './pack-error';
import { StringTable } from './string-table';

/**
 * How a name is found in a text: three flat arrays over the sorted string table of the names.
 *
 * 1. `starts`, 32 bits for each hash of a first token: bit n-1 says that a name with this first token has n tokens
 *    (bit 7: eight or more); bits 8 to 23 say with what kinds of unit (`nextClass`) their second tokens start; the upper
 *    byte is a fingerprint of the token, or 0 where several share the place. Most words of a text find 0 here or
 *    another fingerprint and are done; most others are done by the unit that follows them. `quietStarts` is the same for tokens that
 *    start with a lower-case letter, a digit or a punctuation mark in the text: most of a text, and few names. Where a
 *    pack has no such name, and `hasQuiet` is false, those words need not even be hashed.
 * 2. `slots`, an open hash table with linear probing, keyed by the hash of the name's first eight tokens. A slot holds
 *    the name's number in its upper and a fingerprint in its lower bits; -1 is empty.
 * 3. The string table then decides: a name is reported only when its text agrees unit by unit.
 *
 * Example: in "the Bank of England said", `the` finds 0 in `quietStarts`; `Bank` finds bits 0 and 2 and the class of
 * `o`, so the hashes of `Bank` and `Bank of England` are looked up; both slots' fingerprints agree, and both names are compared.
 */
export type NameIndex = {
  readonly starts: Int32Array;
  readonly startsShift: number;
  readonly quietStarts: Int32Array;
  readonly quietStartsShift: number;
  readonly hasQuiet: boolean;
  readonly slots: Int32Array;
  /** Number of home positions; the table is longer, since probing never wraps around. */
  readonly homes: number;
  readonly idShift: number;
  readonly fingerprintMask: number;
  /** The names in order of folded form; the tag is set where every letter must agree in case. */
  readonly names: StringTable;
};

/** The key under which an opened pack keeps its index, out of the face that `Pack` shows. */
export const NAME_INDEX = Symbol('name index');
export type WithNameIndex = { readonly [NAME_INDEX]: NameIndex };

/** Tokens that take part in the hash of a name; longer names are told apart by comparing them. */
export const HASHED_TOKENS = 8;

/** No name lies further than this from its home position; bounds the work that a hostile pack can demand. */
export const MAX_PROBES = 255;

const EMPTY = -1;
/** Slots for each name: at 5/8 full, a miss looks at fewer than five slots, nearly always in one cache line. */
const SLOTS_PER_NAME = 1.6;
/** Entries of `starts` for each different first token, at least: about one word in twenty passes by chance. */
const STARTS_PER_TOKEN = 2;

/** The hash of a run of tokens, one token at a time, from 0. */
export function extendPhrase(phrase: number, tokenHash: number, tokenBits: number): number {
  const space = tokenBits & SPACE_BEFORE;
  return Math.imul(((phrase << 5) | (phrase >>> 27)) ^ (tokenHash + space), 0x9e3779b1);
}

/** Spreads a phrase hash over all 32 bits (finalizer of MurmurHash3); signed. */
export function mixPhrase(phrase: number): number {
  let hash = phrase ^ (phrase >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The home position of a mixed hash: exact, since the product stays below 2^53. */
export function homeOf(hash: number, homes: number): number {
  return Math.floor(((hash >>> 6) * homes) / 0x4000000);
}

/** What both the place and the fingerprint of a first token are taken from. */
function spreadToken(tokenHash: number): number {
  return Math.imul(tokenHash, 0x9e3779b1);
}

/** The fingerprint of a spread token: never 0, which stands for several tokens. */
function fingerprintOf(spread: number): number {
  return spread & FINGERPRINT_BITS || 1;
}

/** The lengths and classes of the names in a table of `2 ** (32 - shift)` entries that start with this token, 0 for none. */
export function readStarts(starts: Int32Array, shift: number, tokenHash: number): number {
  const spread = spreadToken(tokenHash);
  const entry = starts[spread >>> shift]!;
  const fingerprint = entry >>> FINGERPRINT_SHIFT;
  return fingerprint === 0 || fingerprint === fingerprintOf(spread) ? entry & NAME_BITS : 0;
}

/** Bits of an entry of `starts`: lengths, then classes of second tokens, then the fingerprint. */
export const LENGTH_BITS = 0xff;
const CLASS_SHIFT = 8;
const FINGERPRINT_SHIFT = 24;
const FINGERPRINT_BITS = 0xff;
const NAME_BITS = 0xffffff;

/**
 * The class of the unit that a second token starts with, as a bit of an entry of `starts`: eight for quiet ones and
 * eight for the others, by the folded unit.
 */
export function nextClass(entry: number): number {
  return 1 << (CLASS_SHIFT + (entry & QUIET ? 8 : 0) + (entry & 7));
}

/** What of a name's tokens the index is built from. */
type Key = { hash: number; first: number; mask: number; startsQuiet: boolean };

/** The sections of the index, to be written beside the string table. */
export type NameSections = {
  starts: Uint8Array;
  quietStarts: Uint8Array;
  /** Names that start quietly. */
  quietCount: number;
  slots: Uint8Array;
  homes: number;
};

/** Builds the index of names that are already in order. `exact` says whose every letter must agree in case. */
export function buildNameIndex(names: readonly string[], exact: readonly boolean[]): NameSections {
  const hashes = new Int32Array(names.length);
  const loud: Key[] = [];
  const quiet: Key[] = [];
  names.forEach((name, i) => {
    const key = keyOf(name, exact[i] ?? false);
    hashes[i] = key.hash;
    // A name that starts lower-case may stand upper-case in the text, unless its case is fixed.
    if (key.startsQuiet) quiet.push(key);
    if (!key.startsQuiet || !exact[i]) loud.push(key);
  });
  const { slots, homes } = fillSlots(hashes);
  return { starts: fillStarts(loud), quietStarts: fillStarts(quiet), quietCount: quiet.length, slots, homes };
}

function keyOf(name: string, isExact: boolean): Key {
  const tokens = tokenize(name);
  if (tokens.count === 0) throw new RangeError(`a name without any letter: ${JSON.stringify(name)}`);
  const length = Math.min(tokens.count, HASHED_TOKENS);
  let phrase = 0;
  for (let i = 0; i < length; i++) {
    phrase = extendPhrase(phrase, tokens.hash[i] ?? 0, i === 0 ? 0 : (tokens.bits[i] ?? 0));
  }
  return {
    hash: mixPhrase(phrase),
    first: tokens.hash[0] ?? 0,
    mask: (1 << (length - 1)) | classesOf(tokens, isExact),
    startsQuiet: ((tokens.bits[0] ?? 0) & QUIET_START) !== 0,
  };
}

/** Where the second token may stand in another case, it has the classes of both cases. */
function classesOf(tokens: TokenizedText, isExact: boolean): number {
  if (tokens.count < 2) return 0;
  const entry = firstEntry(tokens, 1);
  if (isExact || !(entry & LOWER)) return nextClass(entry);
  return nextClass(entry) | nextClass(entry & ~QUIET);
}

function fillStarts(keys: readonly Key[]): Uint8Array {
  const distinct = new Set(keys.map((key) => key.first)).size;
  const bits = Math.max(6, Math.ceil(Math.log2(distinct * STARTS_PER_TOKEN + 1)));
  const starts = new Uint32Array(2 ** bits);
  for (const key of keys) {
    const spread = spreadToken(key.first);
    const at = spread >>> (32 - bits);
    const entry = starts[at] ?? 0;
    const fingerprint =
      entry === 0 || entry >>> FINGERPRINT_SHIFT === fingerprintOf(spread) ? fingerprintOf(spread) : 0;
    starts[at] = ((fingerprint << FINGERPRINT_SHIFT) | (entry & NAME_BITS) | key.mask) >>> 0;
  }
  return new Uint8Array(starts.buffer);
}

/** Bits of a slot that hold the number of a name; all ones is never a number, so that -1 can mean empty. */
export function idBits(nameCount: number): number {
  return Math.max(1, 32 - Math.clz32(nameCount));
}

function fillSlots(hashes: Int32Array): { slots: Uint8Array; homes: number } {
  const fingerprintBits = 32 - idBits(hashes.length);
  const mask = fingerprintMaskOf(fingerprintBits);
  for (let homes = Math.ceil(hashes.length * SLOTS_PER_NAME) + 1; ; homes = Math.ceil(homes * 1.25)) {
    const slots = new Int32Array(homes + MAX_PROBES + 1).fill(EMPTY);
    let last = 0;
    let fits = true;
    for (let name = 0; name < hashes.length && fits; name++) {
      const hash = hashes[name] ?? 0;
      const home = homeOf(hash, homes);
      let at = home;
      while (slots[at] !== EMPTY && at - home < MAX_PROBES) at++;
      fits = slots[at] === EMPTY;
      slots[at] = (name << fingerprintBits) | (hash & mask);
      last = Math.max(last, at);
    }
    // One empty slot always follows the last name, where a search ends.
    if (fits) return { slots: new Uint8Array(slots.buffer, 0, 4 * Math.max(homes, last + 2)), homes };
  }
}

function fingerprintMaskOf(bits: number): number {
  return -1 >>> (32 - bits);
}

/** Wraps the sections of an opened pack; throws a `PackError` where their sizes cannot belong together. */
export function openNameIndex(sections: NameSections, names: StringTable): NameIndex {
  const { starts, quietStarts, quietCount, homes } = sections;
  const slots = new Int32Array(sections.slots.buffer, sections.slots.byteOffset, sections.slots.length >> 2);
  const bits = idBits(names.count);
  if (homes < 1 || homes > slots.length || homes > 2 ** 26) {
    throw new PackError('layout', 'home positions of names', `1 to ${slots.length}`, homes);
  }
  return {
    starts: entriesOf(starts),
    startsShift: shiftOf(starts.length),
    quietStarts: entriesOf(quietStarts),
    quietStartsShift: shiftOf(quietStarts.length),
    hasQuiet: quietCount > 0,
    slots,
    homes,
    idShift: 32 - bits,
    fingerprintMask: fingerprintMaskOf(32 - bits),
    names,
  };
}

function entriesOf(section: Uint8Array): Int32Array {
  return new Int32Array(section.buffer, section.byteOffset, section.length >> 2);
}

/** Of a table's length in bytes. */
function shiftOf(length: number): number {
  const shift = Math.clz32(length) + 3;
  if (length < 256 || length > 2 ** 28 || 2 ** (34 - shift) !== length) {
    throw new PackError('layout', 'table of first tokens', 'a power of two from 256', length);
  }
  return shift;
}
