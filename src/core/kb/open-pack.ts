import { hashWord } from '../text/hash';
import { ByteReader, decodeUtf8 } from './bytes';
import { contentHash, numbersOf, readContainer, type Sections } from './container';
import { dayNumber } from './dates';
import { readHead, type EntityHead } from './entity-head';
import { ENTITY_ROW, HASH_LENGTH, HASH_OFFSET } from './format';
import { readNeighbours, readRelations } from './graph';
import { readManifest } from './manifest';
import { NAME_INDEX, openNameIndex, type NameIndex, type WithNameIndex } from './name-index';
import { findPrefix } from './name-prefix';
import type { Manifest, Pack, Pattern, Posting } from './pack';
import { PackError, corrupt } from './pack-error';
import { readPostings, seekItem } from './postings';
import { ENTITY_TYPES, TIERS, type EntityRecord, type EntityType, type Relation, type Tier } from './record';
import { RecordBlocks } from './record-blocks';
import { readBody } from './record-body';
import { readStringRef, type Tables } from './refs';
import { StringTable } from './string-table';

export { PackError } from './pack-error';

/** Heads and neighbours kept decoded, at most, of each pack: an article's candidates are asked for again and again. */
const KEPT_HEADS = 1024;

/**
 * Opens a pack: checks header and directory and wraps the sections, whatever the size. Nothing is copied unless the
 * bytes start at an odd place. Throws a `PackError` for anything that is not a pack of this version. The content is
 * trusted as far as its hash was checked (`verifyPack`); damage met later throws a `PackError` from the accessor.
 */
export function openPack(bytes: Uint8Array | ArrayBuffer): Pack {
  const file = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  // Wrapped numbers need their alignment; a view into a larger buffer may not have it.
  return new OpenedPack(readContainer(file.byteOffset % 8 === 0 ? file : file.slice()));
}

/** Compares the content with its hash; throws a `PackError` where they differ. Reads every byte: once, at install. */
export function verifyPack(bytes: Uint8Array | ArrayBuffer): void {
  const file = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  readContainer(file);
  const expected = hex(file.subarray(HASH_OFFSET, HASH_OFFSET + HASH_LENGTH));
  const found = hex(contentHash(file));
  if (expected !== found) throw new PackError('hash', 'content hash', expected, found);
}

/** The content hash that a pack carries, as 64 hexadecimal digits: its identity. */
export function packHash(bytes: Uint8Array | ArrayBuffer): string {
  const file = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  readContainer(file);
  return hex(file.subarray(HASH_OFFSET, HASH_OFFSET + HASH_LENGTH));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

class OpenedPack implements Pack, WithNameIndex {
  readonly manifest: Manifest;
  readonly entityCount: number;
  readonly nameCount: number;
  readonly [NAME_INDEX]: NameIndex;
  private readonly sections: Sections;
  private readonly ids: StringTable;
  private readonly hashes: Uint32Array;
  private readonly headOffsets: Uint32Array;
  private readonly cues: Uint32Array;
  private readonly kinds: Uint32Array;
  private readonly tables: Tables;
  private readonly blocks: RecordBlocks;
  private readonly heads = new Map<number, EntityHead>();
  private readonly neighbourSets = new Map<number, Uint32Array>();

  constructor(sections: Sections) {
    this.sections = sections;
    this.manifest = readManifest(decodeUtf8(sections.manifest.bytes));
    const names = new StringTable(sections.names.bytes);
    this.nameCount = names.count;
    this.ids = new StringTable(sections['entity-ids'].bytes);
    this.entityCount = this.ids.count;
    this.tables = { names, strings: new StringTable(sections.strings.bytes) };
    this.hashes = numbersOf(sections['entity-hashes'], 'entity-hashes');
    this.headOffsets = numbersOf(sections.entities, 'entities');
    this.cues = numbersOf(sections.cues, 'cues');
    this.kinds = numbersOf(sections['posting-kinds'], 'posting-kinds');
    this.blocks = new RecordBlocks(numbersOf(sections['record-index'], 'record-index'), sections.records.bytes);
    const quiet = sections['name-filter-quiet'];
    const slots = sections['name-slots'];
    this[NAME_INDEX] = openNameIndex(
      {
        loud: sections['name-filter'].bytes,
        quiet: quiet.bytes,
        quietCount: quiet.parameter,
        slots: slots.bytes,
        homes: slots.parameter,
      },
      names,
    );
    const rows = sections.entities.bytes.length / ENTITY_ROW;
    if (rows !== this.entityCount || this.hashes.length !== this.entityCount) {
      throw new PackError('layout', 'rows of entities', this.entityCount, `${rows} and ${this.hashes.length} hashes`);
    }
  }

  entityId(entity: number): string {
    this.checkEntity(entity);
    return this.ids.get(entity);
  }

  findEntity(id: string): number {
    let low = 0;
    let high = this.entityCount - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.ids.get(middle);
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  entityType(entity: number): EntityType {
    const index = this.rowByte(entity, 0);
    return ENTITY_TYPES[index] ?? fail('type of an entity', ENTITY_TYPES.length, index);
  }

  hashesOfType(type: EntityType): number[] {
    const wanted = ENTITY_TYPES.indexOf(type);
    const { bytes } = this.sections.entities;
    const found: number[] = [];
    for (let entity = 0, at = 0; entity < this.entityCount; entity++, at += ENTITY_ROW) {
      if (bytes[at] === wanted) found.push(this.hashes[entity] ?? 0);
    }
    return found;
  }

  entityTier(entity: number): Tier {
    const index = this.rowByte(entity, 1);
    return TIERS[index] ?? fail('tier of an entity', TIERS.length, index);
  }

  prior(entity: number): number {
    return this.rowByte(entity, 2);
  }

  entityName(entity: number): string {
    return this.head(entity).name;
  }

  title(entity: number): string | null {
    return this.head(entity).title;
  }

  qid(entity: number): string | null {
    return this.head(entity).qid;
  }

  validFrom(entity: number): number {
    return dayNumber(this.head(entity).from ?? undefined, 'first');
  }

  validTo(entity: number): number {
    return dayNumber(this.head(entity).to ?? undefined, 'last');
  }

  plusCues(entity: number): Uint32Array {
    const { cueStart, plus } = this.head(entity);
    return this.cueRange(cueStart, plus);
  }

  minusCues(entity: number): Uint32Array {
    const { cueStart, plus, minus } = this.head(entity);
    return this.cueRange(cueStart + plus, minus);
  }

  neighbours(entity: number): Uint32Array {
    const known = this.neighbourSets.get(entity);
    if (known) return known;
    const reader = this.graphReader(entity);
    const hashes = new Set<number>();
    if (reader) {
      const { entities, ids } = readNeighbours(reader, this.graphAccess());
      for (const other of entities) hashes.add(this.hashes[other] ?? 0);
      for (const id of ids) hashes.add(hashWord(id));
    }
    const sorted = Uint32Array.from(hashes).sort();
    keep(this.neighbourSets, entity, sorted);
    return sorted;
  }

  relations(entity: number): readonly Relation[] {
    const reader = this.graphReader(entity);
    return reader ? readRelations(reader, this.graphAccess()) : [];
  }

  record(entity: number): EntityRecord {
    const { name, title, qid, from, to } = this.head(entity);
    const { line, asOf, status, ...rest } = readBody(this.blocks.body(entity), this.tables);
    const rel = this.relations(entity);
    return {
      id: this.entityId(entity),
      ...(qid === null ? {} : { qid }),
      type: this.entityType(entity),
      tier: this.entityTier(entity),
      name,
      ...(title === null ? {} : { title }),
      line,
      asOf,
      ...rest,
      ...(rel.length > 0 ? { rel: [...rel] } : {}),
      ...(from === null && to === null
        ? {}
        : { valid: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) } }),
      status,
    };
  }

  surface(name: number): string {
    return this.tables.names.get(name);
  }

  postings(name: number): readonly Posting[] {
    if (!(name >= 0 && name < this.nameCount)) throw new PackError('range', 'name', `< ${this.nameCount}`, name);
    const limits = {
      kinds: this.kinds,
      entityCount: this.entityCount,
      patternCount: this.sections.patterns.parameter,
    };
    const reader = seekItem(this.sections.postings.bytes, this.nameCount, name, (skipped) => {
      readPostings(skipped, limits);
    });
    return readPostings(reader, limits);
  }

  namesOf(entity: number): readonly number[] {
    return this.head(entity).names;
  }

  namesWithPrefix(prefix: string, limit: number): readonly number[] {
    return findPrefix(this.tables.names, prefix, limit);
  }

  pattern(pattern: number): Pattern {
    const { bytes, parameter: count } = this.sections.patterns;
    if (!(pattern >= 0 && pattern < count)) throw new PackError('range', 'pattern', `< ${count}`, pattern);
    return this.readPattern(seekItem(bytes, count, pattern, (reader) => this.readPattern(reader)));
  }

  private readPattern(reader: ByteReader): Pattern {
    const entity = reader.readBelow(this.entityCount, 'entity of a pattern');
    const readList = <T>(readItem: () => T): T[] => {
      return Array.from({ length: reader.readBelow(reader.end - reader.position + 1, 'count') }, readItem);
    };
    return { entity, groups: readList(() => readList(() => readStringRef(reader, this.tables))) };
  }

  private checkEntity(entity: number): void {
    if (!(entity >= 0 && entity < this.entityCount)) {
      throw new PackError('range', 'entity', `< ${this.entityCount}`, entity);
    }
  }

  private rowByte(entity: number, column: number): number {
    this.checkEntity(entity);
    return this.sections.entities.bytes[entity * ENTITY_ROW + column] ?? 0;
  }

  private head(entity: number): EntityHead {
    const known = this.heads.get(entity);
    if (known) return known;
    this.checkEntity(entity);
    const { bytes } = this.sections.heads;
    const offset = this.headOffsets[(entity * ENTITY_ROW) / 4 + 1] ?? 0;
    if (offset > bytes.length) throw corrupt('offset of a head', `<= ${bytes.length}`, offset);
    const head = readHead(new ByteReader(bytes, offset), this.tables);
    keep(this.heads, entity, head);
    return head;
  }

  private cueRange(start: number, count: number): Uint32Array {
    if (start + count > this.cues.length) throw corrupt('cues', `<= ${this.cues.length}`, start + count);
    return this.cues.subarray(start, start + count);
  }

  private graphReader(entity: number): ByteReader | null {
    const { graph } = this.head(entity);
    const { bytes } = this.sections.graph;
    if (graph > bytes.length) throw corrupt('offset of relations', `<= ${bytes.length}`, graph);
    return graph < 0 ? null : new ByteReader(bytes, graph);
  }

  private graphAccess() {
    return { tables: this.tables, entityCount: this.entityCount, idOf: (entity: number) => this.ids.get(entity) };
  }
}

function fail(what: string, limit: number, found: number): never {
  throw corrupt(what, `< ${limit}`, found);
}

/** Bounded: emptied when full, since one article's candidates fit many times over. */
function keep<T>(cache: Map<number, T>, key: number, value: T): void {
  if (cache.size >= KEPT_HEADS) cache.clear();
  cache.set(key, value);
}
