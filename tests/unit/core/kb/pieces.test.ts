import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BlockDecoder, bucketOf, bucketStart, extraBits } from '../../../../src/core/kb/block-codec';
import { encodeBlocks } from '../../../../src/core/kb/block-encoder';
import { ByteReader, ByteWriter } from '../../../../src/core/kb/bytes';
import { dayNumber, pushDate, readDate } from '../../../../src/core/kb/dates';
import { codeLengths, createDecoder } from '../../../../src/core/kb/huffman';
import { PackError } from '../../../../src/core/kb/pack-error';
import { Sha256 } from '../../../../src/core/kb/sha256';
import { StringTable, writeStringTable } from '../../../../src/core/kb/string-table';

describe('bytes', () => {
  it('reads back every number and string it wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffffffff)),
        fc.array(fc.integer()),
        fc.string({ unit: 'grapheme' }),
        (nats, ints, text) => {
          const writer = new ByteWriter(1);
          nats.forEach((value) => writer.pushVarint(value));
          ints.forEach((value) => writer.pushSigned(value));
          writer.pushString(text);
          const reader = new ByteReader(writer.view());
          expect(nats.map(() => reader.readVarint())).toEqual(nats);
          expect(ints.map(() => reader.readSigned())).toEqual(ints);
          expect(reader.readString()).toBe(text);
          expect(() => reader.readByte()).toThrow(PackError);
        },
      ),
      { seed: 1 },
    );
  });

  it('refuses what is too long, too large or not UTF-8', () => {
    expect(() => new ByteReader(Uint8Array.of(255, 255, 255, 255, 255)).readVarint()).toThrow('32 bits');
    expect(() => new ByteReader(Uint8Array.of(255, 255, 255, 255, 31)).readVarint()).toThrow('32 bits');
    expect(() => new ByteReader(Uint8Array.of(3, 65, 66)).readString()).toThrow(PackError);
    expect(() => new ByteReader(Uint8Array.of(2, 0xc3, 0x28)).readString()).toThrow('UTF-8');
    expect(() => new ByteWriter().pushVarint(-1)).toThrow(RangeError);
  });
});

describe('dates', () => {
  it.each(['2025', '2025-06', '2025-06-04', '0509', '-0044-03-15', '12025', 'about 1900', '', '2025-13-40'])(
    '%s',
    (date) => {
      const writer = new ByteWriter();
      pushDate(writer, date);
      expect(readDate(new ByteReader(writer.view()))).toBe(date);
    },
  );

  it.each([
    ['2025', 20250101, 20251231],
    ['2024-02', 20240201, 20240229],
    ['1900-02', 19000201, 19000228],
    ['2025-06-04', 20250604, 20250604],
    ['-0044-03-15', -439685, -439685],
    ['unknown', 0, 0],
  ])('%s is %i to %i', (date, first, last) => {
    expect([dayNumber(date, 'first'), dayNumber(date, 'last')]).toEqual([first, last]);
  });
});

describe('Sha256', () => {
  it('agrees with another implementation at every length around a block', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
      const half = length >> 1;
      const ours = new Sha256().update(bytes.subarray(0, half)).update(bytes.subarray(half)).digest();
      expect(Buffer.from(ours).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('StringTable', () => {
  it('gives back strings and tags in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.boolean()), { maxLength: 60 }), (pairs) => {
        const sorted = pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
        const table = new StringTable(
          writeStringTable(
            sorted.map(([text]) => text),
            sorted.map(([, tag]) => tag),
          ),
        );
        for (let i = sorted.length - 1; i >= 0; i--) {
          expect(table.get(i)).toBe(sorted[i]?.[0]);
          expect(table.tag).toBe(sorted[i]?.[1] ? 1 : 0);
        }
        expect(() => table.get(sorted.length)).toThrow(PackError);
      }),
      { seed: 3 },
    );
  });

  it('refuses strings beyond its limit', () => {
    expect(() => writeStringTable(['x'.repeat(5000)])).toThrow(RangeError);
  });
});

describe('blocks', () => {
  const words = fc.constantFrom(
    'the ',
    'president ',
    'of ',
    'Ünion ',
    '2026',
    '\u0001\u0002',
    'aaaaaaaaaaaaaaaaaaaaaa',
  );
  const block = fc.array(words, { maxLength: 400 }).map((parts) => new TextEncoder().encode(parts.join('')));

  it('decode to what was encoded, with the first as dictionary', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const encoded = encodeBlocks(blocks);
        const decoder = new BlockDecoder(encoded.tables);
        blocks.forEach((original, i) => {
          const dictionary = i === 0 ? new Uint8Array(0) : (blocks[0] ?? original);
          const decoded = decoder.decode(encoded.blocks[i] ?? original, original.length, dictionary);
          expect(Buffer.from(decoded).equals(original)).toBe(true);
        });
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('put every value into the bucket that gives it back', () => {
    for (let value = 0; value < 70000; value++) {
      const code = bucketOf(value);
      const rest = value - bucketStart(code);
      expect(rest >= 0 && rest < 2 ** extraBits(code)).toBe(true);
    }
  });

  it('keep codes within 15 bits, and refuse tables with too many', () => {
    const fibonacci = [1, 1];
    while (fibonacci.length < 30) fibonacci.push((fibonacci.at(-1) ?? 0) + (fibonacci.at(-2) ?? 0));
    const lengths = codeLengths(Uint32Array.from(fibonacci));
    expect(Math.max(...lengths)).toBe(15);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBeLessThanOrEqual(1);
    expect(() => createDecoder(Uint8Array.of(1, 1, 1))).toThrow(PackError);
  });
});
