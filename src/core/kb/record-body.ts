import type { ByteReader, ByteWriter } from './bytes';
import { readDate, pushDate } from './dates';
import { corrupt } from './pack-error';
import type { EntityRecord, Fact, Source, SourceKind, Volatility } from './record';
import { pushText, readStringRef, readText, type Refs, type Tables } from './refs';

/**
 * The part of a record that only its card needs. What the linker needs of it (id, type, tier, name, title, qid,
 * validity, relations) lies in other sections and is not repeated here.
 */
export type RecordBody = Omit<EntityRecord, 'id' | 'qid' | 'type' | 'tier' | 'name' | 'title' | 'valid' | 'rel'>;

const STATUSES = ['reviewed', 'draft', 'auto'] as const;
const SOURCE_KINDS: readonly SourceKind[] = ['reference', 'article', 'dataset'];
const VOLATILITIES: readonly Volatility[] = ['office', 'count', 'membership', 'status'];

/** Presence bits of the optional parts, followed by two bits for the status. */
const HAS_BACKGROUND = 1;
const HAS_NAMES = 2;
const HAS_FACTS = 4;
const HAS_TIMELINE = 8;
const HAS_GEO = 16;
const HAS_SOURCES = 32;
const STATUS_SHIFT = 6;

/** Bits of a fact: two of source kind, then these, then three of volatility (0 = none). */
const FACT_SOURCE = 4;
const FACT_UNTIL = 8;
/** The fact's date is the record's. */
const FACT_SAME_DATE = 16;
const VOLATILITY_SHIFT = 5;

const SOURCE_OUTLET = 4;
const SOURCE_DATE = 8;
const SOURCE_URL = 16;

const GEO_DISPUTED = 1;
/** The coordinate is a whole number of 1e-5 degrees (about a metre) and stored as such, else as a float64. */
const GEO_SCALED = 2;
const GEO_SCALE = 1e5;

export function pushBody(writer: ByteWriter, record: RecordBody, refs: Refs): void {
  const { background, names, facts, timeline, geo, sources } = record;
  const has =
    (background ? HAS_BACKGROUND : 0) |
    (names && Object.keys(names).length > 0 ? HAS_NAMES : 0) |
    (facts?.length ? HAS_FACTS : 0) |
    (timeline?.length ? HAS_TIMELINE : 0) |
    (geo ? HAS_GEO : 0) |
    (sources?.length ? HAS_SOURCES : 0);
  writer.pushVarint(has | (STATUSES.indexOf(record.status) << STATUS_SHIFT));
  writer.pushString(record.line);
  pushDate(writer, record.asOf);
  if (background) writer.pushString(background);
  if (has & HAS_NAMES) pushNames(writer, names ?? {}, refs);
  if (facts?.length) pushList(writer, facts, (fact) => pushFact(writer, fact, record.asOf, refs));
  if (timeline?.length) {
    pushList(writer, timeline, (entry) => {
      pushDate(writer, entry.d);
      writer.pushString(entry.v);
    });
  }
  if (geo) pushGeo(writer, geo);
  if (sources?.length) pushList(writer, sources, (source) => pushSource(writer, source));
}

export function readBody(reader: ByteReader, tables: Tables): RecordBody {
  const has = reader.readVarint();
  const status = STATUSES[has >> STATUS_SHIFT];
  if (status === undefined) throw corrupt('status', `< ${STATUSES.length}`, has >> STATUS_SHIFT);
  const line = reader.readString();
  const asOf = readDate(reader);
  const body: RecordBody = { line, asOf, status };
  if (has & HAS_BACKGROUND) body.background = reader.readString();
  if (has & HAS_NAMES) body.names = readNames(reader, tables);
  if (has & HAS_FACTS) body.facts = readList(reader, () => readFact(reader, asOf, tables));
  if (has & HAS_TIMELINE) {
    body.timeline = readList(reader, () => ({ d: readDate(reader), v: reader.readString() }));
  }
  if (has & HAS_GEO) body.geo = readGeo(reader);
  if (has & HAS_SOURCES) body.sources = readList(reader, () => readSource(reader));
  return body;
}

function pushList<T>(writer: ByteWriter, items: readonly T[], pushItem: (item: T) => void): void {
  writer.pushVarint(items.length);
  items.forEach(pushItem);
}

/** Every item takes a byte at least, so a count beyond the bytes left is an error before any memory is taken. */
function readList<T>(reader: ByteReader, readItem: () => T): T[] {
  const count = reader.readBelow(reader.end - reader.position, 'count');
  return Array.from({ length: count }, readItem);
}

function pushNames(writer: ByteWriter, names: Record<string, string>, refs: Refs): void {
  pushList(writer, Object.keys(names).sort(), (language) => {
    writer.pushVarint(refs.string(language));
    pushText(writer, names[language] ?? '', refs);
  });
}

function readNames(reader: ByteReader, tables: Tables): Record<string, string> {
  const pairs = readList(reader, () => [readStringRef(reader, tables), readText(reader, tables)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function pushFact(writer: ByteWriter, fact: Fact, recordDate: string, refs: Refs): void {
  const volatility = fact.vol === undefined ? 0 : VOLATILITIES.indexOf(fact.vol) + 1;
  writer.pushVarint(
    SOURCE_KINDS.indexOf(fact.src) |
      (fact.source === undefined ? 0 : FACT_SOURCE) |
      (fact.until === undefined ? 0 : FACT_UNTIL) |
      (fact.asOf === recordDate ? FACT_SAME_DATE : 0) |
      (volatility << VOLATILITY_SHIFT),
  );
  writer.pushVarint(refs.string(fact.k));
  writer.pushString(fact.v);
  if (fact.source !== undefined) writer.pushVarint(fact.source);
  if (fact.asOf !== recordDate) pushDate(writer, fact.asOf);
  if (fact.until !== undefined) pushDate(writer, fact.until);
}

function readFact(reader: ByteReader, recordDate: string, tables: Tables): Fact {
  const bits = reader.readVarint();
  const fact: Fact = {
    k: readStringRef(reader, tables),
    v: reader.readString(),
    src: sourceKind(bits & 3),
    asOf: recordDate,
  };
  if (bits & FACT_SOURCE) fact.source = reader.readVarint();
  if (!(bits & FACT_SAME_DATE)) fact.asOf = readDate(reader);
  if (bits & FACT_UNTIL) fact.until = readDate(reader);
  if (bits >> VOLATILITY_SHIFT === 0) return fact;
  const volatility = VOLATILITIES[(bits >> VOLATILITY_SHIFT) - 1];
  if (volatility === undefined) throw corrupt('volatility', `<= ${VOLATILITIES.length}`, bits >> VOLATILITY_SHIFT);
  return { ...fact, vol: volatility };
}

function sourceKind(index: number): SourceKind {
  const kind = SOURCE_KINDS[index];
  if (kind === undefined) throw corrupt('kind of source', `< ${SOURCE_KINDS.length}`, index);
  return kind;
}

function pushSource(writer: ByteWriter, source: Source): void {
  const { title, outlet, date, url } = source;
  writer.pushVarint(
    SOURCE_KINDS.indexOf(source.kind) |
      (outlet === undefined ? 0 : SOURCE_OUTLET) |
      (date === undefined ? 0 : SOURCE_DATE) |
      (url === undefined ? 0 : SOURCE_URL),
  );
  writer.pushString(title);
  if (outlet !== undefined) writer.pushString(outlet);
  if (date !== undefined) pushDate(writer, date);
  if (url !== undefined) writer.pushString(url);
}

function readSource(reader: ByteReader): Source {
  const bits = reader.readVarint();
  const source: Source = { kind: sourceKind(bits & 3), title: reader.readString() };
  if (bits & SOURCE_OUTLET) source.outlet = reader.readString();
  if (bits & SOURCE_DATE) source.date = readDate(reader);
  if (bits & SOURCE_URL) source.url = reader.readString();
  return source;
}

function pushGeo(writer: ByteWriter, geo: NonNullable<EntityRecord['geo']>): void {
  const values = [geo.lat, geo.lon];
  const scaled = values.every((value) => Math.round(value * GEO_SCALE) / GEO_SCALE === value && !Object.is(value, -0));
  writer.pushByte((geo.disputed ? GEO_DISPUTED : 0) | (scaled ? GEO_SCALED : 0));
  for (const value of values) {
    if (scaled) writer.pushSigned(Math.round(value * GEO_SCALE));
    else writer.pushFloat64(value);
  }
}

function readGeo(reader: ByteReader): NonNullable<EntityRecord['geo']> {
  const bits = reader.readByte();
  const coordinate = () => (bits & GEO_SCALED ? reader.readSigned() / GEO_SCALE : reader.readFloat64());
  const geo = { lat: coordinate(), lon: coordinate() };
  return bits & GEO_DISPUTED ? { ...geo, disputed: true } : geo;
}
