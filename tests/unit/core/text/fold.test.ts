import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldText } from '../../../../src/core/text/fold';
import { QUIET_START, SPACE_BEFORE, tokenize } from '../../../../src/core/text/tokens';

describe('foldText', () => {
  it.each([
    ['São Tomé', 'sao tome'],
    ['Łódź Øresund Đà Nẵng', 'lodz oresund da nang'],
    ['Straße ẞ', 'strasse ss'],
    ['ﬁnance Ǆ', 'finance dz'],
    ['O’Brien ‘a’', "o'brien 'a'"],
    ['al‑Sisi – x−1', 'al-sisi - x-1'],
    ['Ｎ\u3000ＨＫ１', 'n hk1'],
    ['a \u00a0\n\t b', 'a b'],
    ['Netan\u00adya\u200bhu\ufeff', 'netanyahu'],
    ['cafe\u0301', 'cafe'],
    ['İstanbul ılıca', 'istanbul ilica'],
    ['ΟΔΥΣΣΕΥΣ Οδυσσεύς', 'οδυσσευσ οδυσσευσ'],
    ['Ёлка Й', 'елка и'],
    ['ｶﾞｷﾞ がぎ', 'ガギ がぎ'],
    ['이재명'.normalize('NFD'), '이재명'],
    ['𝐏𝐮𝐭𝐢𝐧', 'putin'],
    ['Yahoo™ CO² x…', 'yahoo™ co² x…'],
    ['ʼn «x»', `'n "x"`],
  ])('%j becomes %j', (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it('keeps exact offsets and the case of every letter', () => {
    const text = 'A\u00a0 Stra\u00adße e\u0301';
    const { text: folded, starts, ends, upper } = foldText(text);
    const sources = Array.from(folded, (unit, i) => [unit, text.slice(starts[i], ends[i]), upper[i]]);
    expect(sources).toEqual([
      ['a', 'A', 1],
      [' ', '\u00a0 ', 0],
      ['s', 'S', 1],
      ['t', 't', 0],
      ['r', 'r', 0],
      ['a', 'a', 0],
      ['s', 'ß', 0],
      ['s', 'ß', 0],
      ['e', 'e', 0],
      [' ', ' ', 0],
      ['e', 'e\u0301', 0],
    ]);
  });

  it('changes nothing when applied again, and orders offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { text: folded, starts, ends } = foldText(text);
        expect(foldText(folded).text).toBe(folded);
        starts.forEach((start, i) => {
          expect(start).toBeLessThan(ends[i] ?? 0);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        });
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('gives composed and decomposed text one form', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'é Å ü ñ ç й ё が 가 힣 ồ'.split(' ')) }), (text) => {
        expect(foldName(text.normalize('NFD'))).toBe(foldName(text.normalize('NFC')));
      }),
      { seed: 7 },
    );
  });
});

/** As docs/pack-format.md has it: blocks of four units, two at least. */
function hashSlowly(token: string): number {
  const units = token.split('').map((unit) => unit.charCodeAt(0) | 0x20);
  let hash = 0;
  for (let block = 0; block < Math.max(2, Math.ceil(units.length / 4)); block++) {
    const [a = 0, b = 0, c = 0, d = 0] = units.slice(block * 4, block * 4 + 4);
    hash = Math.imul(hash ^ (a ^ (b << 8) ^ (c << 16) ^ (d << 24)), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

describe('tokenize', () => {
  it('cuts words, marks and single characters, and hashes their folded form', () => {
    const text = 'Xi’s U.S. trip 日本 7a';
    const { count, start, end, hash, bits } = tokenize(text);
    const bytes = Buffer.from(text);
    const tokens = Array.from({ length: count }, (_, i) => bytes.toString('utf8', start[i], end[i]));
    expect(tokens).toEqual(['Xi', '’', 's', 'U', '.', 'S', '.', 'trip', '日', '本', '7a']);
    tokens.forEach((token, i) => expect(hash[i]).toBe(hashSlowly(foldName(token))));
    const spaced = tokens.filter((_, i) => (bits[i] ?? 0) & SPACE_BEFORE);
    expect(spaced).toEqual(['U', 'trip', '日', '7a']);
    const quiet = tokens.filter((_, i) => (bits[i] ?? 0) & QUIET_START);
    expect(quiet).toEqual(['’', 's', '.', '.', 'trip', '7a']);
  });

  it('hashes words of any length and at any place alike, however they are written', () => {
    for (let length = 1; length < 30; length++) {
      const word = 'Abcdefghijklmnopqrstuvwxyzabcdefgh'.slice(0, length);
      const hidden = `${word.charAt(0)}\u00ad${word.slice(1)}`;
      for (let place = 0; place < 4; place++) {
        const { count, hash } = tokenize(`${'-'.repeat(place)}${word} ${word.toUpperCase()}, ${hidden} ${word}_`);
        const wanted = hashSlowly(word.toLowerCase());
        const other = hashSlowly(`${word.toLowerCase()}_`);
        const found = [0, 1, 3, 4].map((token) => hash[place + token]);
        expect([count, ...found]).toEqual([place + 5, wanted, wanted, wanted, other]);
      }
    }
  });
});
