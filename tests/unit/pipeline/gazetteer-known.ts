import type { EntityRecord, EntityType } from '../../../src/core/kb/record';
import { BUILDER } from '../../../src/pipeline/compile';
import type { CompiledEntity, CompiledPack } from '../../../src/pipeline/compile';
import { DESCRIPTION } from './cards';

/** A curated pack that knows these entities. */
export function packKnowing(...entities: CompiledEntity[]): CompiledPack {
  const { articles: _, ...description } = DESCRIPTION;
  return { manifest: { ...description, builtFrom: [], builder: BUILDER }, entities };
}

packKnowing.entity = (
  id: string,
  type: EntityType,
  name: string,
  record: Partial<EntityRecord> = {},
  aliases: CompiledEntity['aliases'] = [],
): CompiledEntity => ({
  record: { id, type, tier: 'full', name, line: `${name}.`, asOf: '2025', status: 'reviewed', ...record },
  prior: 50,
  plus: [],
  minus: [],
  aliases: [{ t: name, flags: [] }, ...aliases],
  patterns: [],
});
