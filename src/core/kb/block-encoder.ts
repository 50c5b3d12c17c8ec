import {
  CONTEXTS, DISTANCE_CODES, MIN_COPY, SYMBOLS, bucketOf, bucketStart, contextTable, extraBits, type CodeTables,
} from './block-codec'; // prettier-ignore
import { BlockParser, type Step } from './block-parser';
import { ByteWriter } from './bytes';
import { codeLengths, codesOf } from './huffman';

export type EncodedBlocks = { tables: CodeTables; blocks: Uint8Array[] };

/** Compresses blocks; the first is the dictionary of all others. */
export function encodeBlocks(blocks: readonly Uint8Array[]): EncodedBlocks {
  const alone = new BlockParser(new Uint8Array(0));
  const after = new BlockParser(blocks[0] ?? new Uint8Array(0));
  const parsed = blocks.map((block, i) => (i === 0 ? alone : after).parse(block));
  const counts = Array.from({ length: CONTEXTS }, () => new Uint32Array(SYMBOLS));
  const distanceCounts = new Uint32Array(DISTANCE_CODES);
  parsed.forEach((steps, i) => {
    forEachSymbol(steps, blocks[i] as Uint8Array, (context, symbol, distance) => {
      const table = counts[context] as Uint32Array;
      table[symbol] = (table[symbol] ?? 0) + 1;
      if (distance >= 0) distanceCounts[bucketOf(distance)] = (distanceCounts[bucketOf(distance)] ?? 0) + 1;
    });
  });
  const tables = { symbols: counts.map(codeLengths), distances: codeLengths(distanceCounts) };
  return { tables, blocks: encodeAll(parsed, blocks, tables) };
}

function encodeAll(parsed: readonly Step[][], blocks: readonly Uint8Array[], tables: CodeTables): Uint8Array[] {
  const symbolCodes = tables.symbols.map(codesOf);
  const distanceCodes = codesOf(tables.distances);
  return parsed.map((steps, i) => {
    const writer = new BitWriter();
    forEachSymbol(steps, blocks[i] as Uint8Array, (context, symbol, distance, length) => {
      writer.push(symbolCodes[context]?.[symbol] ?? 0, tables.symbols[context]?.[symbol] ?? 0);
      if (distance < 0) return;
      pushRest(writer, length);
      const code = bucketOf(distance);
      writer.push(distanceCodes[code] ?? 0, tables.distances[code] ?? 0);
      pushRest(writer, distance);
    });
    return writer.finish();
  });
}

function pushRest(writer: BitWriter, value: number): void {
  const code = bucketOf(value);
  writer.push(value - bucketStart(code), extraBits(code));
}

type SymbolVisitor = (context: number, symbol: number, distance: number, length: number) => void;

/** Distance and length as they are coded: less 1 and less 3; distance -1 for a literal. */
function forEachSymbol(steps: readonly Step[], block: Uint8Array, visit: SymbolVisitor): void {
  const contexts = contextTable();
  let at = 0;
  let context = 0;
  for (const { length, value } of steps) {
    if (length === 0) visit(context, value, -1, 0);
    else visit(context, 256 + bucketOf(length - MIN_COPY), value - 1, length - MIN_COPY);
    at += Math.max(length, 1);
    context = contexts[block[at - 1] ?? 0] ?? 0;
  }
}

/** Writes bits from the lowest of each byte on. */
class BitWriter {
  private readonly bytes = new ByteWriter(8192);
  private buffer = 0;
  private count = 0;

  push(value: number, bits: number): void {
    for (let i = 0; i < bits; i++) {
      this.buffer |= ((value >> i) & 1) << this.count;
      if (++this.count < 8) continue;
      this.bytes.pushByte(this.buffer);
      this.buffer = 0;
      this.count = 0;
    }
  }

  finish(): Uint8Array {
    if (this.count > 0) this.bytes.pushByte(this.buffer);
    return this.bytes.view();
  }
}
