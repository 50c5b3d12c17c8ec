import { hashWord } from '../text/hash';
import { ByteWriter, encodeUtf8 } from './bytes';
import { writeContainer, type Section, type Sections } from './container';
import { pushHead } from './entity-head';
import { ENTITY_ROW } from './format';
import { pushEdges } from './graph';
import { buildNameIndex } from './name-index';
import type { Manifest } from './pack';
import type { PackEntity, PackInput } from './pack-input';
import { buildModel, type PackModel } from './pack-model';
import { joinGroups, kindOf, pushPostings } from './postings';
import { pushBody } from './record-body';
import { writeRecordBlocks } from './record-blocks';
import { ENTITY_TYPES, TIERS } from './record';
import { writeStringTable } from './string-table';

export type { PackEntity, PackInput } from './pack-input';

/**
 * Writes a pack: equal input gives equal bytes, in whatever order the entities come. Entities are numbered in the order
 * of their ids, names in the order of their folded forms. Throws an `Error` where the input cannot be a pack (two
 * records with one id, a name without a letter, a string over 4,096 bytes, a number out of its range).
 */
export function writePack(input: PackInput): Uint8Array<ArrayBuffer> {
  const model = buildModel(input);
  input.entities.forEach(checkEntity);
  const index = buildNameIndex(model.names, model.exact);
  const { records, recordIndex } = writeRecords(model);
  const sections: Sections = {
    manifest: section(encodeUtf8(JSON.stringify(orderedManifest(input.manifest)))),
    'name-filter': section(index.loud),
    'name-filter-quiet': section(index.quiet, index.quietCount),
    'name-slots': section(index.slots, index.homes),
    names: section(writeStringTable(model.names, model.exact)),
    ...writePostings(model),
    ...writeEntities(model),
    'entity-ids': section(writeStringTable(model.entities.map((entity) => entity.record.id))),
    'entity-hashes': numbers(model.entities.map((entity) => hashWord(entity.record.id))),
    strings: section(writeStringTable(model.strings)),
    patterns: section(writePatterns(model), model.patterns.length),
    'record-index': section(recordIndex),
    records: section(records),
  };
  return writeContainer(sections);
}

function section(bytes: Uint8Array, parameter = 0): Section {
  return { bytes, parameter };
}

function numbers(values: readonly number[]): Section {
  return section(new Uint8Array(Uint32Array.from(values).buffer));
}

/** Fixed order of keys, so that the order in which a caller built the object does not show in the bytes. */
function orderedManifest(manifest: Manifest): Manifest {
  const { id, version, name, tier, languages, licence, notice, attribution, asOf, builtFrom, builder } = manifest;
  const sources = builtFrom.map(({ title, url, date, sha256 }) => ({
    title,
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
    ...(sha256 === undefined ? {} : { sha256 }),
  }));
  return { id, version, name, tier, languages, licence, notice, attribution, asOf, builtFrom: sources, builder };
}

function checkEntity({ record, prior, aliases }: PackEntity): void {
  const wrong = (what: string) => new Error(`${record.id}: ${what}`);
  if (record.id === '') throw new Error('an entity without id');
  if (!ENTITY_TYPES.includes(record.type)) throw wrong(`unknown type ${record.type}`);
  if (!TIERS.includes(record.tier)) throw wrong(`unknown tier ${record.tier}`);
  if (!Number.isInteger(prior) || prior < 1 || prior > 100) throw wrong(`prior ${prior} is not 1 to 100`);
  for (const { t, weight } of aliases) {
    if (weight === undefined || (Number.isInteger(weight) && weight >= 0 && weight <= 255)) continue;
    throw wrong(`weight ${weight} of "${t}" is not 0 to 255`);
  }
}

function writePostings(model: PackModel): Pick<Sections, 'postings' | 'posting-kinds'> {
  const counts = new Map<number, number>();
  for (const posting of model.postings.flat()) {
    counts.set(kindOf(posting), (counts.get(kindOf(posting)) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([kind]) => kind);
  const kindNumbers = new Map(kinds.map((kind, i) => [kind, i]));
  const bytes = joinGroups(model.names.length, (writer, name) => {
    pushPostings(writer, model.postings[name] ?? [], kindNumbers);
  });
  return { postings: section(bytes), 'posting-kinds': numbers(kinds) };
}

function writeEntities(model: PackModel): Pick<Sections, 'entities' | 'heads' | 'cues' | 'graph'> {
  const rows = new DataView(new ArrayBuffer(model.entities.length * ENTITY_ROW));
  const heads = new ByteWriter(model.entities.length * 16);
  const graph = new ByteWriter(model.entities.length * 4);
  const cues: number[] = [];
  const incoming = incomingEdges(model);
  model.entities.forEach((entity, i) => {
    const { record } = entity;
    const row = i * ENTITY_ROW;
    rows.setUint8(row, ENTITY_TYPES.indexOf(record.type));
    rows.setUint8(row + 1, TIERS.indexOf(record.tier));
    rows.setUint8(row + 2, entity.prior);
    rows.setUint32(row + 4, heads.length, true);
    const plus = hashCues(entity.plus);
    const minus = hashCues(entity.minus);
    const sources = incoming[i] ?? [];
    const hasGraph = (record.rel?.length ?? 0) + sources.length > 0;
    const head = {
      name: record.name,
      title: record.title ?? null,
      qid: record.qid ?? null,
      from: record.valid?.from ?? null,
      to: record.valid?.to ?? null,
      cueStart: cues.length,
      plus: plus.length,
      minus: minus.length,
      graph: hasGraph ? graph.length : -1,
      names: model.namesOf[i] ?? [],
    };
    pushHead(heads, head, model.refs);
    for (const cue of [...plus, ...minus]) cues.push(cue);
    if (hasGraph) pushEdges(graph, record.rel ?? [], sources, model.refs, model.indexOf);
  });
  return {
    entities: section(new Uint8Array(rows.buffer)),
    heads: section(heads.view()),
    cues: numbers(cues),
    graph: section(graph.view()),
  };
}

function hashCues(words: readonly string[]): number[] {
  return [...new Set(words.map((word) => hashWord(word.toLowerCase())))].sort((a, b) => a - b);
}

/** For each entity, who points at it: ascending, no duplicates. */
function incomingEdges(model: PackModel): number[][] {
  const incoming: number[][] = Array.from({ length: model.entities.length }, () => []);
  model.entities.forEach(({ record }, from) => {
    for (const { o } of record.rel ?? []) {
      const list = incoming[model.indexOf(o)];
      if (list && list.at(-1) !== from) list.push(from);
    }
  });
  return incoming;
}

/** Each: varint entity, varint number of groups, for each varint number of alternatives and their strings. */
function writePatterns(model: PackModel): Uint8Array {
  return joinGroups(model.patterns.length, (writer, i) => {
    const { entity, groups } = model.patterns[i] ?? { entity: 0, groups: [] };
    writer.pushVarint(entity);
    writer.pushVarint(groups.length);
    for (const group of groups) {
      writer.pushVarint(group.length);
      for (const word of group) writer.pushVarint(model.refs.string(word));
    }
  });
}

function writeRecords(model: PackModel): { records: Uint8Array; recordIndex: Uint8Array } {
  const bodies = model.entities.map(({ record }) => {
    const writer = new ByteWriter(512);
    pushBody(writer, record, model.refs);
    return writer.view();
  });
  const { index, blocks } = writeRecordBlocks(bodies);
  return { records: blocks, recordIndex: index };
}
