import { corrupt } from './pack-error';

/** No code is longer than this. */
export const MAX_CODE = 15;

/**
 * Canonical Huffman codes: a table is given by the length of each symbol's code alone (0 = unused). Codes of one length
 * are consecutive numbers in the order of the symbols, as in DEFLATE (RFC 1951, 3.2.2).
 */
export type Decoder = {
  /** How many codes there are of each length. */
  counts: Uint16Array;
  /** Symbols in the order of their codes. */
  symbols: Uint16Array;
};

/** Throws a `PackError` where more codes are claimed than fit. */
export function createDecoder(lengths: Uint8Array): Decoder {
  const counts = new Uint16Array(MAX_CODE + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(MAX_CODE + 2);
  let left = 1;
  for (let length = 1; length <= MAX_CODE; length++) {
    const count = counts[length] ?? 0;
    left = left * 2 - count;
    if (left < 0) throw corrupt('Huffman codes', 'at most as many as fit', `${-left} more`);
    offsets[length + 1] = (offsets[length] ?? 0) + count;
  }
  const symbols = new Uint16Array(offsets[MAX_CODE + 1] ?? 0);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const at = offsets[length] ?? 0;
    symbols[at] = symbol;
    offsets[length] = at + 1;
  });
  return { counts, symbols };
}

/** The lengths of the best codes of at most `MAX_CODE` bits for these frequencies. */
export function codeLengths(frequencies: Uint32Array): Uint8Array {
  let weights = Array.from(frequencies);
  for (;;) {
    const lengths = unlimitedLengths(weights);
    if (lengths.every((length) => length <= MAX_CODE)) return lengths;
    // Rare symbols made the tree too deep: flatten the frequencies and try again.
    weights = weights.map((weight) => (weight === 0 ? 0 : (weight >> 2) + 1));
  }
}

type Node = { weight: number; symbol: number; children: readonly [Node, Node] | null };

function unlimitedLengths(weights: readonly number[]): Uint8Array {
  const lengths = new Uint8Array(weights.length);
  const leaves = weights
    .map((weight, symbol): Node => ({ weight, symbol, children: null }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.weight - b.weight || a.symbol - b.symbol);
  if (leaves.length === 1) lengths[leaves[0]?.symbol ?? 0] = 1;
  // Two queues, both ascending: the two lightest nodes are always at their heads.
  const merged: Node[] = [];
  let nextLeaf = 0;
  let nextMerged = 0;
  const lightest = (): Node | undefined => {
    const leaf = leaves[nextLeaf];
    const node = merged[nextMerged];
    if (leaf && (!node || leaf.weight <= node.weight)) return leaves[nextLeaf++];
    return node && merged[nextMerged++];
  };
  for (let left = leaves.length; left > 1; left--) {
    const a = lightest();
    const b = lightest();
    if (a && b) merged.push({ weight: a.weight + b.weight, symbol: -1, children: [a, b] });
  }
  const open: [Node, number][] = merged.length > 0 ? [[merged.at(-1) as Node, 0]] : [];
  for (let top = open.pop(); top; top = open.pop()) {
    const [node, depth] = top;
    if (node.children) open.push([node.children[0], depth + 1], [node.children[1], depth + 1]);
    else lengths[node.symbol] = Math.min(depth, 255);
  }
  return lengths;
}

/** The code of each symbol, bits reversed so that the first bit is the lowest. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const next = new Uint32Array(MAX_CODE + 2);
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1;
  for (let length = 1; length <= MAX_CODE + 1; length++) {
    next[length] = ((next[length - 1] ?? 0) + (next[length] ?? 0)) * (length > 1 ? 1 : 0);
    if (length <= MAX_CODE) next[length] = (next[length] ?? 0) << 1;
  }
  return Uint16Array.from(lengths, (length) => {
    if (length === 0) return 0;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    return reverse(code, length);
  });
}

function reverse(code: number, length: number): number {
  let reversed = 0;
  for (let i = 0; i < length; i++) reversed |= ((code >> i) & 1) << (length - 1 - i);
  return reversed;
}
