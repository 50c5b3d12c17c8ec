import { describe, expect, it } from 'vitest';
import type { CompiledEntity } from '../../../src/pipeline/compile';
import { knownOf } from '../../../src/pipeline/gazetteer-known';
import { GEONAMES_NOTICE, ODBL_NOTICE, wordnetNotice } from '../../../src/pipeline/gazetteer-notices';
import { lineOf, wordnetEntities } from '../../../src/pipeline/gazetteer-wordnet';
import { readWordnetNouns } from '../../../src/pipeline/gazetteer-wordnet-file';
import { packKnowing } from './gazetteer-known';

/** Kinds that the instances below refer to: a river is a stream, a constellation a star pattern, a battle a fight. */
const KINDS = [
  '00000001 17 n 01 stream 0 000 | water',
  '00000002 17 n 01 river 0 001 @ 00000001 n 0000 | large stream',
  '00000003 17 n 01 constellation 0 000 | stars',
  '00000004 04 n 01 battle 0 000 | a fight',
  '00000005 18 n 01 writer 0 000 | writes',
  '00000006 17 n 01 gulf 0 001 @ 00000001 n 0000 | an arm of a sea',
  '00000007 04 n 01 project 0 000 | a plan',
];

function instance(file: string, words: string[], of: string, gloss: string): string {
  const pairs = words.map((word) => `${word} 0`).join(' ');
  return `10000001 ${file} n ${words.length.toString(16).padStart(2, '0')} ${pairs} 002 @i ${of} n 0000 #p 00000099 n 0000 | ${gloss}  `;
}

function build(line: string, ...known: CompiledEntity[]): CompiledEntity | undefined {
  const nouns = readWordnetNouns(['  1 licence text', ...KINDS, line].join('\n'));
  return wordnetEntities(nouns, knownOf([packKnowing(...known)], new Set()))[0];
}
const names = (entity: CompiledEntity | undefined): Record<string, string[]> =>
  Object.fromEntries((entity?.aliases ?? []).map(({ t, flags }) => [t, flags]));

describe("WordNet's nouns", () => {
  it('are read with words, kinds and glosses', () => {
    const { instances, kinds } = readWordnetNouns(
      [...KINDS, instance('17', ['Aras', 'Araxes_River'], '00000002', 'a river')].join('\n'),
    );
    expect(instances).toEqual([
      { offset: '10000001', file: '17', words: ['Aras', 'Araxes River'], of: '00000002', gloss: 'a river' },
    ]);
    expect(kinds.get('00000002')).toEqual({ word: 'river', above: ['00000001'] });
  });

  it('admit persons who have died, by full name and surname', () => {
    const gloss = 'English writer of novels (1812-1870); "an example"';
    const dickens = build(instance('18', ['Dickens', 'Charles_Dickens', 'Sir_Charles', 'Boz'], '00000005', gloss));
    expect(dickens?.record).toMatchObject({
      type: 'person',
      tier: 'gazetteer',
      name: 'Charles Dickens',
      line: 'In WordNet (2011): English writer of novels (1812-1870)',
      valid: { from: '1812', to: '1870' },
    });
    expect(names(dickens)).toEqual({ 'Charles Dickens': [], Dickens: ['coref-only'] });
  });

  it.each([
    ['English writer (born in 1948)'],
    ['English writer'],
    ['(Greek mythology) a king (1200-1150 BC)'],
    ['Libyan leader (1912-1983)'],
    ['Soviet writer (1868-1936)'],
  ])('admit nobody else: %s', (gloss) => {
    expect(build(instance('18', ['Some_Body'], '00000005', gloss))).toBeUndefined();
  });

  it('count years before Christ backwards', () => {
    const dates = (gloss: string): unknown => build(instance('18', ['Some_Body'], '00000005', gloss))?.record.valid;
    expect(dates('Greek writer (384-322 BC)')).toEqual({ from: '-0384', to: '-0322' });
    expect(dates('Roman writer (63 BC - AD 14)')).toBeUndefined();
    expect(dates('Roman writer (43 BC - 17 AD)')).toEqual({ from: '-0043', to: '0017' });
  });

  it('admit physical features, a single word only in its context', () => {
    const aras = build(instance('17', ['Aras', 'Aras_River'], '00000002', 'a river; rises in Turkey'));
    expect(aras?.record).toMatchObject({ type: 'waterway', name: 'Aras River', line: 'In WordNet (2011): a river' });
    expect(aras?.record).not.toHaveProperty('title');
    expect(names(aras)).toEqual({ Aras: ['needs-context'], 'Aras River': [] });
    expect(build(instance('17', ['Gulf_of_Bothnia'], '00000006', 'an arm'))?.record.title).toBe('Gulf of Bothnia');
  });

  it.each([
    ['17', ['Orion'], '00000003', 'a constellation'],
    ['17', ['Styx'], '00000002', '(Greek mythology) a river in Hades'],
    ['17', ['sierra'], '00000002', 'a range'],
    ['15', ['Kosovo'], '00000002', 'a province'],
    ['04', ['Atlanta'], '00000004', 'a siege'],
    ['04', ['Manila_Bay'], '00000004', 'a battle'],
  ])(
    'leave out stars, myths, common words, countries and the bare places of battles: %s %s',
    (file, words, of, gloss) => {
      expect(build(instance(file, words, of, gloss))).toBeUndefined();
    },
  );

  it('admit battles under the name of a battle, and other acts', () => {
    const jena = build(instance('04', ['Jena', 'battle_of_Jena'], '00000004', 'the battle in 1806'));
    expect(jena?.record).toMatchObject({ type: 'conflict', name: 'Battle of Jena' });
    expect(names(jena)).toEqual({ 'Battle of Jena': [] });
    expect(build(instance('04', ['Manhattan_Project'], '00000007', 'code name'))?.record.type).toBe('event');
  });

  it('repeat nobody whom a pack knows under any name, but a surname is no name', () => {
    const line = instance('18', ['Dickens', 'Charles_Dickens'], '00000005', 'writer (1812-1870)');
    const other = packKnowing.entity('d', 'person', 'C. Dickens', {}, [{ t: 'Charles Dickens', flags: [] }]);
    const namesake = packKnowing.entity('m', 'person', 'Monica Dickens', {}, [
      { t: 'Charles Dickens', flags: ['coref-only'] },
    ]);
    expect(build(line, other)).toBeUndefined();
    expect(build(line, namesake)).toBeDefined();
  });
});

it('a line ends before the first semicolon and fits a card', () => {
  expect(lineOf('a mountain in Nepal; the highest')).toBe('In WordNet (2011): a mountain in Nepal');
  const long = lineOf(`a river ${'that flows '.repeat(30)}`);
  expect(long.length).toBeLessThanOrEqual(170);
  expect(long).toMatch(/(?:that|flows)…$/);
});

it('every licence has its notice', () => {
  expect(wordnetNotice('WordNet Release 3.0\n\nThis software  \nis provided\n\n\n')).toBe(
    'WordNet Release 3.0\n\nThis software is provided',
  );
  expect(ODBL_NOTICE).toContain('Open Database License');
  expect(GEONAMES_NOTICE).toContain('creativecommons.org/licenses/by/4.0');
});
