import { foldEntry, foldTable } from './fold-table';

/**
 * A text as UTF-8 in arrays that are used again for the next text. Engines encode a string several times faster than a
 * loop can read its units, and bytes can be looked at four at a time; offsets are turned back at the end.
 */
export type Utf8Text = {
  /** Longer than the text; ZEROS zeros follow it. */
  bytes: Uint8Array<ArrayBuffer>;
  /** The same bytes, four at a time. */
  words: Int32Array;
  /** In bytes. */
  length: number;
  /** Whether offsets in bytes and in UTF-16 units are the same. */
  isAscii: boolean;
};

/** Zeros behind a text: what looks at many bytes at once may look that far behind it. */
const ZEROS = 64;

/** Bytes for which an array is kept between texts. */
const KEPT_BYTES = 1 << 20;

let encoder: InstanceType<typeof TextEncoder> | null = null;

export function createUtf8Text(): Utf8Text {
  return { ...allocate(4096), length: 0, isAscii: true };
}

function allocate(capacity: number): Pick<Utf8Text, 'bytes' | 'words'> {
  const bytes = new Uint8Array(capacity);
  return { bytes, words: new Int32Array(bytes.buffer) };
}

/** Puts a text into `target`. A lone surrogate becomes U+FFFD, which is one unit as well. */
export function setText(target: Utf8Text, text: string): void {
  encoder ??= new TextEncoder();
  // A unit takes three bytes at most: a pair of units takes four.
  const needed = text.length * 3 + ZEROS;
  if (target.bytes.length < needed || (target.bytes.length > KEPT_BYTES && needed < KEPT_BYTES)) {
    Object.assign(target, allocate(Math.ceil(Math.max(needed, 4096) / 4) * 4));
  }
  target.length = encoder.encodeInto(text, target.bytes).written;
  target.bytes.fill(0, target.length, target.length + ZEROS);
  target.isAscii = target.length === text.length;
}

/** Bytes of the character that starts with this byte. */
export function widthOf(byte: number): number {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** The code unit at a byte offset; of a character of four bytes the first of its two. */
export function unitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte < 0x80) return byte;
  if (byte < 0xe0) return ((byte & 31) << 6) | (bytes[at + 1]! & 63);
  const upper = (bytes[at + 1]! & 63) << 6;
  if (byte < 0xf0) return ((byte & 15) << 12) | upper | (bytes[at + 2]! & 63);
  const code = ((byte & 7) << 18) | (upper << 6) | ((bytes[at + 2]! & 63) << 6) | (bytes[at + 3]! & 63);
  return 0xd7c0 + (code >> 10);
}

/** The second unit of a character of four bytes. */
export function lowUnitAt(bytes: Uint8Array, at: number): number {
  return 0xdc00 | ((bytes[at + 2]! & 15) << 6) | (bytes[at + 3]! & 63);
}

/** The entry in the table of folding of the character at a byte offset. */
export function entryAt(bytes: Uint8Array, at: number): number {
  const unit = unitAt(bytes, at);
  return foldTable()[unit] || foldEntry(unit);
}

/** Where the character before `at` starts; `at` must be behind the first. */
export function characterBefore(bytes: Uint8Array, at: number): number {
  let before = at - 1;
  while (before > 0 && (bytes[before]! & 0xc0) === 0x80) before--;
  return before;
}

/** UTF-16 units in a stretch of bytes. */
export function countUnits(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2;
  }
  return units;
}
