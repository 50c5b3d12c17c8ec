import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldText } from '../../../../src/core/text/fold';
import { hashWord } from '../../../../src/core/text/hash';
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

describe('tokenize', () => {
  it('cuts words, marks and single characters, and hashes their folded form', () => {
    const text = 'Xi’s U.S. trip 日本 7a';
    const { count, start, end, hash, bits } = tokenize(text);
    const bytes = Buffer.from(text);
    const tokens = Array.from({ length: count }, (_, i) => bytes.toString('utf8', start[i], end[i]));
    expect(tokens).toEqual(['Xi', '’', 's', 'U', '.', 'S', '.', 'trip', '日', '本', '7a']);
    tokens.forEach((token, i) => expect((hash[i] ?? 0) >>> 0).toBe(hashWord(foldName(token))));
    const spaced = tokens.filter((_, i) => (bits[i] ?? 0) & SPACE_BEFORE);
    expect(spaced).toEqual(['U', 'trip', '日', '7a']);
    const quiet = tokens.filter((_, i) => (bits[i] ?? 0) & QUIET_START);
    expect(quiet).toEqual(['’', 's', '.', '.', 'trip', '7a']);
  });
});
