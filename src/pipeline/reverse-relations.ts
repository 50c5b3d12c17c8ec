import type { Relation } from '../core/kb/record';
import type { CompiledPack } from './compile';

/**
 * Gives every body the people who held posts in it: a card of a country can then say who was its president on the
 * article's date without searching all people. The relation's dates are the office's own.
 */
export function addReverseRelations(packs: readonly CompiledPack[]): void {
  const records = new Map(packs.flatMap(({ entities }) => entities.map(({ record }) => [record.id, record] as const)));
  for (const record of records.values()) {
    for (const relation of record.rel ?? []) {
      const target = relation.p === 'office' ? records.get(relation.o) : undefined;
      if (target) target.rel = [...(target.rel ?? []), reversed(relation, record.id)];
    }
  }
}

function reversed({ v, from, to }: Relation, holder: string): Relation {
  return {
    p: 'held-by',
    o: holder,
    ...(v === undefined ? {} : { v }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
