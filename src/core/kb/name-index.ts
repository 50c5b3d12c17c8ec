import { LOWER, QUIET } from '../text/fold-table';
import { QUIET_START, SPACE_BEFORE, firstEntry, tokenize } from '../text/tokens';
import { PackError } from './pack-error';
import { StringTable } from './string-table';

/**
 * How a name is found in a text: three flat arrays over the sorted string table of the names.
 *
 * 1. `loud`, a filter (blocked Bloom filter, two bits for each entry within one word of 32 bits): says of the hash of a
 *    run of tokens whether a name is it, and whether a name goes on from it, for names whose first token does not start
 *    with a lower-case letter, a digit or a punctuation mark in the text. `quiet` is the same for the others: most of a
 *    text, and few names. Where a pack has no such name, and `hasQuiet` is false, those tokens need not even be read.
 *    A filter is small enough to stay in a processor's cache, and rejects all but a few words in a hundred.
 * 2. `slots`, an open hash table with linear probing, keyed by the hash of the name's first eight tokens. A slot holds
 *    the name's number in its upper and a fingerprint in its lower bits; -1 is empty.
 * 3. The string table then decides: a name is reported only when its text agrees unit by unit.
 *
 * Example: in "the Bank of England said", `the` finds nothing in `quiet`; `Bank` is a name and goes on, `Bank of` goes on,
 * `Bank of England` is a name, from which none goes on. So the slots of `Bank of England` and `Bank` are looked at; both
 * fingerprints agree, and both names are compared.
 */
export type NameIndex = {
  readonly loud: Filter;
  readonly quiet: Filter;
  readonly hasQuiet: boolean;
  readonly slots: Int32Array;
  /** Number of home positions; the table is longer, since probing never wraps around. */
  readonly homes: number;
  readonly idShift: number;
  readonly fingerprintMask: number;
  /** The names in order of folded form; the tag is set where every letter must agree in case. */
  readonly names: StringTable;
};

/** `2 ** (32 - shift)` words. */
export type Filter = { readonly words: Int32Array; readonly shift: number };

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
/** Bits of a filter for each entry, at least: fewer than one word in thirty passes by chance. */
const BITS_PER_ENTRY = 12;
const SMALLEST_FILTER = 64;

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

/** What a filter says of a run of tokens: a name may be it, may go on from it with a loud token, with a quiet one. */
export const IS_NAME = 1;
export const GOES_ON_LOUD = 2;
export const GOES_ON_QUIET = 4;
export const GOES_ON = GOES_ON_LOUD | GOES_ON_QUIET;

/** The union of these for a mixed hash. Computed without a decision, which would have to wait for the memory. */
export function lookUpFilter(words: Int32Array, shift: number, hash: number): number {
  const word = words[hash >>> shift]!;
  const bits = bitsOf(hash);
  // Shifts take the lowest five bits of their distance.
  const isName = (word >>> (bits >>> 27)) & (word >>> (bits >>> 22)) & 1;
  const loud = (word >>> (bits >>> 17)) & (word >>> (bits >>> 12)) & 1;
  const quiet = (word >>> (bits >>> 7)) & (word >>> (bits >>> 2)) & 1;
  return isName | (loud << 1) | (quiet << 2);
}

/** Which bits of its word a hash has, two for each of the three, five bits for each from the highest on. */
function bitsOf(hash: number): number {
  return Math.imul(hash, 0x85ebca6b);
}

/** What of a name the index is built from. */
type Key = {
  /** Mixed hashes of its first one, two, ... tokens. */
  hashes: Int32Array;
  /** How the text may go on from each: a union of GOES_ON_LOUD and GOES_ON_QUIET. */
  goesOn: number[];
  startsQuiet: boolean;
};

/** The sections of the index, to be written beside the string table. */
export type NameSections = {
  loud: Uint8Array;
  quiet: Uint8Array;
  /** Names that start quietly. */
  quietCount: number;
  slots: Uint8Array;
  homes: number;
};

/** Builds the index of names that are already in order. `exact` says whose every letter must agree in case. */
export function buildNameIndex(names: readonly string[], exact: readonly boolean[]): NameSections {
  const hashes = new Int32Array(names.length);
  const loud = new FilterEntries();
  const quiet = new FilterEntries();
  let quietCount = 0;
  names.forEach((name, i) => {
    const key = keyOf(name, exact[i] ?? false);
    hashes[i] = key.hashes.at(-1) ?? 0;
    if (key.startsQuiet) quietCount++;
    if (key.startsQuiet) quiet.add(key);
    // A name that starts lower-case may stand upper-case in the text, unless its case is fixed.
    if (!key.startsQuiet || !exact[i]) loud.add(key);
  });
  return { loud: loud.write(), quiet: quiet.write(), quietCount, ...fillSlots(hashes) };
}

function keyOf(name: string, isExact: boolean): Key {
  const tokens = tokenize(name);
  if (tokens.count === 0) throw new RangeError(`a name without any letter: ${JSON.stringify(name)}`);
  const hashes = new Int32Array(Math.min(tokens.count, HASHED_TOKENS));
  const goesOn: number[] = [];
  let phrase = 0;
  for (let i = 0; i < hashes.length; i++) {
    phrase = extendPhrase(phrase, tokens.hash[i] ?? 0, i === 0 ? 0 : (tokens.bits[i] ?? 0));
    hashes[i] = mixPhrase(phrase);
    if (i > 0) goesOn.push(waysOn(firstEntry(tokens, i), isExact));
  }
  return { hashes, goesOn, startsQuiet: ((tokens.bits[0] ?? 0) & QUIET_START) !== 0 };
}

/** Where a lower-case token may stand upper-case in the text, both ways. */
function waysOn(entry: number, isExact: boolean): number {
  if (!(entry & QUIET)) return GOES_ON_LOUD;
  return isExact || !(entry & LOWER) ? GOES_ON_QUIET : GOES_ON;
}

/** Hashes of each of the three kinds, in the order of their bits. */
class FilterEntries {
  private readonly kinds = [new Set<number>(), new Set<number>(), new Set<number>()] as const;

  add({ hashes, goesOn }: Key): void {
    const [names, loud, quiet] = this.kinds;
    names.add(hashes.at(-1) ?? 0);
    goesOn.forEach((ways, i) => {
      if (ways & GOES_ON_LOUD) loud.add(hashes[i] ?? 0);
      if (ways & GOES_ON_QUIET) quiet.add(hashes[i] ?? 0);
    });
  }

  write(): Uint8Array {
    const entries = this.kinds.reduce((sum, { size }) => sum + size, 0);
    const wanted = Math.max(SMALLEST_FILTER, (entries * BITS_PER_ENTRY) / 32);
    const words = new Uint32Array(2 ** Math.ceil(Math.log2(wanted)));
    const shift = 32 - Math.log2(words.length);
    this.kinds.forEach((kind, i) => {
      for (const hash of kind) words[hash >>> shift]! |= bitPair(bitsOf(hash), 27 - 10 * i);
    });
    return new Uint8Array(words.buffer);
  }
}

function bitPair(bits: number, shift: number): number {
  return (1 << (bits >>> shift)) | (1 << (bits >>> (shift - 5)));
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
  const { quietCount, homes } = sections;
  const slots = new Int32Array(sections.slots.buffer, sections.slots.byteOffset, sections.slots.length >> 2);
  const bits = idBits(names.count);
  if (homes < 1 || homes > slots.length || homes > 2 ** 26) {
    throw new PackError('layout', 'home positions of names', `1 to ${slots.length}`, homes);
  }
  return {
    loud: openFilter(sections.loud),
    quiet: openFilter(sections.quiet),
    hasQuiet: quietCount > 0,
    slots,
    homes,
    idShift: 32 - bits,
    fingerprintMask: fingerprintMaskOf(32 - bits),
    names,
  };
}

function openFilter(section: Uint8Array): Filter {
  const { length } = section;
  const shift = Math.clz32(length) + 3;
  if (length < 4 * SMALLEST_FILTER || length > 2 ** 28 || 2 ** (34 - shift) !== length) {
    throw new PackError('layout', 'filter of names', `a power of two from ${4 * SMALLEST_FILTER}`, length);
  }
  return { words: new Int32Array(section.buffer, section.byteOffset, length >> 2), shift };
}
