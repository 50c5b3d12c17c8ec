import type { CardFact, CardModel, CardRelation, CardRole, Freshness, SourceLabel } from './card';
import { dayRange, includesDay } from './calendar';
import type { Pack } from './pack';
import type { EntityRecord, Fact, Relation, Volatility } from './record';

/** Days after which a volatile fact ages (one half-life) and may be outdated (two): docs/knowledge.md. */
const HALF_LIFE_DAYS: Record<Volatility, number> = { office: 120, count: 365, membership: 365, status: 180 };

const TYPE_LABELS: Partial<Record<EntityRecord['type'], string>> = {
  'heritage-site': 'Heritage site',
  'armed-group': 'Armed group',
  government: 'Government',
  organisation: 'Organisation',
  term: 'Term',
  work: 'Work',
};

const RELATION_LABELS: Record<string, string> = {
  office: 'Office',
  'held-by': 'Held by',
  country: 'Country',
  'member-of': 'Member of',
  party: 'Party',
  'located-in': 'In',
  'part-of': 'Part of',
  'capital-of': 'Capital of',
  'subsidiary-of': 'Belongs to',
  'founded-by': 'Founded by',
  'works-for': 'Works for',
  'plays-for': 'Plays for',
  predecessor: 'Before',
  successor: 'After',
  family: 'Family',
  signatory: 'Signatory',
  belligerent: 'Side',
  about: 'About',
  opposes: 'Against',
  'ally-of': 'Ally of',
  'see-also': 'See also',
};

export type CardContext = {
  /** Date of the article, `YYYY-MM-DD`, where known. */
  date?: string;
  /** Today, `YYYY-MM-DD`: decides which facts have aged. */
  today: string;
};

/** The pack and the number of an entity, or null when no pack has it; earlier packs win. */
export function locateEntity(packs: readonly Pack[], id: string): { pack: Pack; entity: number } | null {
  for (const pack of packs) {
    const entity = pack.findEntity(id);
    if (entity >= 0) return { pack, entity };
  }
  return null;
}

/** The one-line descriptions of entities by id; ids that no pack has are left out. */
export function linesOf(packs: readonly Pack[], ids: readonly string[]): Record<string, string> {
  const lines: [string, string][] = [];
  for (const id of ids) {
    const found = locateEntity(packs, id);
    if (found) lines.push([id, found.pack.record(found.entity).line]);
  }
  return Object.fromEntries(lines);
}

/** The card of an entity, or null when no pack has it. Names of related records come from whichever pack has them. */
export function buildCard(packs: readonly Pack[], id: string, context: CardContext): CardModel | null {
  const found = locateEntity(packs, id);
  if (!found) return null;
  const record = found.pack.record(found.entity);
  const nameOf = (target: string): string | null => {
    const other = locateEntity(packs, target);
    return other ? other.pack.entityName(other.entity) : null;
  };
  const { id: pack, name, licence, attribution } = found.pack.manifest;
  const model: CardModel = {
    entity: id,
    name: record.name,
    type: record.type,
    typeLabel: TYPE_LABELS[record.type] ?? record.type.charAt(0).toUpperCase() + record.type.slice(1),
    tier: record.tier,
    line: record.line,
    background: record.background ?? null,
    nativeNames: nativeNames(record),
    roles: rolesOn(record, nameOf, context),
    holders: holdersOn(record, nameOf, context),
    facts: (record.facts ?? []).map((fact) => cardFact(fact, record, context.today)),
    relations: cardRelations(record, nameOf),
    timeline: (record.timeline ?? []).map(({ d, v }) => ({ date: d, text: v })),
    geo: record.geo ? { ...record.geo, disputed: record.geo.disputed === true } : null,
    links: linksOf(record),
    asOf: record.asOf,
    pack: { id: pack, name, licence, attribution },
  };
  return model;
}

function nativeNames(record: EntityRecord): { lang: string; text: string }[] {
  return Object.entries(record.names ?? {})
    .filter(([, text]) => text !== record.name)
    .map(([lang, text]) => ({ lang, text }));
}

/** Past one half-life since `asOf` a changing fact ages, past two it may be outdated. */
export function freshnessOf(fact: Pick<Fact, 'asOf' | 'vol'>, today: string): Freshness {
  const asOf = dayRange(fact.asOf);
  const now = dayRange(today);
  if (fact.vol === undefined || !asOf || !now) return 'fresh';
  const age = now.first - asOf.last;
  const halfLife = HALF_LIFE_DAYS[fact.vol];
  return age > 2 * halfLife ? 'stale' : age > halfLife ? 'aging' : 'fresh';
}

function cardFact(fact: Fact, record: EntityRecord, today: string): CardFact {
  return {
    label: fact.k,
    value: fact.v,
    source: sourceLabel(fact, record),
    asOf: fact.asOf,
    ...(fact.until === undefined ? {} : { until: fact.until }),
    volatile: fact.vol ?? null,
    freshness: freshnessOf(fact, today),
  };
}

function sourceLabel(fact: Fact, record: EntityRecord): SourceLabel {
  const source = fact.source === undefined ? undefined : record.sources?.[fact.source];
  if (!source) return { text: 'General reference' };
  const text = [source.outlet ?? source.title, source.date && dateInWords(source.date)].filter(Boolean).join(', ');
  return source.url === undefined ? { text } : { text, url: source.url };
}

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** `2026-01-13` as "13 January 2026", with as much precision as there is. */
function dateInWords(date: string): string {
  const [, year = '', month, day] = /^(-?\d+)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (month === undefined) return year || date;
  const name = MONTHS[Number(month) - 1] ?? '';
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function roleOf(relation: Relation, text: string, onDate: string): CardRole {
  return {
    text,
    ...(relation.from === undefined ? {} : { from: relation.from }),
    ...(relation.to === undefined ? {} : { to: relation.to }),
    onDate,
  };
}

/** Offices held on the article's date; without a date, or with no date on the relation, nothing is claimed. */
function rolesOn(record: EntityRecord, nameOf: (id: string) => string | null, { date }: CardContext): CardRole[] {
  if (date === undefined) return [];
  return (record.rel ?? [])
    .filter(
      (relation) => relation.p === 'office' && relation.from !== undefined && isKnownOn(relation, record.asOf, date),
    )
    .map((relation) => roleOf(relation, [relation.v ?? 'Office', nameOf(relation.o)].filter(Boolean).join(', '), date));
}

function holdersOn(
  record: EntityRecord,
  nameOf: (id: string) => string | null,
  { date }: CardContext,
): CardModel['holders'] {
  if (date === undefined) return [];
  return (record.rel ?? []).flatMap((relation) => {
    const name = relation.p === 'held-by' && relation.from !== undefined ? nameOf(relation.o) : null;
    if (name === null || !isKnownOn(relation, record.asOf, date)) return [];
    return [{ ...roleOf(relation, relation.v ?? 'Office', date), entity: relation.o, name }];
  });
}

/**
 * Whether a relation is known to hold on a day. An open end means "not known to have ended" when the record was
 * written, which vouches for a later day only for as long as an office stays fresh.
 */
function isKnownOn(relation: Relation, asOf: string, day: string): boolean {
  if (!includesDay(relation, day)) return false;
  return relation.to !== undefined || freshnessOf({ asOf, vol: 'office' }, day) !== 'stale';
}

function cardRelations(record: EntityRecord, nameOf: (id: string) => string | null): CardRelation[] {
  return (record.rel ?? []).flatMap((relation) => {
    const name = nameOf(relation.o);
    if (name === null) return [];
    const label = relation.p === 'held-by' ? (relation.v ?? 'Held by') : (RELATION_LABELS[relation.p] ?? 'See also');
    const value = relation.v !== undefined && relation.p !== 'held-by' ? `${relation.v}, ${name}` : name;
    const { from, to } = relation;
    const dates = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return [{ label, value, target: relation.o, ...dates }];
  });
}

/** Links are built from checked parts only; a pack cannot smuggle in an address. */
function linksOf(record: EntityRecord): { label: string; url: string }[] {
  const links: { label: string; url: string }[] = [];
  if (record.title !== undefined) {
    const path = encodeURIComponent(record.title.replace(/ /g, '_'));
    links.push({ label: 'Wikipedia', url: `https://en.wikipedia.org/wiki/${path}` });
  }
  if (record.qid !== undefined && /^Q[1-9]\d*$/.test(record.qid)) {
    links.push({ label: 'Wikidata', url: `https://www.wikidata.org/wiki/${record.qid}` });
  }
  return links;
}
