import { readFileSync } from 'node:fs';
import { SourceError } from './source-error';
import type { SourceProblem } from './source-error';

/** Hand-made corrections of the gazetteers' data; see the head of each table. */
export const GAZETTEER_FOLDER = 'assets/gazetteers';

/** By "CC name": the corrected text, null where the table says `-`. */
export type Corrections = ReadonlyMap<string, string | null>;

/** What is corrected about GeoNames' cities: the names to print, and titles that follow no rule. */
export type CityCorrections = { names: Corrections; titles: Corrections };

export function readCityCorrections(folder = GAZETTEER_FOLDER): CityCorrections {
  return { names: readFile(`${folder}/city-names.tsv`), titles: readFile(`${folder}/city-titles.tsv`) };
}

function readFile(file: string): Corrections {
  return readCorrections(file, readFileSync(file, 'utf8'));
}

/** Reads a table of country code, name and correction. Throws a `SourceError` naming every line that is no such row. */
export function readCorrections(file: string, text: string): Corrections {
  const problems: SourceProblem[] = [];
  const corrections = new Map<string, string | null>();
  text.split(/\r?\n/).forEach((row, index) => {
    if (row === '' || row.startsWith('#')) return;
    const fail = (message: string): void => void problems.push({ file, line: index + 1, message });
    const cells = row.split('\t');
    const [country = '', name = '', value = ''] = cells.map((cell) => cell.trim().normalize('NFC'));
    const key = `${country} ${name}`;
    if (cells.length !== 3) fail(`expected 3 cells (country code, name, correction), found ${cells.length}`);
    else if (!/^[A-Z]{2}$/.test(country)) fail(`country code: expected two capitals, found "${country}"`);
    else if (name === '' || value === '') fail('expected a name and a correction, found an empty cell');
    else if (corrections.has(key)) fail(`"${key}" stands twice`);
    else corrections.set(key, value === '-' ? null : value);
  });
  if (problems.length > 0) throw new SourceError(problems);
  return corrections;
}
