import { openPack } from '../../../src/core/kb/open-pack';
import type { Manifest, Pack } from '../../../src/core/kb/pack';
import type { AliasFlag } from '../../../src/core/kb/record';
import { writePack, type PackEntity, type PackInput } from '../../../src/core/kb/write-pack';

export const MANIFEST: Manifest = {
  id: 'test',
  version: '1.0.0',
  name: 'Test pack',
  tier: 1,
  languages: ['en'],
  licence: 'CC0-1.0',
  notice: '',
  attribution: 'Nobody',
  asOf: '2026-01-01',
  builtFrom: [{ title: 'By hand' }],
  builder: 'tests',
};

/** An entity with nothing but an id and its names; `name` alone is loose, `['name', flags]` carries flags. */
export function entity(id: string, ...names: (string | [string, AliasFlag[]])[]): PackEntity {
  const aliases = names.map((name) =>
    typeof name === 'string' ? { t: name, flags: [] } : { t: name[0], flags: name[1] },
  );
  const record = {
    id,
    type: 'term',
    tier: 'brief',
    name: aliases[0]?.t ?? id,
    line: id,
    asOf: '2026',
    status: 'draft',
  } as const;
  return { record, prior: 50, plus: [], minus: [], aliases, patterns: [] };
}

export function packInput(...entities: PackEntity[]): PackInput {
  return { manifest: MANIFEST, entities };
}

/** An opened pack with one entity for each name. */
export function packOf(...names: (string | [string, AliasFlag[]])[]): Pack {
  return openPack(writePack(packInput(...names.map((name, i) => entity(`e${String(i).padStart(6, '0')}`, name)))));
}
