import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawOffset, squeeze } from '../../../src/content/text';

/** Letters, all kinds of white space and invisible characters; ligatures apart, since half of one cannot be marked. */
const PIECES = 'abc  \n\t\u00a0\u3000\u00ad\u200b\u2060\ufeff'.split('');
const source = sourceOf(PIECES);
const sourceWithLigatures = sourceOf([...PIECES, '\ufb01']);

function sourceOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 24 }).map((parts) => parts.join(''));
}

describe('page text as it is read', () => {
  it.each([
    ['Na\u00adra', 'Nara'],
    ['Nara\n      Prefecture', 'Nara Prefecture'],
    ['Lee\u00a0Jae\u200b Myung', 'Lee Jae Myung'],
    ['Paci\ufb01c', 'Pacific'],
    [' \u00ad Nara', ' Nara'],
  ])('%j reads %j', (data, text) => {
    expect(squeeze(data, false)).toBe(text);
  });

  it('every stretch of it leads back to the source that reads the same', () => {
    fc.assert(
      fc.property(source, fc.boolean(), fc.nat(), fc.nat(), (data, afterSpace, a, b) => {
        const text = squeeze(data, afterSpace);
        if (text === '') return;
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const from = rawOffset(data, afterSpace, start, 'start');
        const to = rawOffset(data, afterSpace, end, 'end');
        expect(squeeze(data.slice(from, to), false)).toBe(text.slice(start, end));
      }),
      { numRuns: 5_000 },
    );
  });

  it('a mark takes in neither the white space nor the invisible characters at its ends', () => {
    fc.assert(
      fc.property(sourceWithLigatures, sourceWithLigatures, (before, after) => {
        const data = `${before}Nara${after}`;
        const text = squeeze(data, false);
        const start = text.indexOf('Nara');
        const from = rawOffset(data, false, start, 'start');
        expect(data.slice(from, rawOffset(data, false, start + 4, 'end'))).toBe('Nara');
      }),
      { numRuns: 2_000 },
    );
  });

  it('a ligature is marked whole, whichever of its letters is meant', () => {
    const data = 'Paci\ufb01c talks';
    expect([rawOffset(data, false, 5, 'start'), rawOffset(data, false, 5, 'end')]).toEqual([4, 5]);
  });
});
