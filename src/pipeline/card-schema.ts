import { ALIAS_FLAGS, ENTITY_TYPES } from '../core/kb/record';
import type { AliasFlag, EntityType, Fact, PartialDate, Relation, Volatility } from '../core/kb/record';
import type { CardSource } from './card-source';
import type { SourceProblem } from './source-error';

/** Longest line and background, in UTF-16 code units (Kindle's cards allow 1,200; a reader's glance takes fewer). */
export const MAX_LINE = 170;
export const MAX_BACKGROUND = 900;

/** What relations may say; `see-also` is for what nothing else fits. */
export const PREDICATES = [
  'office', 'member-of', 'party', 'located-in', 'part-of', 'capital-of', 'subsidiary-of', 'founded-by', 'works-for',
  'plays-for', 'country', 'predecessor', 'successor', 'family', 'signatory', 'belligerent', 'about', 'opposes', 'ally-of',
  'see-also',
] as const; // prettier-ignore
const VOLATILITIES: readonly Volatility[] = ['office', 'count', 'membership', 'status'];
const SENSITIVITIES = ['none', 'contested', 'accusation'] as const;
const STATUSES = ['reviewed', 'draft', 'auto'] as const;

export type AliasSource = { t: string; flags: AliasFlag[]; lang?: string; weight?: number };

/** A card whose fields have the right shapes; what concerns several cards is checked in `check-pack.ts`. */
export type Card = {
  file: string;
  lineOf: CardSource['lineOf'];
  id: string;
  qid?: string;
  type: EntityType;
  name: string;
  title?: string;
  asOf: PartialDate;
  prior: number;
  names: Record<string, string>;
  aliases: AliasSource[];
  patterns: string[][][];
  plus: string[];
  minus: string[];
  line: string;
  background: string;
  facts: (Omit<Fact, 'source'> & { src: Fact['src'] })[];
  rel: Relation[];
  timeline: { d: PartialDate; v: string }[];
  geo?: { lat: number; lon: number; disputed?: boolean };
  valid?: { from?: PartialDate; to?: PartialDate };
  sensitivity: (typeof SENSITIVITIES)[number];
  status: (typeof STATUSES)[number];
};

const PARTIAL_DATE = /^-?\d{1,4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KNOWN_FIELDS = new Set([
  'id', 'qid', 'type', 'name', 'title', 'asOf', 'prior', 'names', 'aliases', 'patterns', 'plus', 'minus', 'line',
  'facts', 'rel', 'timeline', 'geo', 'valid', 'sensitivity', 'status',
]); // prettier-ignore

type Path = readonly (string | number)[];

/** Reads fields one by one and notes, with the line, what each should have been. */
class FieldReader {
  constructor(
    private readonly source: CardSource,
    private readonly problems: SourceProblem[],
  ) {}

  fail(path: Path, message: string): void {
    this.problems.push({ file: this.source.file, line: this.source.lineOf(path), message });
  }

  text(value: unknown, path: Path, what: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value.trim().normalize('NFC');
    this.fail(path, `${what}: expected text, found ${describe(value)}`);
    return '';
  }

  optionalText(value: unknown, path: Path, what: string): string | undefined {
    return value === undefined ? undefined : this.text(value, path, what);
  }

  date(value: unknown, path: Path, what: string): PartialDate {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && PARTIAL_DATE.test(text)) return text;
    this.fail(path, `${what}: expected a date such as 2025, 2025-06 or 2025-06-04, found ${describe(value)}`);
    return '';
  }

  oneOf<T extends string>(value: unknown, allowed: readonly T[], path: Path, what: string): T | undefined {
    if (typeof value === 'string' && (allowed as readonly string[]).includes(value)) return value as T;
    this.fail(path, `${what}: expected one of ${allowed.join(', ')}; found ${describe(value)}`);
    return undefined;
  }

  list(value: unknown, path: Path, what: string): unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.fail(path, `${what}: expected a list, found ${describe(value)}`);
    return [];
  }

  /** Fields of a map; unknown ones are problems, since YAML makes them of an unquoted comma in a text. */
  map(value: unknown, path: Path, what: string, known?: readonly string[]): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const key of Object.keys(value)) {
        if (known && !known.includes(key))
          this.fail([...path, key], `${what}: unknown field "${key}" (a comma in an unquoted text?)`);
      }
      return value as Record<string, unknown>;
    }
    this.fail(path, `${what}: expected "key: value" fields, found ${describe(value)}`);
    return {};
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value).slice(0, 60);
}

/** Checks one card's fields. Adds a problem for each that is wrong; the result is only to be used when none was added. */
export function parseCard(source: CardSource, problems: SourceProblem[]): Card {
  const { fields } = source;
  const read = new FieldReader(source, problems);
  for (const key of Object.keys(fields)) {
    if (!KNOWN_FIELDS.has(key)) read.fail([key], `unknown field "${key}"`);
  }
  const card: Card = {
    file: source.file,
    lineOf: source.lineOf,
    id: read.text(fields.id, ['id'], 'id'),
    type: read.oneOf(fields.type, ENTITY_TYPES, ['type'], 'type') ?? 'term',
    name: read.text(fields.name, ['name'], 'name'),
    asOf: read.date(fields.asOf, ['asOf'], 'asOf'),
    prior: parsePrior(read, fields.prior),
    names: parseNames(read, fields.names),
    aliases: read.list(fields.aliases, ['aliases'], 'aliases').map((alias, i) => parseAlias(read, alias, i)),
    patterns: read.list(fields.patterns, ['patterns'], 'patterns').map((pattern, i) => parsePattern(read, pattern, i)),
    plus: parseWords(read, fields.plus, 'plus'),
    minus: parseWords(read, fields.minus, 'minus'),
    line: read.text(fields.line, ['line'], 'line'),
    background: source.background.normalize('NFC'),
    facts: [],
    rel: read.list(fields.rel, ['rel'], 'rel').map((relation, i) => parseRelation(read, relation, i)),
    timeline: read.list(fields.timeline, ['timeline'], 'timeline').map((step, i) => parseStep(read, step, i)),
    sensitivity: fields.sensitivity === undefined ? 'none' : (read.oneOf(fields.sensitivity, SENSITIVITIES, ['sensitivity'], 'sensitivity') ?? 'none'),
    status: fields.status === undefined ? 'reviewed' : (read.oneOf(fields.status, STATUSES, ['status'], 'status') ?? 'draft'),
  }; // prettier-ignore
  card.facts = read.list(fields.facts, ['facts'], 'facts').map((fact, i) => parseFact(read, fact, i, card.asOf));
  parseOptional(read, fields, card);
  checkLimits(read, card);
  return card;
}

function parseOptional(read: FieldReader, fields: Record<string, unknown>, card: Card): void {
  const qid = read.optionalText(fields.qid, ['qid'], 'qid');
  if (qid !== undefined) {
    if (!/^Q[1-9]\d*$/.test(qid)) read.fail(['qid'], `qid: expected Q and a number, found ${describe(qid)}`);
    card.qid = qid;
  }
  const title = read.optionalText(fields.title, ['title'], 'title');
  if (title !== undefined) card.title = title;
  if (fields.geo !== undefined) card.geo = parseGeo(read, fields.geo);
  if (fields.valid !== undefined) card.valid = parseValid(read, fields.valid);
}

function checkLimits(read: FieldReader, card: Card): void {
  if (card.id !== '' && !ID.test(card.id)) read.fail(['id'], `id: expected words-with-hyphens, found "${card.id}"`);
  if (card.line.length > MAX_LINE) {
    read.fail(['line'], `line: expected at most ${MAX_LINE} characters, found ${card.line.length}`);
  }
  if (card.background.length > MAX_BACKGROUND) {
    read.fail([], `background: expected at most ${MAX_BACKGROUND} characters, found ${card.background.length}`);
  }
}

function parsePrior(read: FieldReader, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100) return value;
  read.fail(['prior'], `prior: expected a whole number from 1 to 100, found ${describe(value)}`);
  return 1;
}

function parseNames(read: FieldReader, value: unknown): Record<string, string> {
  if (value === undefined) return {};
  const entries = Object.entries(read.map(value, ['names'], 'names'));
  for (const [lang] of entries) {
    if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(lang)) read.fail(['names', lang], `names: "${lang}" is no language tag`);
  }
  return Object.fromEntries(entries.map(([lang, name]) => [lang, read.text(name, ['names', lang], `names.${lang}`)]));
}

function parseAlias(read: FieldReader, value: unknown, index: number): AliasSource {
  const path = ['aliases', index];
  if (typeof value === 'string') return { t: read.text(value, path, 'alias'), flags: [] };
  const fields = read.map(value, path, 'alias', ['t', 'flags', 'lang', 'weight']);
  const alias: AliasSource = { t: read.text(fields.t, [...path, 't'], 'alias'), flags: [] };
  for (const flag of read.list(fields.flags, [...path, 'flags'], 'flags')) {
    const known = read.oneOf(flag, ALIAS_FLAGS, [...path, 'flags'], 'flag');
    if (known === 'pattern') read.fail([...path, 'flags'], 'flag: "pattern" is set by the compiler; use `patterns`');
    else if (known) alias.flags.push(known);
  }
  const lang = read.optionalText(fields.lang, [...path, 'lang'], 'lang');
  if (lang !== undefined) alias.lang = lang;
  if (fields.weight !== undefined) {
    if (typeof fields.weight === 'number' && fields.weight >= 0 && fields.weight <= 255) alias.weight = fields.weight;
    else read.fail([...path, 'weight'], `weight: expected 0 to 255, found ${describe(fields.weight)}`);
  }
  return alias;
}

function parsePattern(read: FieldReader, value: unknown, index: number): string[][] {
  const groups = read.list(value, ['patterns', index], 'pattern').map((group, i) =>
    read
      .text(group, ['patterns', index, i], 'pattern term')
      .split('|')
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  );
  if (groups.length < 2) {
    read.fail(['patterns', index], 'pattern: expected an anchor and at least one more term, else it is an alias');
  }
  return groups;
}

function parseWords(read: FieldReader, value: unknown, field: string): string[] {
  return read.list(value, [field], field).map((word, i) => read.text(word, [field, i], field));
}

function parseFact(read: FieldReader, value: unknown, index: number, asOf: PartialDate): Card['facts'][number] {
  const path = ['facts', index];
  const fields = read.map(value, path, 'fact', ['k', 'v', 'src', 'asOf', 'until', 'vol']);
  const fact: Card['facts'][number] = {
    k: read.text(fields.k, [...path, 'k'], 'fact label (k)'),
    v: read.text(fields.v, [...path, 'v'], 'fact value (v)'),
    src:
      fields.src === undefined
        ? 'reference'
        : (read.oneOf(fields.src, ['reference', 'article', 'dataset'] as const, [...path, 'src'], 'src') ??
          'reference'),
    asOf: fields.asOf === undefined ? asOf : read.date(fields.asOf, [...path, 'asOf'], 'asOf'),
  };
  if (fields.until !== undefined) fact.until = read.date(fields.until, [...path, 'until'], 'until');
  if (fields.vol !== undefined) {
    const vol = read.oneOf(fields.vol, VOLATILITIES, [...path, 'vol'], 'vol');
    if (vol) fact.vol = vol;
  }
  return fact;
}

function parseRelation(read: FieldReader, value: unknown, index: number): Relation {
  const path = ['rel', index];
  const fields = read.map(value, path, 'relation', ['p', 'o', 'v', 'from', 'to']);
  const relation: Relation = {
    p: read.oneOf(fields.p, PREDICATES, [...path, 'p'], 'predicate (p)') ?? 'see-also',
    o: read.text(fields.o, [...path, 'o'], 'target (o)'),
  };
  if (fields.v !== undefined) relation.v = read.text(fields.v, [...path, 'v'], 'v');
  if (fields.from !== undefined) relation.from = read.date(fields.from, [...path, 'from'], 'from');
  if (fields.to !== undefined) relation.to = read.date(fields.to, [...path, 'to'], 'to');
  return relation;
}

function parseStep(read: FieldReader, value: unknown, index: number): { d: PartialDate; v: string } {
  const fields = read.map(value, ['timeline', index], 'timeline step', ['d', 'v']);
  return {
    d: read.date(fields.d, ['timeline', index, 'd'], 'timeline date (d)'),
    v: read.text(fields.v, ['timeline', index, 'v'], 'timeline text (v)'),
  };
}

function parseGeo(read: FieldReader, value: unknown): { lat: number; lon: number; disputed?: boolean } {
  const fields = read.map(value, ['geo'], 'geo', ['lat', 'lon', 'disputed']);
  const inRange = (v: unknown, max: number): v is number => typeof v === 'number' && Math.abs(v) <= max;
  if (!inRange(fields.lat, 90)) read.fail(['geo', 'lat'], `lat: expected -90 to 90, found ${describe(fields.lat)}`);
  if (!inRange(fields.lon, 180)) read.fail(['geo', 'lon'], `lon: expected -180 to 180, found ${describe(fields.lon)}`);
  const geo = { lat: Number(fields.lat), lon: Number(fields.lon) };
  return fields.disputed === true ? { ...geo, disputed: true } : geo;
}

function parseValid(read: FieldReader, value: unknown): { from?: PartialDate; to?: PartialDate } {
  const fields = read.map(value, ['valid'], 'valid', ['from', 'to']);
  const valid: { from?: PartialDate; to?: PartialDate } = {};
  if (fields.from !== undefined) valid.from = read.date(fields.from, ['valid', 'from'], 'valid.from');
  if (fields.to !== undefined) valid.to = read.date(fields.to, ['valid', 'to'], 'valid.to');
  return valid;
}
