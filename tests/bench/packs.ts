import { writePack } from '../../src/core/kb/write-pack';
import type { Manifest } from '../../src/core/kb/pack';

const MANIFEST: Manifest = {
  id: 'bench',
  version: '1.0.0',
  name: 'Bench',
  tier: 2,
  languages: ['en'],
  licence: 'CC0-1.0',
  notice: '',
  attribution: '',
  asOf: '2026-01-01',
  builtFrom: [],
  builder: 'bench',
};

/** Names that share one entity: about what a gazetteer with other spellings has. */
const NAMES_PER_ENTITY = 3;

/** A pack of these names, case-sensitive as the peers are, with a short record for each three. */
export function benchPack(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const entities = [];
  for (let i = 0; i < names.length; i += NAMES_PER_ENTITY) {
    const own = names.slice(i, i + NAMES_PER_ENTITY);
    const name = own[0] ?? '';
    const record = {
      id: `e${String(i).padStart(7, '0')}`,
      type: 'place',
      tier: 'gazetteer',
      name,
      line: `${name}: a name of the bench.`,
      asOf: '2026',
      status: 'auto',
    } as const;
    const aliases = own.map((t) => ({ t, flags: ['case-sensitive' as const] }));
    entities.push({ record, prior: 10, plus: [], minus: [], aliases, patterns: [] });
  }
  return writePack({ manifest: MANIFEST, entities });
}
