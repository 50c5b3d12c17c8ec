import { MIN_COPY } from './block-codec';

/** One step of a block: a byte (`length` 0, in `value`) or a copy from `value` bytes before. */
export type Step = { length: number; value: number };

/** How many earlier places are compared; more finds little. */
const CHAIN_LIMIT = 48;
const HASH_BITS = 15;
/** Longest copy: what the length codes can express. */
export const MAX_COPY = 4096;
/** A copy of three bytes from farther away costs more than three literals. */
const NEAR = 1024;

/** Finds copies within blocks and from their common dictionary (LZ77 with chains of equal hashes). */
export class BlockParser {
  private readonly dictionary: Uint8Array;
  private readonly dictionaryHeads: Int32Array;
  private readonly dictionaryChain: Int32Array;

  constructor(dictionary: Uint8Array) {
    this.dictionary = dictionary;
    this.dictionaryHeads = new Int32Array(1 << HASH_BITS).fill(-1);
    this.dictionaryChain = new Int32Array(dictionary.length);
    for (let i = 0; i + MIN_COPY <= dictionary.length; i++) {
      insert(dictionary, i, this.dictionaryHeads, this.dictionaryChain);
    }
  }

  /** The steps that make `block`, with a look one byte ahead for a longer copy. */
  parse(block: Uint8Array): Step[] {
    const start = this.dictionary.length;
    const bytes = new Uint8Array(start + block.length);
    bytes.set(this.dictionary);
    bytes.set(block, start);
    const heads = this.dictionaryHeads.slice();
    const chain = new Int32Array(bytes.length);
    chain.set(this.dictionaryChain);
    const steps: Step[] = [];
    let ahead: Step | null = null;
    for (let i = start; i < bytes.length;) {
      const here: Step = ahead ?? longestCopy(bytes, i, heads, chain);
      insert(bytes, i, heads, chain);
      ahead = here.length > 0 && here.length < 64 ? longestCopy(bytes, i + 1, heads, chain) : null;
      if (here.length === 0 || (ahead && ahead.length > here.length)) {
        steps.push({ length: 0, value: bytes[i] ?? 0 });
        i++;
        continue;
      }
      ahead = null;
      steps.push(here);
      for (let k = i + 1; k < i + here.length; k++) insert(bytes, k, heads, chain);
      i += here.length;
    }
    return steps;
  }
}

function insert(bytes: Uint8Array, at: number, heads: Int32Array, chain: Int32Array): void {
  if (at + MIN_COPY > bytes.length) return;
  const hash = hashAt(bytes, at);
  chain[at] = heads[hash] ?? -1;
  heads[hash] = at;
}

function hashAt(bytes: Uint8Array, at: number): number {
  const three = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/** The longest copy for the bytes at `at`, the nearest of equal ones; length 0 where none is worth it. */
function longestCopy(bytes: Uint8Array, at: number, heads: Int32Array, chain: Int32Array): Step {
  const best: Step = { length: 0, value: 0 };
  const limit = Math.min(bytes.length - at, MAX_COPY);
  if (limit < MIN_COPY) return best;
  let candidate = heads[hashAt(bytes, at)] ?? -1;
  for (let tries = CHAIN_LIMIT; candidate >= 0 && tries > 0; tries--) {
    let length = 0;
    while (length < limit && bytes[candidate + length] === bytes[at + length]) length++;
    const isWorth = length > MIN_COPY || (length === MIN_COPY && at - candidate < NEAR);
    if (isWorth && length > best.length) Object.assign(best, { length, value: at - candidate });
    candidate = chain[candidate] ?? -1;
  }
  return best;
}
