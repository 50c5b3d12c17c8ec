import { corrupt } from './pack-error';
import { MAX_CODE, createDecoder, type Decoder } from './huffman';
import { ByteReader, ByteWriter } from './bytes';

/**
 * How blocks of records are compressed: as DEFLATE does it (a stream of literal bytes and of copies of what came
 * before), with three differences that suit many small blocks of short texts:
 *
 * - one set of Huffman tables serves all blocks of a pack, so that a block carries none of its own;
 * - there are eight tables for literals, chosen by the byte before: what follows a space is not what follows a vowel;
 * - every block but the first may copy from the first, which serves as dictionary.
 *
 * Symbols 0 to 255 are bytes; 256 + c is a copy whose length - 3 has the code c (see `bucketOf`), followed by a symbol
 * of the distance table for distance - 1. Bits are read from the lowest bit of each byte on.
 */
export const CONTEXTS = 8;
export const MIN_COPY = 3;
/** Codes of lengths: copies up to 3 + 2^12 bytes. */
export const LENGTH_CODES = 26;
export const SYMBOLS = 256 + LENGTH_CODES;
/** Codes of distances: up to 2^21 bytes. */
export const DISTANCE_CODES = 44;

/** Code lengths of all tables: eight for literals and copies, one for distances. */
export type CodeTables = { symbols: Uint8Array[]; distances: Uint8Array };

const VOWELS = 'aeiou';

/** The table for what follows each byte. */
export function contextTable(): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte);
    if (byte < 32) return 0;
    if (byte === 32) return 1;
    if (VOWELS.includes(character)) return 2;
    if (byte >= 97 && byte <= 122) return 3;
    if (byte >= 65 && byte <= 90) return 4;
    if (byte >= 48 && byte <= 57) return 5;
    return byte < 128 ? 6 : 7;
  });
}

/**
 * Values in buckets: 0 to 3 are codes of their own; beyond, each power of two has two codes, followed by the value's
 * remaining bits. E.g. 6 and 7 have code 5 with one extra bit.
 */
export function bucketOf(value: number): number {
  if (value < 4) return value;
  const exponent = 31 - Math.clz32(value);
  return exponent * 2 + ((value >> (exponent - 1)) & 1);
}

export function extraBits(code: number): number {
  return code < 4 ? 0 : (code >> 1) - 1;
}

export function bucketStart(code: number): number {
  return code < 4 ? code : (2 + (code & 1)) << ((code >> 1) - 1);
}

/** Writes the code lengths: a byte below 16 is a length, any other a run of (byte - 15) zeros. */
export function pushTables(writer: ByteWriter, tables: CodeTables): void {
  for (const lengths of [...tables.symbols, tables.distances]) {
    for (let i = 0; i < lengths.length;) {
      let zeros = 0;
      while (i + zeros < lengths.length && lengths[i + zeros] === 0 && zeros < 240) zeros++;
      writer.pushByte(zeros > 0 ? 15 + zeros : (lengths[i] ?? 0));
      i += Math.max(zeros, 1);
    }
  }
}

export function readTables(reader: ByteReader): CodeTables {
  const readLengths = (count: number): Uint8Array => {
    const lengths = new Uint8Array(count);
    for (let i = 0; i < count;) {
      const byte = reader.readByte();
      if (byte > MAX_CODE) i += byte - 15;
      else lengths[i++] = byte;
      if (i > count) throw corrupt('code lengths', count, i);
    }
    return lengths;
  };
  const symbols = Array.from({ length: CONTEXTS }, () => readLengths(SYMBOLS));
  return { symbols, distances: readLengths(DISTANCE_CODES) };
}

/** Decodes blocks of one pack. */
export class BlockDecoder {
  private readonly symbols: Decoder[];
  private readonly distances: Decoder;
  private readonly contexts = contextTable();
  private source: Uint8Array = new Uint8Array(0);
  private position = 0;
  private bitBuffer = 0;
  private bitCount = 0;

  constructor(tables: CodeTables) {
    this.symbols = tables.symbols.map(createDecoder);
    this.distances = createDecoder(tables.distances);
  }

  /**
   * Decodes one block to `length` bytes, with `dictionary` before it. The result is a view behind the dictionary's copy.
   * Throws a `PackError` where the block is damaged.
   */
  decode(source: Uint8Array, length: number, dictionary: Uint8Array): Uint8Array {
    this.source = source;
    this.position = 0;
    this.bitCount = 0;
    const out = new Uint8Array(dictionary.length + length);
    out.set(dictionary);
    let context = 0;
    for (let at = dictionary.length; at < out.length;) {
      const symbol = this.readSymbol(this.symbols[context] as Decoder);
      if (symbol < 256) out[at++] = symbol;
      else at = this.copy(out, at, symbol - 256);
      context = this.contexts[out[at - 1] ?? 0] ?? 0;
    }
    return out.subarray(dictionary.length);
  }

  private copy(out: Uint8Array, at: number, lengthCode: number): number {
    const length = MIN_COPY + this.readValue(lengthCode);
    const distance = 1 + this.readValue(this.readSymbol(this.distances));
    const end = at + length;
    if (distance > at) throw corrupt('distance of a copy', `<= ${at}`, distance);
    if (end > out.length) throw corrupt('end of a copy', `<= ${out.length}`, end);
    // Byte by byte: a copy may overlap what it writes.
    for (let to = at; to < end; to++) out[to] = out[to - distance] ?? 0;
    return end;
  }

  private readValue(code: number): number {
    let value = bucketStart(code);
    const bits = extraBits(code);
    for (let i = 0; i < bits; i++) value += this.readBit() << i;
    return value;
  }

  private readBit(): number {
    if (this.bitCount === 0) {
      if (this.position >= this.source.length) throw corrupt('block', 'more bytes', 'its end');
      this.bitBuffer = this.source[this.position++] ?? 0;
      this.bitCount = 8;
    }
    const bit = this.bitBuffer & 1;
    this.bitBuffer >>= 1;
    this.bitCount--;
    return bit;
  }

  /** Bit by bit down the lengths: within each, codes are consecutive (as in Mark Adler's puff). */
  private readSymbol({ counts, symbols }: Decoder): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_CODE; length++) {
      code |= this.readBit();
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw corrupt('code', `at most ${MAX_CODE} bits`, 'more');
  }
}
