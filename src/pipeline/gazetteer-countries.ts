import { foldName } from '../core/text/fold';
import type { AliasFlag, EntityRecord, Fact, Source } from '../core/kb/record';
import type { CompiledEntity } from './compile';
import type { Corrections } from './gazetteer-corrections';
import { bearersOf, slugOf } from './gazetteer-known';
import type { Known } from './gazetteer-known';

/** The fields of world-countries that are read here. */
export type CountryRow = {
  name: { common: string; official: string };
  cca2: string;
  independent?: boolean;
  landlocked: boolean;
  borders: string[];
  region: string;
  subregion: string;
  capital: string[];
  altSpellings: string[];
  latlng: number[];
  demonyms?: { eng?: { m: string; f: string } };
};

/** Release of world-countries 5.1.0. */
const AS_OF = '2024-11';
const SOURCE: Source = { kind: 'dataset', title: 'world-countries 5.1.0 (ODbL 1.0)', date: AS_OF };
const COUNTRY_TYPES = ['country', 'territory', 'region', 'place', 'waterway'];
/** What the data set calls differently from Wikipedia's article. */
const TITLES: Readonly<Record<string, string | null>> = {
  GS: 'South Georgia and the South Sandwich Islands',
  MF: 'Collectivity of Saint Martin',
  UM: 'United States Minor Outlying Islands',
  VA: 'Vatican City',
};
/** Capitals and demonyms of the data set that mislead: no capital at all, or the adjective of another country. */
const NO_CAPITAL = new Set(['HK', 'MO', 'PS', 'EH', 'IL', 'IO', 'TK', 'BQ', 'TF', 'GS', 'SJ', 'SZ', 'LK', 'ZA', 'BO']);
const DEMONYMS_OF_OTHERS = new Set([
  'American',
  'French',
  'Dutch',
  'Indian',
  'Norwegian',
  'Channel Islander',
  'Virgin Islander',
]);

/** Finds the country that a row means among the records known already; by code, from the row's own spellings. */
export function countryIds(rows: readonly CountryRow[], known: Known): Map<string, { id: string; name: string }> {
  const ids = new Map<string, { id: string; name: string }>();
  for (const row of rows) {
    const record = findCountry(row, known);
    ids.set(row.cca2, record ? { id: record.id, name: record.name } : { id: idOf(row), name: row.name.common });
  }
  return ids;
}

function findCountry(row: CountryRow, known: Known): EntityRecord | undefined {
  const title = foldName(TITLES[row.cca2] ?? row.name.common);
  const titled = (known.byName.get(title) ?? []).find(({ record }) => foldName(record.title ?? '') === title);
  if (titled) return titled.record;
  // A record of a former state may bear the same name: the one that has not ended is meant.
  const spellings = [row.name.common, row.name.official, ...row.altSpellings.filter((spelling) => spelling.length > 3)];
  for (const spelling of spellings) {
    const bearers = bearersOf(known, spelling, COUNTRY_TYPES).filter(({ record, aliases }) => {
      const own = aliases.find((alias) => foldName(alias.t) === foldName(spelling));
      return record.valid?.to === undefined && !own?.flags.some((flag) => flag === 'demonym' || flag === 'metonym');
    });
    const best =
      bearers.find(({ record }) => record.type === 'country') ??
      bearers.find(({ record }) => record.type === 'territory') ??
      bearers.find(({ record }) => record.title === row.name.common || record.type === 'region');
    if (best) return best.record;
  }
  return undefined;
}

function idOf(row: CountryRow): string {
  return `countries-${slugOf(row.name.common)}`;
}

/** Records for the countries and territories that no other pack has. */
export function countryEntities(rows: readonly CountryRow[], known: Known): CompiledEntity[] {
  const ids = countryIds(rows, known);
  return rows.flatMap((row) => {
    const id = ids.get(row.cca2)?.id ?? '';
    return known.ids.has(id) ? [] : [countryEntity(row, id, known)];
  });
}

/** Records for the capitals that no other pack has; `known` holds the packs of cities too. */
export function capitalEntities(rows: readonly CountryRow[], known: Known, titles: Corrections): CompiledEntity[] {
  const ids = countryIds(rows, known);
  return rows.flatMap((row) => {
    const [capital] = row.capital;
    const country = ids.get(row.cca2);
    if (capital === undefined || !country || NO_CAPITAL.has(row.cca2)) return [];
    return isKnownCapital(capital, country.id, known)
      ? []
      : [capitalEntity(row, capital, country, known, titles.get(`${row.cca2} ${capital}`) ?? null)];
  });
}

function isKnownCapital(capital: string, country: string, known: Known): boolean {
  const plain = capital.replace(/^City of /, '');
  return [capital, plain, `${plain} City`]
    .flatMap((name) => bearersOf(known, name, ['city', 'country', 'territory']))
    .some(
      ({ record }) =>
        record.id === country || record.rel === undefined || record.rel.some((relation) => relation.o === country),
    );
}

function countryEntity(row: CountryRow, id: string, known: Known): CompiledEntity {
  const title = row.cca2 in TITLES ? TITLES[row.cca2] : row.name.common;
  const demonym = row.demonyms?.eng?.m ?? '';
  const capital = NO_CAPITAL.has(row.cca2) ? undefined : row.capital[0];
  const record = baseRecord(
    id,
    row.independent === true ? 'country' : 'territory',
    row.name.common,
    lineOf(row, capital),
  );
  if (title != null && !known.titles.has(foldName(title))) record.title = title;
  if (capital !== undefined) record.facts = [fact('Capital', capital)];
  record.geo = { lat: row.latlng[0] ?? 0, lon: row.latlng[1] ?? 0 };
  const names = [row.name.common, row.name.official, ...row.altSpellings.filter((name) => name.length > 3)].filter(
    (name) => !/[(),]/.test(name) || name === row.name.common,
  );
  const aliases: CompiledEntity['aliases'] = [...new Set(names)].map((t) => ({ t, flags: flagsOf(t, known) }));
  if (demonym !== '' && !DEMONYMS_OF_OTHERS.has(demonym) && !names.includes(demonym) && !demonym.includes(','))
    aliases.push({ t: demonym, flags: ['demonym'] });
  return { record, prior: 12, plus: [], minus: [], aliases, patterns: [] };
}

/** "Aruba is an island territory in the Caribbean; capital Oranjestad." */
function lineOf(row: CountryRow, capital: string | undefined): string {
  const kind = row.independent === true ? 'country' : 'territory';
  const island =
    row.borders.length === 0 &&
    /island|caribbean|polynesia|micronesia|melanesia/i.test(row.name.common + row.subregion);
  const what = row.landlocked ? `a landlocked ${kind}` : island ? `an island ${kind}` : `a ${kind}`;
  const where = row.subregion === '' ? '' : ` in ${row.subregion === 'Caribbean' ? 'the Caribbean' : row.subregion}`;
  return `${row.name.common} is ${what}${where}${capital === undefined ? '' : `; capital ${capital}`}.`;
}

function capitalEntity(
  row: CountryRow,
  capital: string,
  country: { id: string; name: string },
  known: Known,
  title: string | null,
): CompiledEntity {
  const record = baseRecord(
    `countries-capital-${slugOf(`${capital} ${row.cca2}`)}`,
    'city',
    capital,
    `${capital} is the capital of ${country.name}.`,
  );
  record.rel = [{ p: 'capital-of', o: country.id }];
  if (title !== null && !known.titles.has(foldName(title))) record.title = title;
  const aliases = [{ t: capital, flags: flagsOf(capital, known) }];
  return { record, prior: 8, plus: [country.name], minus: [], aliases, patterns: [] };
}

function flagsOf(name: string, known: Known): AliasFlag[] {
  const isShared = (known.byName.get(foldName(name))?.length ?? 0) > 0 || known.words.has(foldName(name));
  return isShared ? ['needs-context'] : [];
}

function fact(k: string, v: string): Fact {
  return { k, v, src: 'dataset', source: 0, asOf: AS_OF };
}

function baseRecord(id: string, type: EntityRecord['type'], name: string, line: string): EntityRecord {
  return { id, type, tier: 'gazetteer', name, line, asOf: AS_OF, sources: [SOURCE], status: 'auto' };
}
