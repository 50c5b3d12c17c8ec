import { BlockDecoder, pushTables, readTables } from './block-codec';
import { encodeBlocks } from './block-encoder';
import { ByteReader, ByteWriter } from './bytes';
import { RECORD_BLOCK, RECORD_BLOCK_LIMIT } from './format';
import { PackError, corrupt } from './pack-error';

/**
 * Bodies of records in compressed blocks of about 16 KB; opening one card decodes its block, and once the first block,
 * which is the dictionary of the others.
 *
 * Layout of `record-index`: for each block u32 first entity, u32 offset in `records`, u32 decoded length; then a last
 * row with the number of entities, the end of the last block and zero. `records` starts with the code tables; the first
 * block begins behind them. Layout of a decoded block: varint length and bytes of each body.
 */
const INDEX_ROW = 3;

/** How many decoded blocks a pack keeps besides the dictionary: neighbouring cards are asked for together. */
const KEPT_BLOCKS = 4;

export type RecordSections = { index: Uint8Array; blocks: Uint8Array };

export function writeRecordBlocks(bodies: readonly Uint8Array[]): RecordSections {
  const { blocks, firsts } = joinBodies(bodies);
  const encoded = encodeBlocks(blocks);
  const rows: number[] = [];
  const joined = new ByteWriter(1024);
  pushTables(joined, encoded.tables);
  encoded.blocks.forEach((block, i) => {
    rows.push(firsts[i] ?? 0, joined.length, blocks[i]?.length ?? 0);
    joined.pushBytes(block);
  });
  rows.push(bodies.length, joined.length, 0);
  return { index: new Uint8Array(Uint32Array.from(rows).buffer), blocks: joined.view() };
}

function joinBodies(bodies: readonly Uint8Array[]): { blocks: Uint8Array[]; firsts: number[] } {
  const blocks: Uint8Array[] = [];
  const firsts: number[] = [];
  let block = new ByteWriter(RECORD_BLOCK);
  let first = 0;
  bodies.forEach((body, entity) => {
    block.pushVarint(body.length);
    block.pushBytes(body);
    if (block.length < RECORD_BLOCK && entity < bodies.length - 1) return;
    if (block.length > RECORD_BLOCK_LIMIT) throw new RangeError(`records of ${block.length} bytes in one block`);
    blocks.push(block.view());
    firsts.push(first);
    block = new ByteWriter(RECORD_BLOCK);
    first = entity + 1;
  });
  return { blocks, firsts };
}

export class RecordBlocks {
  private readonly rows: Uint32Array;
  private readonly blocks: Uint8Array;
  private readonly kept = new Map<number, Uint8Array>();
  private decoder: BlockDecoder | null = null;
  private dictionary: Uint8Array | null = null;

  constructor(index: Uint32Array, blocks: Uint8Array) {
    if (index.length < INDEX_ROW || index.length % INDEX_ROW !== 0) {
      throw new PackError('layout', 'record index', 'rows of 3 numbers', index.length);
    }
    this.rows = index;
    this.blocks = blocks;
  }

  /** A reader over the body of the entity. */
  body(entity: number): ByteReader {
    const row = this.rowOf(entity);
    const block = this.decoded(row);
    const reader = new ByteReader(block);
    for (let skip = entity - this.at(row, 0); skip > 0; skip--) reader.readBytes(reader.readVarint());
    const length = reader.readVarint();
    const start = reader.position;
    reader.readBytes(length);
    return new ByteReader(block, start, start + length);
  }

  private at(row: number, column: number): number {
    return this.rows[row * INDEX_ROW + column] ?? 0;
  }

  /** The last row whose first entity is not beyond this one. */
  private rowOf(entity: number): number {
    let low = 0;
    let high = this.rows.length / INDEX_ROW - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.at(middle, 0) <= entity) low = middle;
      else high = middle;
    }
    if (entity < this.at(low, 0) || entity >= this.at(low + 1, 0)) {
      throw corrupt('record index', `a block with entity ${entity}`, `${this.at(low, 0)} to ${this.at(low + 1, 0)}`);
    }
    return low;
  }

  private decoded(row: number): Uint8Array {
    this.dictionary ??= this.decode(0, new Uint8Array(0));
    if (row === 0) return this.dictionary;
    const known = this.kept.get(row);
    if (known) return known;
    const block = this.decode(row, this.dictionary);
    if (this.kept.size >= KEPT_BLOCKS) this.kept.delete(this.kept.keys().next().value ?? row);
    this.kept.set(row, block);
    return block;
  }

  private decode(row: number, dictionary: Uint8Array): Uint8Array {
    const start = this.at(row, 1);
    const end = this.at(row + 1, 1);
    const length = this.at(row, 2);
    if (start > end || end > this.blocks.length) throw corrupt('block of records', `<= ${this.blocks.length}`, end);
    if (length > RECORD_BLOCK_LIMIT) throw corrupt('length of a block', `<= ${RECORD_BLOCK_LIMIT}`, length);
    this.decoder ??= new BlockDecoder(readTables(new ByteReader(this.blocks)));
    return this.decoder.decode(this.blocks.subarray(start, end), length, dictionary);
  }
}
