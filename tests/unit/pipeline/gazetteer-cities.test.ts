import { describe, expect, it } from 'vitest';
import type { CompiledEntity } from '../../../src/pipeline/compile';
import { cityEntities, printedName, priorOf } from '../../../src/pipeline/gazetteer-cities';
import type { CityRow } from '../../../src/pipeline/gazetteer-cities';
import { readCityCorrections, readCorrections } from '../../../src/pipeline/gazetteer-corrections';
import { knownOf } from '../../../src/pipeline/gazetteer-known';
import { SourceError } from '../../../src/pipeline/source-error';
import { packKnowing } from './gazetteer-known';

const COUNTRIES = new Map([
  ['US', { id: 'united-states', name: 'United States' }],
  ['JP', { id: 'japan', name: 'Japan' }],
  ['DE', { id: 'germany', name: 'Germany' }],
  ['UA', { id: 'ukraine', name: 'Ukraine' }],
]);
let nextId = 1;
function row(country: string, name: string, population: number, more: Partial<CityRow> = {}): CityRow {
  const loc = { coordinates: [10 + nextId, 50] };
  return { cityId: nextId++, name, country, featureCode: 'PPL', adminCode: '01', population, loc, ...more };
}

const NAMES = readCorrections('n', 'UA\tOdessa\tOdesa|Odessa\nJP\tYono\t-');
const TITLES = readCorrections('t', 'JP\tNara\tNara (city)');

function build(rows: CityRow[], known: CompiledEntity[] = [], words: string[] = []): CompiledEntity[] {
  const knowledge = knownOf([packKnowing(...known)], new Set(words));
  return cityEntities(rows, COUNTRIES, knowledge, { names: NAMES, titles: TITLES });
}
const only = (entities: CompiledEntity[]): CompiledEntity => {
  expect(entities).toHaveLength(1);
  const [entity] = entities;
  if (!entity) throw new Error('no city');
  return entity;
};

describe('which places are in the gazetteer', () => {
  it.each([
    [row('DE', 'Jena', 100_000), 1],
    [row('DE', 'Jena', 99_999), 0],
    [row('US', 'Salem', 40_000, { adminCode: 'OR' }), 1],
    [row('US', 'Salem', 39_999, { adminCode: 'OR' }), 0],
    [row('DE', 'Kreuzberg', 147_000, { featureCode: 'PPLX' }), 0],
    [row('DE', 'Bonn', 20_000, { featureCode: 'PPLC' }), 1],
    [row('US', 'Bushwick', 112_000, { adminCode: 'NY' }), 0],
    [row('JP', 'Yono', 100_000), 0],
    [row('XX', 'Nowhere', 500_000), 0],
  ])('%#: %j', (one, count) => {
    expect(build([one])).toHaveLength(count);
  });

  it('leave out a city that a curated pack has, by its title or by name and country', () => {
    const jena = row('DE', 'Jena', 110_000);
    const curated = (more: object): CompiledEntity => packKnowing.entity('jena', 'city', 'Jena', more);
    expect(build([jena], [curated({ title: 'Jena' })])).toEqual([]);
    expect(build([jena], [curated({ rel: [{ p: 'located-in', o: 'germany' }] })])).toEqual([]);
    expect(build([jena], [curated({ geo: { lat: 50.2, lon: jena.loc.coordinates[0] } })])).toEqual([]);
    expect(build([jena], [curated({ geo: { lat: 31.7, lon: -92.1 } })])).toHaveLength(1);
    expect(build([jena], [curated({ rel: [{ p: 'located-in', o: 'united-states' }] })])).toHaveLength(1);
  });

  it('keep one Springfield beside another, by the state in the title', () => {
    const known = packKnowing.entity('springfield-illinois', 'city', 'Springfield', {
      title: 'Springfield, Illinois',
      rel: [{ p: 'located-in', o: 'united-states' }],
    });
    const rows = [
      row('US', 'Springfield', 116_000, { adminCode: 'IL' }),
      row('US', 'Springfield', 160_000, { adminCode: 'MO' }),
    ];
    expect(build(rows, [known]).map(({ record }) => record.title)).toEqual(['Springfield, Missouri']);
  });

  it('take two rows for one city once, the larger', () => {
    const rows = [row('DE', 'Jena', 101_000), row('DE', 'Jena', 110_000)];
    expect(only(build(rows)).record.line).toContain('110,000');
  });
});

describe('names of cities', () => {
  it.each([
    ['JP', 'Nara-shi', ['Nara']],
    ['JP', 'Hōfu', ['Hofu']],
    ['KR', 'Goyang-si', ['Goyang']],
    ['UA', 'Kramators’k', ['Kramatorsk']],
    ['RU', 'Nizhniy Tagil', ['Nizhniy Tagil']],
    ['RU', 'Oktyabr’skiy', ['Oktyabrsky']],
    ['DE', 'Münster', ['Münster']],
    ['UA', 'Odessa', ['Odesa', 'Odessa']],
    ['JP', 'Yono', []],
  ])('%s %s: %j', (country, name, expected) => {
    expect(printedName({ country, name }, NAMES)).toEqual(expected);
  });

  it('are corrected by hand where newsrooms write otherwise', () => {
    const { names, titles } = readCityCorrections();
    expect(printedName({ country: 'KZ', name: 'Nur-Sultan' }, names)[0]).toBe('Astana');
    expect(printedName({ country: 'ZA', name: 'Port Elizabeth' }, names)[0]).toBe('Gqeberha');
    expect(printedName({ country: 'PS', name: 'Khān Yūnis' }, names)[0]).toBe('Khan Younis');
    expect(printedName({ country: 'MA', name: 'Sale' }, names)).toEqual(['Salé']);
    expect(titles.get('JP Nara')).toBe('Nara (city)');
  });

  it.each([
    ['JP\tNara', 'expected 3 cells'],
    ['Japan\tNara\tNara', 'expected two capitals'],
    ['JP\t\tNara', 'an empty cell'],
    ['JP\tA\tB\nJP\tA\tC', '"JP A" stands twice'],
  ])('a wrong line of the corrections is named: %j', (text, message) => {
    expect(() => readCorrections('c.tsv', text)).toThrow(SourceError);
    expect(() => readCorrections('c.tsv', text)).toThrow(message);
    expect(() => readCorrections('c.tsv', `# head\n${text}`)).toThrow(/^c\.tsv:[23]: /);
  });
});

describe('a record of a city', () => {
  it('says where it is, how large it was, and from which data', () => {
    const { record, prior } = only(build([row('JP', 'Nara-shi', 367_353, { featureCode: 'PPLA', cityId: 1855612 })]));
    expect(record).toMatchObject({
      id: 'geonames-1855612',
      tier: 'gazetteer',
      title: 'Nara (city)',
      line: 'Nara: regional capital in Japan, population about 370,000 (GeoNames, c. 2020)',
      facts: [{ k: 'Population', v: 'about 370,000', src: 'dataset', source: 0, asOf: '2020', vol: 'count' }],
      rel: [{ p: 'located-in', o: 'japan' }],
    });
    expect(record.sources?.[0]?.title).toContain('GeoNames');
    expect(prior).toBe(priorOf(367_353));
  });

  it('is a capital, or lies in a state that has a record', () => {
    const capital = only(build([row('DE', 'Berlin', 3_426_354, { featureCode: 'PPLC' })]));
    expect(capital.record.line).toBe('Berlin: capital of Germany, population about 3.4 million (GeoNames, c. 2020)');
    expect(capital.record.rel).toEqual([{ p: 'capital-of', o: 'germany' }]);
    const michigan = packKnowing.entity('michigan', 'region', 'Michigan', { title: 'Michigan' });
    const lansing = only(build([row('US', 'Lansing', 115_000, { adminCode: 'MI' })], [michigan]));
    expect(lansing.record.line).toContain('city in Michigan, United States');
    expect(lansing.record.rel).toEqual([
      { p: 'located-in', o: 'united-states' },
      { p: 'located-in', o: 'michigan' },
    ]);
  });

  it('gives no country to a city that two states claim', () => {
    const { record } = only(build([row('UA', 'Sevastopol', 416_000)]));
    expect(record.line).toContain('city in Crimea (Ukraine; annexed by Russia in 2014)');
    expect(record.geo?.disputed).toBe(true);
    expect(record.rel).toBeUndefined();
  });

  it('has a prior that grows with its inhabitants, 2 to 25', () => {
    expect([1000, 40_000, 100_000, 1_000_000, 20_000_000, 40_000_000].map(priorOf)).toEqual([2, 2, 5, 14, 25, 25]);
  });
});

describe('the title of a city', () => {
  it.each([
    [[row('US', 'Chicago', 2_700_000, { adminCode: 'IL' })], 'Chicago'],
    [[row('US', 'Cleveland', 45_000, { adminCode: 'TN' })], 'Cleveland, Tennessee'],
    [[row('US', 'Lansing', 115_000, { adminCode: 'MI' })], 'Lansing, Michigan'],
    [[row('DE', 'Jena', 110_000)], 'Jena'],
    [[row('DE', 'Jena', 110_000), row('US', 'Jena', 3000, { adminCode: 'LA' })], undefined],
    [[row('DE', 'Jena', 510_000), row('US', 'Jena', 3000, { adminCode: 'LA' })], 'Jena'],
  ])('%#: %s', (rows, title) => {
    expect(build(rows)[0]?.record.title).toBe(title);
  });

  it('is left open where the name is a word or means something else', () => {
    const essen = [row('DE', 'Essen', 593_000)];
    expect(only(build(essen, [], ['essen'])).record.title).toBeUndefined();
    expect(only(build(essen, [packKnowing.entity('essen', 'company', 'Essen')])).record.title).toBeUndefined();
    expect(only(build(essen, [packKnowing.entity('essen', 'team', 'Essen')])).record.title).toBe('Essen');
  });
});

describe('the flags of a name', () => {
  const flags = (rows: CityRow[], known: CompiledEntity[] = [], words: string[] = []): string[] =>
    build(rows, known, words)[0]?.aliases[0]?.flags ?? ['none'];

  it.each([
    ['a large city of that name alone', flags([row('DE', 'Jena', 110_000)]), []],
    ['a town', flags([row('US', 'Jena', 50_000, { adminCode: 'LA' })]), ['needs-context']],
    ['a lower-case word', flags([row('DE', 'Essen', 593_000)], [], ['essen']), ['needs-context']],
    ['a president', flags([row('US', 'Lincoln', 280_000, { adminCode: 'NE' })]), ['needs-context']],
    ['a short name', flags([row('DE', 'Ulm', 120_000)]), ['needs-context']],
    [
      'a name that a curated record bears',
      flags([row('DE', 'Jena', 110_000)], [packKnowing.entity('x', 'person', 'Jena')]),
      ['needs-context'],
    ],
    ['one of several', flags([row('DE', 'Jena', 110_000), row('JP', 'Jena', 5000)]), ['ambiguous']],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });
});
