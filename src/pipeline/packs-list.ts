import type { Pack } from '../core/kb/pack';
import type { EntityType, Tier } from '../core/kb/record';

/** One line of `packs -- list`. */
export type ListedRecord = {
  id: string;
  type: EntityType;
  tier: Tier;
  name: string;
  title: string | null;
  qid: string | null;
  aliases: string[];
};

/** Every bundled record, in the order of packs and ids. */
export function listRecords(packs: readonly Pack[]): ListedRecord[] {
  return packs.flatMap((pack) =>
    Array.from({ length: pack.entityCount }, (_, entity) => ({
      id: pack.entityId(entity),
      type: pack.entityType(entity),
      tier: pack.entityTier(entity),
      name: pack.entityName(entity),
      title: pack.title(entity),
      qid: pack.qid(entity),
      aliases: pack.namesOf(entity).map((name) => pack.surface(name)),
    })),
  );
}
