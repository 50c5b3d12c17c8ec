/** Notices that must travel with the data of each gazetteer; shown in the extension's list of sources. */
export const ODBL_NOTICE =
  'This pack is made available under the Open Database License 1.0 (https://opendatacommons.org/licenses/odbl/1.0/). ' +
  'It is derived from world-countries by Mohammed Le Doze and contributors. Any rights in individual contents of the ' +
  'database are licensed under the Database Contents License (https://opendatacommons.org/licenses/dbcl/1.0/).';

export const GEONAMES_NOTICE =
  'This pack contains data of GeoNames (https://www.geonames.org), licensed under Creative Commons Attribution 4.0 ' +
  '(https://creativecommons.org/licenses/by/4.0/). Changes: selected by population, names corrected and shortened, ' +
  'coordinates and populations rounded. The data is provided as is, without warranty of accuracy or timeliness.';

/** WordNet's licence text with its line breaks evened out; the licence requires the whole notice. */
export function wordnetNotice(licence: string): string {
  return licence
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
