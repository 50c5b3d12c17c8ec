import { ByteReader, ByteWriter, decodeUtf8, encodeUtf8 } from './bytes';
import { PackError, corrupt } from './pack-error';

/**
 * Many short strings, each found by its number: front-coded in groups of 4, so that a string is read by walking at
 * most 4 entries. The caller chooses the order; sorted strings are the smallest. Each string carries one bit (`tag`)
 * for its owner.
 *
 * Layout: u32 count; u32 offset of each group, counted from the end of this list; then for each string: varint bytes
 * shared with the string before it (0 for the first of a group), varint (rest in bytes * 2 + tag), the rest in UTF-8.
 *
 * Example: `Tokyo`, `Tokyo Tower` is stored as 0, 10, "Tokyo", 5, 12, " Tower".
 */
export const STRING_GROUP = 4;

/** No string of a table is longer, in bytes of UTF-8: keeps a hostile file from demanding memory. */
export const STRING_LIMIT = 4096;

/** Throws a `RangeError` where a string is longer than the limit. */
export function writeStringTable(strings: readonly string[], tags?: readonly boolean[]): Uint8Array<ArrayBuffer> {
  const groups = Math.ceil(strings.length / STRING_GROUP);
  const head = new Uint32Array(1 + groups);
  head[0] = strings.length;
  const body = new ByteWriter(strings.length * 12 + 16);
  let previous = new Uint8Array(0);
  strings.forEach((string, i) => {
    const bytes = encodeUtf8(string);
    if (bytes.length > STRING_LIMIT) throw new RangeError(`string of ${bytes.length} bytes: ${string.slice(0, 40)}…`);
    if (i % STRING_GROUP === 0) {
      head[1 + i / STRING_GROUP] = body.length;
      previous = new Uint8Array(0);
    }
    const shared = sharedPrefix(previous, bytes);
    body.pushVarint(shared);
    body.pushVarint((bytes.length - shared) * 2 + (tags?.[i] ? 1 : 0));
    body.pushBytes(bytes.subarray(shared));
    previous = bytes;
  });
  const table = new Uint8Array(head.byteLength + body.length);
  table.set(new Uint8Array(head.buffer));
  table.set(body.view(), head.byteLength);
  return table;
}

function sharedPrefix(a: Uint8Array, b: Uint8Array): number {
  const limit = Math.min(a.length, b.length);
  let i = 0;
  while (i < limit && a[i] === b[i]) i++;
  return i;
}

/** Reads what `writeStringTable` wrote; `section` must start at a multiple of 4 within its buffer. */
export class StringTable {
  readonly count: number;
  /** After `load`: the bytes of the string, its length and its tag. Overwritten by the next `load`. */
  readonly bytes = new Uint8Array(STRING_LIMIT);
  length = 0;
  tag = 0;
  /** The entry read last: bytes it shares with the one before, and where the next begins. */
  private shared = 0;
  private position = 0;
  private readonly groups: Uint32Array;
  private readonly source: Uint8Array;
  private readonly bodyStart: number;

  constructor(section: Uint8Array) {
    if (section.length < 4) throw new PackError('layout', 'string table', '4 bytes or more', section.length);
    this.count = new Uint32Array(section.buffer, section.byteOffset, 1)[0] ?? 0;
    const groupCount = Math.ceil(this.count / STRING_GROUP);
    this.bodyStart = 4 + 4 * groupCount;
    if (this.bodyStart > section.length) {
      throw new PackError('layout', 'string table', `${this.bodyStart} bytes or more`, section.length);
    }
    this.groups = new Uint32Array(section.buffer, section.byteOffset + 4, groupCount);
    this.source = section;
  }

  /** Decodes string `index` into `bytes`, `length` and `tag`. */
  load(index: number): void {
    const { bytes, source } = this;
    this.length = 0;
    this.position = this.groupStart(index);
    for (let left = index & (STRING_GROUP - 1); left >= 0; left--) {
      this.readEntry();
      const { shared, length } = this;
      for (let to = shared, from = this.position - length + shared; to < length; to++) bytes[to] = source[from++]!;
    }
  }

  get(index: number): string {
    this.load(index);
    return decodeUtf8(this.bytes.subarray(0, this.length));
  }

  /**
   * Whether string `index` is exactly `text` from `start` to `end`. Decodes nothing: of each entry on the way only the
   * bytes are compared that may make it agree with the text further than the entry before.
   */
  isAt(index: number, text: Uint8Array, start: number, end: number): boolean {
    const { source } = this;
    const wanted = end - start;
    this.length = 0;
    this.position = this.groupStart(index);
    let agreed = 0;
    for (let left = index & (STRING_GROUP - 1); left >= 0; left--) {
      this.readEntry();
      const { shared, length } = this;
      if (shared > agreed) continue;
      const limit = Math.min(length, wanted);
      agreed = shared;
      let from = this.position - length + shared;
      while (agreed < limit && source[from++] === text[start + agreed]) agreed++;
    }
    return agreed === wanted && this.length === wanted;
  }

  private groupStart(index: number): number {
    if (!(index >= 0 && index < this.count)) throw new PackError('range', 'string', `0 to ${this.count - 1}`, index);
    return this.bodyStart + (this.groups[(index / STRING_GROUP) | 0] ?? 0);
  }

  /** Reads the head of the next entry into `shared`, `length` and `tag` and steps over its bytes. */
  private readEntry(): void {
    const { source } = this;
    let at = this.position;
    if (at + 2 > source.length) throw corrupt('string', `start < ${source.length - 1}`, at);
    let shared = source[at++]!;
    let rest = source[at++]!;
    if ((shared | rest) > 127) {
      const reader = new ByteReader(source, at - 2);
      shared = reader.readVarint();
      rest = reader.readVarint();
      at = reader.position;
    }
    const length = shared + (rest >>> 1);
    if (shared > this.length) throw corrupt('string', `<= ${this.length} bytes shared`, shared);
    if (length > STRING_LIMIT || at + (rest >>> 1) > source.length) throw corrupt('end of a string', source.length, at);
    this.shared = shared;
    this.length = length;
    this.tag = rest & 1;
    this.position = at + (rest >>> 1);
  }
}
