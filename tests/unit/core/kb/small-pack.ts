import type { Manifest } from '../../../../src/core/kb/pack';
import type { AliasFlag, EntityRecord } from '../../../../src/core/kb/record';
import type { PackEntity } from '../../../../src/core/kb/write-pack';

/** A manifest for packs that tests build. */
export function manifest(id: string): Manifest {
  return {
    id,
    version: '1',
    name: id,
    tier: 1,
    languages: ['en'],
    licence: 'MIT',
    notice: 'none',
    attribution: 'tests',
    asOf: '2026-01-13',
    builtFrom: [],
    builder: 'tests',
  };
}

/** An entity for `writePack` that bears its record's name and what `aliases` adds. */
export function entity(record: EntityRecord, aliases: Record<string, AliasFlag[]> = {}, prior = 50): PackEntity {
  const names = [record.name, ...Object.values(record.names ?? {})].map((t) => ({ t, flags: [] as AliasFlag[] }));
  const more = Object.entries(aliases).map(([t, flags]) => ({ t, flags }));
  return { record, prior, plus: [], minus: [], aliases: [...names, ...more], patterns: [] };
}
