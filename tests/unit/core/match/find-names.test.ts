import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openPack } from '../../../../src/core/kb/open-pack';
import type { Pack } from '../../../../src/core/kb/pack';
import type { AliasFlag } from '../../../../src/core/kb/record';
import { writePack } from '../../../../src/core/kb/write-pack';
import { findAllNames, findNames } from '../../../../src/core/match/find-names';
import { tokenize } from '../../../../src/core/text/tokens';
import { entity, packInput, packOf } from '../build-pack';
import { findAllSlowly, findSlowly } from './reference';

function found(text: string, ...names: (string | [string, AliasFlag[]])[]): string[] {
  return findNames(text, [packOf(...names)]).map(({ start, end }) => text.slice(start, end));
}

describe('findNames', () => {
  // name (or name and flags), text, what is found
  const CASES: [string | [string, AliasFlag[]], string, string[]][] = [
    ['Tokyo', 'Tokyo-based firms', ['Tokyo']],
    ['Japan', "Japan's and Japan’s trade", ['Japan', 'Japan']],
    ['Japan', 'Japanese', []],
    ['U.S.', 'the U.S. said', ['U.S.']],
    ['U.S.', 'the U.S said', []],
    ['U.S', 'the U.S. said', ['U.S']],
    ['D.C.', 'in Washington, D.C.', ['D.C.']],
    ['St. Louis', 'in St.\n Louis today', ['St.\n Louis']],
    ['St. Louis', 'in St.Louis', []],
    ["O'Brien", 'Mr O’Brien', ['O’Brien']],
    ['al-Sisi', 'Abdel Fattah al‑Sisi, Al-Sisi', ['al‑Sisi', 'Al-Sisi']],
    ['AT&T', 'AT&T sued', ['AT&T']],
    ['S&P 500', 'the S&P\u00a0500 fell', ['S&P\u00a0500']],
    ['S&P 500', 'the S&P 5000', []],
    ['Yahoo!', 'Yahoo! was', ['Yahoo!']],
    ['11-M', 'after 11-M', ['11-M']],
    ['Lee', 'LEE and Lee, lee', ['LEE', 'Lee']],
    ['inflation', 'Inflation and inflation', ['Inflation', 'inflation']],
    [['WHO', ['acronym']], 'WHO Who who', ['WHO']],
    [['Polish', ['case-sensitive']], 'POLISH Polish polish', ['Polish']],
    [['iPhone', ['case-sensitive']], 'IPhone iPhone', ['iPhone']],
    ['Netanyahu', 'Netan\u00adyahu\u00ad says', ['Netan\u00adyahu']],
    ['Zurich', 'Zürich, Zu\u0308rich', ['Zürich', 'Zu\u0308rich']],
    ['Zürich', 'Zurich', ['Zurich']],
    ['Straße', 'STRASSE, strasse', ['STRASSE']],
    ['Ærø', 'Ærø and Aero', ['Ærø', 'Aero']],
    ['ＮＨＫ', 'NHK ＮＨＫ', ['NHK', 'ＮＨＫ']],
    ['日本', '日本経済新聞', ['日本']],
    ['カ', 'ガ', []],
    ['ガンダム', 'ｶﾞﾝﾀﾞﾑ ガンダム', ['ｶﾞﾝﾀﾞﾑ', 'ガンダム']],
    ['이재명', '이재명은 신이재명', ['이재명']],
    ['이재명', '이재명'.normalize('NFD'), ['이재명'.normalize('NFD')]],
    ['SK하이닉스', 'SK하이닉스가', ['SK하이닉스']],
    ['NATO', 'NATO首脳会議 NATO가', ['NATO', 'NATO']],
    ['The Convention on the Law of the Sea of 1982', 'The Convention on the Law of the Sea of 1982 is', [
      'The Convention on the Law of the Sea of 1982',
    ]],
    ['The Convention on the Law of the Sea of 1982', 'The Convention on the Law of the Sea of 1983 is', []],
    ['😀', 'a😀b', ['😀']],
  ]; // prettier-ignore
  it.each(CASES)('%j in %j', (name, text, expected) => {
    expect(found(text, name)).toEqual(expected);
  });

  it('prefers the longest at the leftmost place and returns all readings of one span', () => {
    const packs = [packOf('New York', 'New York Times', 'Times Square'), packOf('New York Times', 'York')];
    const text = 'The New York Times Square';
    const matches = findNames(text, packs).map(({ start, end, pack }) => [text.slice(start, end), pack]);
    expect(matches).toEqual([
      ['New York Times', 0],
      ['New York Times', 1],
    ]);
  });

  it('never takes one word for another of the same hash', () => {
    const [one, other] = tokenize('sola hihaka').hash;
    expect(one).toBe(other);
    expect(found('sola hihaka', 'hihaka')).toEqual(['hihaka']);
    expect(found('Sola Hihaka', 'Hihaka')).toEqual(['Hihaka']);
  });

  it('tells long names apart behind their first eight tokens', () => {
    const names = ['a b c d e f g h', 'a b c d e f g h i', 'a b c d e f g h i j k', 'a b c d e f g h x'];
    const text = 'a b c d e f g h i j';
    const packs = [packOf(...names)];
    expect(findAllNames(text, packs)).toEqual(findAllSlowly(text, packs));
    expect(findNames(text, packs).map(({ end }) => end)).toEqual([17]);
  });

  it('refuses a pack that openPack did not make', () => {
    expect(() => findNames('text', [{} as Pack])).toThrow(TypeError);
  });
});

describe('the matcher and its slow reference', () => {
  const PIECES = [
    'a', 'A', 'b', 'é', 'e', 'e\u0301', '\u0301', '\u00ad', '\u200b', ' ', '\u00a0', '\n', '-', '‑', '’', "'", '.', '&',
    'ß', 's', 'S', 'ﬁ', 'f', 'i', 'İ', 'ı', 'Æ', '1', '²', '가', '나', '\u1100\u1161', '日', '本', 'ｶ', 'ﾞ', 'カ', 'ガ',
    '\u3099', 'Ａ', '𝐀', '😀', '㈱', '株', '\ud83d', '_', 'Й', 'й', 'Σ', 'ς', 'σ',
  ]; // prettier-ignore
  const string = (min: number, max: number, from = PIECES) =>
    fc.array(fc.constantFrom(...from), { minLength: min, maxLength: max }).map((parts) => parts.join(''));

  function checkRandom(pieces: string[], runs: number): void {
    const name = string(1, 4, pieces).filter((text) => /[\p{L}\p{N}]/u.test(text) && text.isWellFormed());
    const names = fc.array(fc.tuple(name, fc.boolean()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, names, string(0, 40, pieces), (first, second, text) => {
        const packs = [first, second].map((list) =>
          packOf(...list.map(([t, exact]) => [t, exact ? ['case-sensitive'] : []] as [string, AliasFlag[]])),
        );
        expect(findAllNames(text, packs)).toEqual(findAllSlowly(text, packs));
        expect(findNames(text, packs)).toEqual(findSlowly(text, packs));
      }),
      { numRuns: runs, seed: 20260101 },
    );
  }

  it('agree on random texts of hard characters', () => checkRandom(PIECES, 400));
  it('agree on a tiny alphabet, where everything matches', () => checkRandom(['a', 'A', ' ', 'b', '.'], 400));

  const NEWS = new URL('../../../../../shared/corpora/gold/msnbc.jsonl', import.meta.url);
  it.runIf(existsSync(NEWS))('agree on real news with its own names', () => {
    const documents = readFileSync(NEWS, 'utf8').trim().split('\n').slice(0, 6).map((line) => JSON.parse(line) as {
      text: string; mentions: { surface: string }[];
    }); // prettier-ignore
    const surfaces = new Set(documents.flatMap(({ mentions }) => mentions.map(({ surface }) => surface)));
    const words = new Set(documents.flatMap(({ text }) => text.split(/\W+/).filter((word) => word.length === 5)));
    const packs = [surfaces, words].map((names) => openPack(writePack(packInput(entity('all', ...names)))));
    for (const { text } of documents) {
      expect(findAllNames(text, packs)).toEqual(findAllSlowly(text, packs));
      expect(findNames(text, packs)).toEqual(findSlowly(text, packs));
    }
  });
});
