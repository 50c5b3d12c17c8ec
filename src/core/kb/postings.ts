import { ByteWriter, ByteReader } from './bytes';
import { STREAM_GROUP } from './format';
import { PackError, corrupt } from './pack-error';
import type { Posting } from './pack';
import { ALIAS_FLAGS, flagBit } from './record';

/**
 * Items of varying length, found by number: a u32 offset for each group of 16, then the bytes. Within a group the
 * reader walks from item to item.
 */
export function joinGroups(
  count: number,
  pushItem: (writer: ByteWriter, item: number) => void,
): Uint8Array<ArrayBuffer> {
  const groups = new Uint32Array(Math.ceil(count / STREAM_GROUP));
  const body = new ByteWriter(count * 4 + 16);
  for (let item = 0; item < count; item++) {
    if (item % STREAM_GROUP === 0) groups[item / STREAM_GROUP] = body.length;
    pushItem(body, item);
  }
  const joined = new Uint8Array(groups.byteLength + body.length);
  joined.set(new Uint8Array(groups.buffer));
  joined.set(body.view(), groups.byteLength);
  return joined;
}

/** A reader at the item; `skipItem` reads over one. The caller has checked `item < count`. */
export function seekItem(
  section: Uint8Array,
  count: number,
  item: number,
  skipItem: (reader: ByteReader) => void,
): ByteReader {
  const groupCount = Math.ceil(count / STREAM_GROUP);
  if (groupCount * 4 > section.length) throw new PackError('layout', 'groups', `<= ${section.length / 4}`, groupCount);
  const groups = new Uint32Array(section.buffer, section.byteOffset, groupCount);
  const offset = groupCount * 4 + (groups[Math.floor(item / STREAM_GROUP)] ?? 0);
  if (offset > section.length) throw corrupt('offset of a group', `<= ${section.length}`, offset);
  const reader = new ByteReader(section, offset);
  for (let i = item % STREAM_GROUP; i > 0; i--) skipItem(reader);
  return reader;
}

const PATTERN = flagBit('pattern');
const ALL_FLAGS = 2 ** ALIAS_FLAGS.length - 1;

/**
 * The flags and the weight of a posting as one number: weight * 2^16 + flags. A pack has few different ones, so the
 * section `posting-kinds` lists them (u32 each, the most frequent first) and a posting holds the index.
 */
export function kindOf(posting: Posting): number {
  return posting.weight * 65536 + posting.flags;
}

/** Varint (entity * 2 + another follows), varint kind, and for a pattern's anchor varint pattern. */
export function pushPostings(
  writer: ByteWriter,
  postings: readonly Posting[],
  kinds: ReadonlyMap<number, number>,
): void {
  postings.forEach((posting, i) => {
    writer.pushVarint(posting.entity * 2 + (i < postings.length - 1 ? 1 : 0));
    writer.pushVarint(kinds.get(kindOf(posting)) ?? 0);
    if (posting.flags & PATTERN) writer.pushVarint(posting.pattern);
  });
}

export type PostingLimits = { kinds: Uint32Array; entityCount: number; patternCount: number };

export function readPostings(reader: ByteReader, limits: PostingLimits): Posting[] {
  const postings: Posting[] = [];
  for (let more = 1; more === 1;) {
    const head = reader.readVarint();
    more = head & 1;
    const entity = head >>> 1;
    if (entity >= limits.entityCount) throw corrupt('entity of a name', `< ${limits.entityCount}`, entity);
    const kind = limits.kinds[reader.readBelow(limits.kinds.length, 'kind of posting')] ?? 0;
    const flags = kind & 65535;
    if (flags > ALL_FLAGS || kind >= 2 ** 24) throw corrupt('flags of a name', `<= ${ALL_FLAGS}`, kind);
    const pattern = flags & PATTERN ? reader.readBelow(limits.patternCount, 'pattern') : -1;
    postings.push({ entity, flags, weight: kind >>> 16, pattern });
  }
  return postings;
}
