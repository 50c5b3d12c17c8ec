import type { ByteReader, ByteWriter } from './bytes';
import { pushDate, readDate } from './dates';
import { corrupt } from './pack-error';
import type { PartialDate } from './record';
import { pushText, readText, type Refs, type Tables } from './refs';

/** What the linker and the card's first line need of an entity, readable without opening its block of records. */
export type EntityHead = {
  name: string;
  title: string | null;
  qid: string | null;
  from: PartialDate | null;
  to: PartialDate | null;
  /** Where its hashes start in `cues`, and how many there are for and against. */
  cueStart: number;
  plus: number;
  minus: number;
  /** Where its edges start in `graph`, -1 where it has none. */
  graph: number;
  names: readonly number[];
};

const SAME_TITLE = 1;
const OWN_TITLE = 2;
const WIKIDATA_ID = 4;
const OTHER_ID = 8;
const HAS_FROM = 16;
const HAS_TO = 32;
const HAS_CUES = 64;
const HAS_GRAPH = 128;

const WIKIDATA = /^Q[1-9]\d{0,8}$/;

export function pushHead(writer: ByteWriter, head: EntityHead, refs: Refs): void {
  const { title, qid, from, to } = head;
  const hasCues = head.plus + head.minus > 0;
  const isWikidata = qid !== null && WIKIDATA.test(qid);
  writer.pushByte(
    (title === null ? 0 : title === head.name ? SAME_TITLE : OWN_TITLE) |
      (qid === null ? 0 : isWikidata ? WIKIDATA_ID : OTHER_ID) |
      (from === null ? 0 : HAS_FROM) |
      (to === null ? 0 : HAS_TO) |
      (hasCues ? HAS_CUES : 0) |
      (head.graph < 0 ? 0 : HAS_GRAPH),
  );
  pushText(writer, head.name, refs);
  if (title !== null && title !== head.name) pushText(writer, title, refs);
  if (qid !== null && isWikidata) writer.pushVarint(Number(qid.slice(1)));
  else if (qid !== null) writer.pushString(qid);
  if (from !== null) pushDate(writer, from);
  if (to !== null) pushDate(writer, to);
  if (hasCues) [head.cueStart, head.plus, head.minus].forEach((value) => writer.pushVarint(value));
  if (head.graph >= 0) writer.pushVarint(head.graph);
  writer.pushVarint(head.names.length);
  head.names.forEach((name, i) => writer.pushVarint(name - (i === 0 ? 0 : (head.names[i - 1] ?? 0))));
}

export function readHead(reader: ByteReader, tables: Tables): EntityHead {
  const bits = reader.readByte();
  const name = readText(reader, tables);
  const head: EntityHead = {
    name,
    title: bits & OWN_TITLE ? readText(reader, tables) : bits & SAME_TITLE ? name : null,
    qid: bits & WIKIDATA_ID ? `Q${reader.readVarint()}` : bits & OTHER_ID ? reader.readString() : null,
    from: bits & HAS_FROM ? readDate(reader) : null,
    to: bits & HAS_TO ? readDate(reader) : null,
    cueStart: bits & HAS_CUES ? reader.readVarint() : 0,
    plus: bits & HAS_CUES ? reader.readVarint() : 0,
    minus: bits & HAS_CUES ? reader.readVarint() : 0,
    graph: bits & HAS_GRAPH ? reader.readVarint() : -1,
    names: readNames(reader, tables),
  };
  return head;
}

function readNames(reader: ByteReader, tables: Tables): number[] {
  const limit = tables.names.count;
  const count = reader.readBelow(Math.min(limit, reader.end - reader.position) + 1, 'count of names');
  const names: number[] = [];
  for (let i = 0, name = 0; i < count; i++) {
    name += reader.readVarint();
    if (name >= limit) throw corrupt('name', `< ${limit}`, name);
    names.push(name);
  }
  return names;
}
