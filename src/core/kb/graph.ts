import type { ByteReader, ByteWriter } from './bytes';
import { pushDate, readDate } from './dates';
import { corrupt } from './pack-error';
import type { Relation } from './record';
import type { Refs, Tables } from './refs';
import { readStringRef } from './refs';

/**
 * The relations of one entity and who points at it. A target inside the pack is its dense number, any other its id in
 * the section `strings`.
 *
 * Layout: varint number of relations, each: varint (predicate's string * 8 + bits), varint (target * 2 + external),
 * then as the bits say: varint string of `v`, date `from`, date `to`. After them: varint number of entities that point
 * here, their numbers as differences in ascending order.
 */
const HAS_VALUE = 1;
const HAS_FROM = 2;
const HAS_TO = 4;

export type GraphReader = {
  tables: Tables;
  entityCount: number;
  idOf(entity: number): string;
};

/** `indexOf` gives the dense number of an id, or -1. `incoming` is ascending without duplicates. */
export function pushEdges(
  writer: ByteWriter,
  relations: readonly Relation[],
  incoming: readonly number[],
  refs: Refs,
  indexOf: (id: string) => number,
): void {
  writer.pushVarint(relations.length);
  for (const { p, o, v, from, to } of relations) {
    const bits =
      (v === undefined ? 0 : HAS_VALUE) | (from === undefined ? 0 : HAS_FROM) | (to === undefined ? 0 : HAS_TO);
    writer.pushVarint(refs.string(p) * 8 + bits);
    const target = indexOf(o);
    writer.pushVarint(target >= 0 ? target * 2 : refs.string(o) * 2 + 1);
    if (v !== undefined) writer.pushVarint(refs.string(v));
    if (from !== undefined) pushDate(writer, from);
    if (to !== undefined) pushDate(writer, to);
  }
  writer.pushVarint(incoming.length);
  incoming.forEach((entity, i) => writer.pushVarint(entity - (i === 0 ? 0 : (incoming[i - 1] ?? 0))));
}

/** The relations, in the order of the record. */
export function readRelations(reader: ByteReader, graph: GraphReader): Relation[] {
  const relations: Relation[] = [];
  forEachEdge(reader, graph, (predicate, target, external, bits) => {
    const { strings } = graph.tables;
    const o = external ? strings.get(target) : graph.idOf(target);
    const relation: Relation = { p: strings.get(predicate), o };
    if (bits & HAS_VALUE) relation.v = readStringRef(reader, graph.tables);
    if (bits & HAS_FROM) relation.from = readDate(reader);
    if (bits & HAS_TO) relation.to = readDate(reader);
    relations.push(relation);
  });
  return relations;
}

/** The other ends of all edges in both directions: entities of this pack, and ids from outside. */
export function readNeighbours(reader: ByteReader, graph: GraphReader): { entities: number[]; ids: string[] } {
  const entities: number[] = [];
  const ids: string[] = [];
  forEachEdge(reader, graph, (_predicate, target, external, bits) => {
    if (external) ids.push(graph.tables.strings.get(target));
    else entities.push(target);
    if (bits & HAS_VALUE) reader.readVarint();
    if (bits & HAS_FROM) readDate(reader);
    if (bits & HAS_TO) readDate(reader);
  });
  const count = reader.readBelow(graph.entityCount + 1, 'incoming relations');
  let entity = 0;
  for (let i = 0; i < count; i++) {
    entity += reader.readVarint();
    if (entity >= graph.entityCount) throw corrupt('entity', `< ${graph.entityCount}`, entity);
    entities.push(entity);
  }
  return { entities, ids };
}

type Edge = (predicate: number, target: number, external: boolean, bits: number) => void;

/** Calls back after the fixed part of each edge; the callback reads the optional part. */
function forEachEdge(reader: ByteReader, graph: GraphReader, visit: Edge): void {
  const { strings } = graph.tables;
  const count = reader.readBelow(reader.end - reader.position + 1, 'relations');
  for (let i = 0; i < count; i++) {
    const head = reader.readVarint();
    if (head >>> 3 >= strings.count) throw corrupt('predicate', `< ${strings.count}`, head >>> 3);
    const target = reader.readVarint();
    const external = (target & 1) === 1;
    const limit = external ? strings.count : graph.entityCount;
    if (target >>> 1 >= limit) throw corrupt('target of a relation', `< ${limit}`, target >>> 1);
    visit(head >>> 3, target >>> 1, external, head & 7);
  }
}
