import { corrupt } from './pack-error';

/**
 * A writing and a reading cursor over the same encodings: unsigned varints (LEB128, 7 bits a byte, at most 5 bytes),
 * signed ones (zigzag), strings (varint length in bytes, then UTF-8). Each `push…` has its `read…`.
 */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  pushByte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** `value` must be a whole number from 0 to 2^32 - 1. */
  pushVarint(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new RangeError(`not a varint: ${value}`);
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  pushSigned(value: number): void {
    this.pushVarint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  pushString(value: string): void {
    const encoded = encodeUtf8(value);
    this.pushVarint(encoded.length);
    this.pushBytes(encoded);
  }

  pushFloat64(value: number): void {
    this.pushBytes(new Uint8Array(new Float64Array([value]).buffer));
  }

  pushBytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** A view of what was written so far; valid until the next push. */
  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** Reads from `position` up to `end`, never beyond: throws a `PackError` instead. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position: number;
  end: number;

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
    if (!(position >= 0 && position <= end && end <= bytes.length)) throw corrupt('offset', `<= ${bytes.length}`, end);
  }

  readByte(): number {
    if (this.position >= this.end) throw corrupt('read', `offset < ${this.end}`, this.position);
    return this.bytes[this.position++] ?? 0;
  }

  readVarint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.readByte();
      if (shift === 28 && byte > 15) break;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw corrupt('varint', 'at most 32 bits', 'more');
  }

  readSigned(): number {
    const value = this.readVarint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A varint that must be smaller than `limit`: an index or a count. */
  readBelow(limit: number, what: string): number {
    const value = this.readVarint();
    if (value >= limit) throw corrupt(what, `< ${limit}`, value);
    return value;
  }

  readString(): string {
    return decodeUtf8(this.readBytes(this.readVarint()));
  }

  readFloat64(): number {
    return new Float64Array(this.readBytes(8).slice().buffer)[0] ?? 0;
  }

  readBytes(length: number): Uint8Array {
    if (length > this.end - this.position) throw corrupt('length', `<= ${this.end - this.position}`, length);
    this.position += length;
    return this.bytes.subarray(this.position - length, this.position);
  }
}

let encoder: InstanceType<typeof TextEncoder> | null = null;
let decoder: InstanceType<typeof TextDecoder> | null = null;

export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  encoder ??= new TextEncoder();
  return encoder.encode(text);
}

/** Throws a `PackError` on malformed UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  const length = bytes.length;
  let text = '';
  // Short ASCII strings, nearly all names, are made faster by hand than by a call to the decoder.
  const byHand = length < 24 ? length : 0;
  for (let i = 0; i < byHand; i++) {
    const byte = bytes[i] ?? 0;
    if (byte > 127) break;
    text += String.fromCharCode(byte);
  }
  if (text.length === length) return text;
  decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    throw corrupt('text', 'UTF-8', 'malformed bytes');
  }
}
