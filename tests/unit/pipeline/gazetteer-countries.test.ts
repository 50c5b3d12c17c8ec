import { describe, expect, it } from 'vitest';
import type { CompiledEntity } from '../../../src/pipeline/compile';
import { readCorrections } from '../../../src/pipeline/gazetteer-corrections';
import { capitalEntities, countryEntities, countryIds } from '../../../src/pipeline/gazetteer-countries';
import type { CountryRow } from '../../../src/pipeline/gazetteer-countries';
import { knownOf, slugOf } from '../../../src/pipeline/gazetteer-known';
import { packKnowing } from './gazetteer-known';

function row(common: string, cca2: string, more: Partial<CountryRow> = {}): CountryRow {
  return {
    name: { common, official: `Republic of ${common}` },
    cca2,
    independent: true,
    landlocked: false,
    borders: ['XXX'],
    region: 'Americas',
    subregion: 'Caribbean',
    capital: [],
    altSpellings: [cca2],
    latlng: [12, -70],
    ...more,
  };
}
const known = (...entities: CompiledEntity[]): ReturnType<typeof knownOf> =>
  knownOf([packKnowing(...entities)], new Set(['jersey']));
const TITLES = readCorrections('t', 'JM\tKingston\tKingston, Jamaica');

describe('countries that are known already', () => {
  it('are found by name, official name or former spelling', () => {
    const rows = [row('Czechia', 'CZ', { altSpellings: ['CZ', 'Česká republika'] })];
    for (const name of ['Czechia', 'Republic of Czechia', 'Ceska republika']) {
      const ids = countryIds(rows, known(packKnowing.entity('czechia-1', 'country', name)));
      expect(ids.get('CZ'), name).toEqual({ id: 'czechia-1', name });
    }
  });

  it('are not a state that has ended, a demonym or a code', () => {
    const ended = packKnowing.entity('old', 'country', 'Czechia', { valid: { to: '1992' } });
    const adjective = packKnowing.entity('other', 'country', 'Other', {}, [{ t: 'Czechia', flags: ['demonym'] }]);
    const code = packKnowing.entity('code', 'country', 'CZ');
    expect(countryIds([row('Czechia', 'CZ')], known(ended, adjective, code)).get('CZ')?.id).toBe('countries-czechia');
  });

  it('get no second record', () => {
    expect(countryEntities([row('Jamaica', 'JM')], known(packKnowing.entity('jamaica', 'country', 'Jamaica')))).toEqual(
      [],
    );
  });
});

describe('a record of a country', () => {
  it.each([
    [
      row('Aruba', 'AW', { independent: false, borders: [], capital: ['Oranjestad'] }),
      'Aruba is an island territory in the Caribbean; capital Oranjestad.',
    ],
    [
      row('Laos', 'LA', { landlocked: true, subregion: 'South-Eastern Asia', capital: ['Vientiane'] }),
      'Laos is a landlocked country in South-Eastern Asia; capital Vientiane.',
    ],
    [row('Sint Maarten', 'SX', { independent: false }), 'Sint Maarten is a territory in the Caribbean.'],
  ])('%#: %s', (one, line) => {
    const [entity] = countryEntities([one], known());
    expect(entity?.record.line).toBe(line);
    expect(entity?.record).toMatchObject({ tier: 'gazetteer', title: one.name.common, geo: { lat: 12, lon: -70 } });
  });

  it('has its demonym, but not the adjective of the country it belongs to', () => {
    const demonyms = (m: string): string[] =>
      countryEntities([row('Aruba', 'AW', { demonyms: { eng: { m, f: m } } })], known())
        .flatMap(({ aliases }) => aliases)
        .filter(({ flags }) => flags.includes('demonym'))
        .map(({ t }) => t);
    expect(demonyms('Aruban')).toEqual(['Aruban']);
    expect(demonyms('Dutch')).toEqual([]);
  });

  it('keeps back names that are words or that others bear', () => {
    const flags = (name: string): unknown =>
      countryEntities([row(name, 'JE')], known(packKnowing.entity('x', 'team', 'Guam')))[0]?.aliases[0]?.flags;
    expect([flags('Jersey'), flags('Guam'), flags('Niue')]).toEqual([['needs-context'], ['needs-context'], []]);
  });
});

describe('capitals', () => {
  const jamaica = row('Jamaica', 'JM', { capital: ['Kingston'] });
  const country = packKnowing.entity('jamaica', 'country', 'Jamaica');

  it('are added with country and title', () => {
    expect(capitalEntities([jamaica], known(country), TITLES)).toMatchObject([
      {
        record: {
          id: 'countries-capital-kingston-jm',
          title: 'Kingston, Jamaica',
          rel: [{ p: 'capital-of', o: 'jamaica' }],
        },
      },
    ]);
  });

  it('are left out where a city of that country is known, and kept where it is another', () => {
    const kingston = (o: string): CompiledEntity =>
      packKnowing.entity('k', 'city', 'Kingston', { rel: [{ p: 'located-in', o }] });
    expect(capitalEntities([jamaica], known(country, kingston('jamaica')), TITLES)).toEqual([]);
    expect(capitalEntities([jamaica], known(country, kingston('canada')), TITLES)).toHaveLength(1);
  });

  it('are not taken where the data names a disputed or a wrong one', () => {
    expect(capitalEntities([row('Israel', 'IL', { capital: ['Jerusalem'] })], known(), TITLES)).toEqual([]);
  });
});

it('an id is words with hyphens, without diacritics', () => {
  expect(slugOf("Côte d'Ivoire")).toBe('cote-divoire');
  expect(slugOf('  Łódź (city) ')).toBe('lodz-city');
});
