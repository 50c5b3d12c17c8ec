import type { EntityType } from '../kb/record';
import { foldName } from '../text/fold';
import type { LinkBlock, LinkDocument, Reading, Span } from './document';
import { DEMONYM } from './flags';
import { isOfOtherCountry } from './owners';
import { wordBefore } from './evidence';
import {
  ADDRESSES,
  ANIMALS,
  FUNCTION_WORDS,
  GERMAN_NOUNS,
  GROUP_NOUNS,
  KIN,
  NAMING,
  NAMESAKE_THINGS,
  PRIVATE_TRADES,
  STREETS,
  TITLES,
  TITLE_FIELDS,
  WORKS,
} from './lexicon';
import { isNamePart } from './runs';
import { includesSorted } from './sorted';

/**
 * Whether the words around a span say that it is not what the reading means, however well known that is: one rule a
 * function, each silent where it does not apply. `day` is the article's date as yyyymmdd, 0 when unknown.
 */
export function isExcluded(
  reading: Reading,
  span: Span,
  block: LinkBlock,
  { lang }: LinkDocument,
  day: number,
): boolean {
  const { type } = reading.info;
  return (
    isOfficeOfNext(type, span, block) ||
    isOfOtherCountry(reading, span, block) ||
    liesElsewhere(reading, span, block) ||
    ((lang === 'en' || lang === 'und') && isNamesakeThing(span, block)) ||
    isFirstNameOfKin(type, span, block) ||
    isAddressed(type, span, block) ||
    isGivenName(type, span, block) ||
    isTownOfTeam(type, span, block) ||
    SHIPS.has(wordBefore(span, block)) ||
    isOtherGroup(span, block) ||
    isShoutedWord(span, block) ||
    (lang === 'de' && (isGermanNoun(type, span, block) || span.text.endsWith(' war'))) ||
    isBehindParticle(type, span, block) ||
    isInTitleOfWork(type, span, block) ||
    isInCode(span, block) ||
    isRoad(span, block) ||
    isStreet(type, span, block) ||
    isNamesake(reading, span, block, day)
  );
}

/** Words of offices that also head bodies: "Justice Department", "General Staff". */
const NOT_OFFICES = new Set(['justice', 'general', 'chief', 'judge', 'judges', 'president']);

/** "US Secretary of State Colin Powell": an office directly before its holder introduces the person, nothing else. */
function isOfficeOfNext(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (type !== 'institution' && type !== 'term') return false;
  const next = block.tokens[span.lastToken + 1];
  if (!next || next.gap !== ' ' || !isNamePart(block.tokens, span.lastToken + 1)) return false;
  for (let i = span.firstToken; i <= span.lastToken; i++) {
    const word = block.tokens[i]?.text.toLowerCase() ?? '';
    if (word === 'president' || (TITLES.has(word) && !TITLE_FIELDS.has(word) && !NOT_OFFICES.has(word))) return true;
  }
  return false;
}

const PLACES: ReadonlySet<EntityType> = new Set([
  'country',
  'territory',
  'region',
  'city',
  'place',
  'waterway',
  'heritage-site',
]);
const AREAS: ReadonlySet<EntityType> = new Set(['country', 'territory', 'region']);

/**
 * "Birmingham, Alabama", "Paris, Texas", "Peru, Indiana": the area after the comma is not where the known place lies. In
 * a list ("London, Germany and Spain") the comma says nothing.
 */
function liesElsewhere({ info }: Reading, span: Span, block: LinkBlock): boolean {
  if (!PLACES.has(info.type)) return false;
  const area = areaAfterComma(span, block);
  if (!area) return isBesideUnknownArea(span, block);
  if (isInList(area, block)) return false;
  const areas = area.readings.filter((reading) => AREAS.has(reading.info.type));
  if (info.type === 'country') {
    return areas.every(
      (reading) => reading.info.type !== 'country' && !includesSorted(reading.info.neighbours, info.hash),
    );
  }
  return !areas.some((reading) => liesIn(info, reading));
}

/** The country or region that stands after the span and a comma: "Ohio" after "Columbus". */
export function areaAfterComma(span: Span, block: LinkBlock): Span | null {
  const after = block.tokens[span.lastToken + 1];
  if (!after || !/^,[ \u00a0]$/.test(after.gap)) return null;
  const isArea = ({ readings }: Span): boolean =>
    readings.some(({ info, flags }) => AREAS.has(info.type) && (flags & DEMONYM) === 0);
  return block.spans.find((other) => other.start === after.start && isArea(other)) ?? null;
}

/** "Boston, Lincolnshire": an area that no pack knows, by its ending. */
function isBesideUnknownArea(span: Span, block: LinkBlock): boolean {
  return /^, \p{Lu}\p{L}+(?:shire\b| County\b| Oblast\b| Prefecture\b| Parish\b| Township\b)/u.test(
    block.text.slice(span.end, span.end + 40),
  );
}

function isInList(area: Span, block: LinkBlock): boolean {
  const next = block.tokens[area.lastToken + 1];
  if (!next) return false;
  if (/^(?:and|or|und|et|y|e)$/.test(next.text)) return true;
  const after = block.tokens[area.lastToken + 2];
  return (
    next.gap.startsWith(',') &&
    next.capital &&
    after !== undefined &&
    /^(?:,? and|,) /.test(`${after.gap}${after.text} `)
  );
}

/** Whether a place lies in an area: by its title ("Columbus, Ohio"), a relation, or the country that both have. */
function liesIn(place: Reading['info'], { info: area }: Reading): boolean {
  if (place.area !== '' && area.type !== 'country') return foldName(place.area) === foldName(area.name);
  if (includesSorted(place.neighbours, area.hash)) return true;
  return area.type !== 'country' && place.neighbours.some((hash) => area.countries.includes(hash));
}

/** "Brazil nuts", "King Charles spaniels": a thing that bears the name. */
function isNamesakeThing(span: Span, block: LinkBlock): boolean {
  const next = block.tokens[span.lastToken + 1];
  if (next === undefined || next.gap !== ' ') return false;
  return NAMESAKE_THINGS.has(block.casing === 'sentence' ? next.text : next.text.toLowerCase());
}

/** "His sister Sydney", "his niece, Adelaide": after a word of family stands a first name. */
function isFirstNameOfKin(type: EntityType, span: Span, block: LinkBlock): boolean {
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  if (!first || !before || type === 'person' || span.lastToken > span.firstToken) return false;
  return /^,? $/.test(first.gap) && KIN.has(before.text) && !FUNCTION_WORDS.has(before.text);
}

/** "Mr Chad", "Lady Florence": a form of address makes a person of a place. */
function isAddressed(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (!PLACES.has(type)) return false;
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  return (
    first !== undefined && before !== undefined && /^\.? $/.test(first.gap) && ADDRESSES.has(before.text.toLowerCase())
  );
}

/** "A cat called Cairo", "the frigate Hamburg": a thing that was given the name. */
function isGivenName(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (!PLACES.has(type)) return false;
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  // "The dog, Moscow, barked."
  if (first?.gap === ', ' && before && block.text[span.end] === ',') return ANIMALS.has(before.text);
  return NAMING.has(wordBefore(span, block));
}

/** "In Los Angeles", "moved to Los Angeles": a team may bear its town's name, but that is where it plays. */
function isTownOfTeam(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (type !== 'team' || !span.readings.some(({ info }) => info.type === 'city')) return false;
  const before = wordBefore(span, block);
  if (before === 'to') return MOVES.has(block.tokens[span.firstToken - 2]?.text ?? '');
  return before === 'in' || before === 'near' || before === 'into';
}

/** What stands before the names of warships and liners: "USS Iwo Jima". */
const SHIPS = new Set(['uss', 'usns', 'hms', 'hmcs', 'hmas', 'rms']);

const MOVES = new Set(['moved', 'moves', 'move', 'moving', 'flew', 'fly', 'travelled', 'traveled', 'travel', 'returned', 'return', 'relocated', 'relocate']); // prettier-ignore

/** "Social Democrats", "Christian Democrats": other groups than the ones whose name ends theirs. */
function isOtherGroup(span: Span, block: LinkBlock): boolean {
  if (span.firstToken !== span.lastToken || !GROUP_NOUNS.has(span.text.toLowerCase())) return false;
  const before = block.tokens[span.firstToken - 1];
  const first = block.tokens[span.firstToken];
  if (!before?.capital || first?.gap !== ' ') return false;
  return /^(?:Social|Christian|Liberal|Free|Sweden|Young|National|New|Progressive)$/.test(before.text);
}

/** "BIG CHANGES FOR US ALL": among capitals an acronym that is also a word says nothing. */
function isShoutedWord(span: Span, block: LinkBlock): boolean {
  return block.casing === 'upper' && (span.text === 'US' || FUNCTION_WORDS.has(span.text.toLowerCase()));
}

/** "Hizb ut-Tahrir", "Jaish-e-Mohammed": what stands behind such a particle is the end of a body's name. */
function isBehindParticle(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (type === 'person' || block.text.charCodeAt(span.start - 1) !== 45) return false;
  return /^(?:ut|ul|e|i)$/.test(block.tokens[span.firstToken - 1]?.text ?? '');
}

/** "Das Essen war kalt": in German every noun is written large; a paper or town needs a preposition before it. */
function isGermanNoun(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (span.text === 'Über') return true;
  if (type !== 'city' && type !== 'media') return false;
  const last = block.tokens[span.lastToken]?.text.toLowerCase() ?? '';
  if (!GERMAN_NOUNS.has(last)) return false;
  if (type === 'media') return !/^["”“»«‚‘]/.test(block.text.slice(span.end));
  return !/^(?:in|nach|aus|bei|um)$/.test(wordBefore(span, block));
}

/** A place in the title of a work: the film “Munich”, the song “Georgia on My Mind”. */
function isInTitleOfWork(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (!PLACES.has(type) || !block.hasQuotes) return false;
  const before = block.text.slice(Math.max(0, span.start - 60), span.start);
  const opening = /([\p{L}]+),? ["“‘«„]([^"”’»“]{0,40})$/u.exec(before);
  return opening !== null && WORKS.has((opening[1] ?? '').toLowerCase());
}

/** Addresses, file names, handles and codes: "example.org/Moscow", "Paris.jpg", "@Tokyo", "WHO-3". */
function isInCode(span: Span, block: LinkBlock): boolean {
  // Nearly every name stands between spaces or punctuation; only what is glued to something is looked at closely.
  if (!isGlued(block.text, span.start - 1) && !isGlued(block.text, span.end)) return false;
  const before = /\S*$/.exec(block.text.slice(Math.max(0, span.start - LONGEST_ADDRESS), span.start))?.[0] ?? '';
  const after = /^\S*/.exec(block.text.slice(span.end, span.end + LONGEST_ADDRESS))?.[0] ?? '';
  if (before === '' && after === '') return false;
  if (/:\/\/|www\.|@/.test(before) || /^\.[a-z0-9]{2,5}(?![a-z])/.test(after) || /^_\w|^@\w/.test(after)) return true;
  return /^-\d/.test(after) && /^\p{Lu}+$/u.test(span.text);
}

function isGlued(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Slash, full stop, at sign, low line, hyphen, colon: what addresses and codes are made of.
  return code === 47 || code === 46 || code === 64 || code === 95 || code === 45 || code === 58;
}

/** Characters around a span that are looked at for an address. */
const LONGEST_ADDRESS = 60;

/** "The lorry overturned on the M23": a letter and figures on which, off which or along which something is. */
function isRoad(span: Span, block: LinkBlock): boolean {
  if (span.end - span.start > 4 || !ROAD.test(span.text) || wordBefore(span, block) !== 'the') return false;
  return ON_ROAD.has(block.tokens[span.firstToken - 2]?.text.toLowerCase() ?? '');
}

const ROAD = /^\p{Lu}\d+$/u;
const ON_ROAD = new Set(['on', 'off', 'along', 'onto', 'down', 'via']);

/** "rue de Berlin", "calle Londres". */
function isStreet(type: EntityType, span: Span, block: LinkBlock): boolean {
  if (!PLACES.has(type)) return false;
  let word = wordBefore(span, block);
  if (/^d(?:[aeiou]s?|el|as|os)$/.test(word)) word = block.tokens[span.firstToken - 2]?.text.toLowerCase() ?? '';
  return STREETS.has(word) && block.tokens[span.firstToken - 1]?.text !== 'via';
}

/**
 * A namesake of a public figure: "the plumber David Cameron"; "Tony Blair, 44," of somebody born much earlier or later;
 * "Prince Harry the alpaca".
 */
function isNamesake({ info, flags }: Reading, span: Span, block: LinkBlock, day: number): boolean {
  if (info.type !== 'person' || span.firstToken === span.lastToken || flags === DEMONYM) return false;
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  if (first && before && /^,? $/.test(first.gap) && PRIVATE_TRADES.has(before.text)) return true;
  const after = block.text.slice(span.end, span.end + 14);
  if (/^ the \p{L}/u.test(after)) return true;
  const age = /^,? (?:\()?(\d{1,3})(?=[,).])/.exec(after);
  if (!age || day === 0 || info.validFrom === 0) return false;
  const years = Math.floor(day / 10_000) - Math.floor(info.validFrom / 10_000);
  return Math.abs(years - Number(age[1])) > AGE_SLACK;
}

/** Ages are off by one before a birthday, and by one more where only the year of birth or of the article is near. */
const AGE_SLACK = 2;
