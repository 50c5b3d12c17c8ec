import * as evidenceOf from './evidence';
import type { LinkBlock, LinkDocument, Reading, Span } from './document';
import { isUnsupported } from './features';
import type { Evidence } from './features';
import * as flag from './flags';
import { isExcluded } from './exclusions';
import { isCutFromWord } from './cjk';
import { patternHolds } from './patterns';
import { NAME_HEADS } from './lexicon';
import type { Shape } from './shape';
import { relatednessOf } from './relatedness';
import type { Related } from './relatedness';
import { includesSorted } from './sorted';
import { probabilityOf } from './weights';

/** What the document as a whole says: filled in by the first pass, used by the second. */
export type DocumentSense = {
  /** Ids linked by a strong name, with their neighbours: the document's company. */
  company: Map<string, { hash: number; neighbours: Uint32Array }>;
  /** Ids that the document names in full, by several words. */
  fullyNamed: Set<string>;
  /** Ids that earlier blocks of the same story named in full. */
  introduced: Set<string>;
  /** How many spans of the document each entity might be named by. */
  counts: Map<string, number>;
  /** How often the document names each country, by name or nationality; by hash of the id. */
  countries: Map<number, number>;
  /** Article date as yyyymmdd, 0 when unknown. */
  day: number;
  /** Relatedness to the company by entity; to be emptied whenever the company changes. */
  related: Map<string, Related>;
};

export type Choice = { evidence: Evidence; score: number; others: { reading: Reading; score: number }[] };

/**
 * Probability of what an editor's rule decides rather than the model, which has hardly seen any: a pattern whose terms
 * all stand in one sentence, an agency's credit in a dateline, a capital that acts as its government, a long acronym that
 * nothing else bears.
 */
const SURE_RULE = 0.9;
const LIKELY_RULE = 0.85;
/** Cue words from which letters mean what these speak for. */
const SPEAKING = 2;

function ruledScore({ reading, cues }: Weighed, span: Span, block: LinkBlock): number | null {
  const { pattern, flags, info } = reading;
  if (pattern >= 0 || (flags & flag.DATELINE_ONLY) !== 0) return SURE_RULE;
  if (info.type === 'media' && evidenceOf.isAgencyCredit(span, block)) return SURE_RULE;
  // Letters among words that an editor gave to one of their bearers: "ICC" beside "prosecutor" and "war crimes".
  if (isSpokenFor(reading, cues)) return LIKELY_RULE;
  if ((flags & flag.METONYM) !== 0) return LIKELY_RULE;
  const isOwnAcronym = (flags & flag.ACRONYM) !== 0 && (flags & (flag.AMBIGUOUS | flag.NEEDS_CONTEXT)) === 0;
  return isOwnAcronym && info.tier === 'full' && span.text.length >= 4 && span.readings.length === 1
    ? LIKELY_RULE
    : null;
}

function isSpokenFor({ flags, info }: Reading, { plus, minus }: Weighed['cues']): boolean {
  return (
    (flags & flag.ACRONYM) !== 0 && info.tier === 'full' && info.type !== 'country' && plus >= SPEAKING && minus === 0
  );
}

/** "Charlotte Greenfield" in a list of names: among capitals a lesser name that nothing speaks for is part of another. */
function isLoneAmongCapitals(evidence: Evidence): boolean {
  const { shape, reading } = evidence;
  if (!shape.doubtfulNeighbour || shape.words > 1 || reading.info.tier === 'full') return false;
  return isUnsupported(evidence);
}

/** "CHINA WARNS JAPAN": among capitals a country beside what states do, or one that the story names as well. */
function isNamedByShouting({ reading, span, block, mentionsInDocument }: Evidence): boolean {
  if (block.casing !== 'upper' || reading.info.type !== 'country' || reading.info.shared !== '') return false;
  if (NAME_HEADS.has(evidenceOf.wordAfter(span, block))) return false;
  return mentionsInDocument > 1 || evidenceOf.standsBesideStateVerb(span, block);
}

/** Margin of a reading that is the only one. */
const NO_OTHER = 99;

/** Below this no candidate is even remembered as an alternative. */
const FLOOR = 0.15;

/** The best reading of a span with its probability, or null when no reading is possible at all. */
export function chooseReading(
  span: Span,
  block: LinkBlock,
  shape: Shape,
  document: LinkDocument,
  sense: DocumentSense,
): Choice | null {
  const possible = span.readings.filter((reading) => isPossible(reading, span, block, document, sense.day));
  if (possible.length === 0) return null;
  const weighed = possible
    .map((reading) => weigh(reading, span, block, document, sense))
    .sort((a, b) => b.rank - a.rank);
  const startsSentence = block.tokens[span.firstToken]?.sentenceStart === true;
  const scored = weighed.filter((one) => hasItsContext(one, sense, startsSentence));
  const [first, second] = scored;
  if (!first) return null;
  const margin = second ? first.rank - second.rank : NO_OTHER;
  const evidence = gather(first, span, block, shape, document, sense, margin);
  if (isLoneAcronym(evidence) && !evidenceOf.isAgencyCredit(span, block)) return null;
  if (isLoneAmongCapitals(evidence)) return null;
  const isRuled = isNamedByShouting(evidence);
  const score = Math.max(ruledScore(first, span, block) ?? 0, isRuled ? LIKELY_RULE : 0, probabilityOf(evidence));
  const others = scored
    .slice(1, 4)
    .map(({ reading, rank }) => ({ reading, score: score * Math.exp(Math.min(0, rank - first.rank)) }))
    .filter((other) => other.score >= FLOOR);
  return { evidence, score, others };
}

/** Three letters stand for many things; alone in a text that speaks of nothing else of theirs they stay unexplained. */
const LONE_ACRONYM = /^\p{Lu}{2,3}$/u;

/** Priors from which letters need no support: the UN, the EU, the CIA. */
const WELL_KNOWN = 62;

function isLoneAcronym(evidence: Evidence): boolean {
  const { reading, span } = evidence;
  const { type, prior } = reading.info;
  if ((reading.flags & flag.ACRONYM) === 0 || type === 'country' || prior >= WELL_KNOWN) return false;
  if ((reading.flags & flag.DATELINE_ONLY) !== 0) return false;
  return LONE_ACRONYM.test(span.text) && isUnsupported(evidence);
}

/** Short texts whose language nothing tells are read as English. */
function isEnglish(lang: string): boolean {
  return lang === 'en' || lang === 'und';
}

/** What can be excluded without weighing: nationality words, datelines elsewhere, patterns whose terms are missing. */
function isPossible(reading: Reading, span: Span, block: LinkBlock, document: LinkDocument, day: number): boolean {
  if ((reading.flags & flag.DEMONYM) !== 0) return false;
  if ((reading.flags & flag.OTHER_LANGUAGE) !== 0 && isEnglish(document.lang)) return false;
  // "IA" is Iowa in English texts alone.
  if (reading.info.type === 'region' && (reading.flags & flag.ACRONYM) !== 0 && !isEnglish(document.lang)) return false;
  if ((reading.flags & flag.DATELINE_ONLY) !== 0) {
    return evidenceOf.isDateline(span, block) || evidenceOf.isAgencyCredit(span, block);
  }
  if (reading.pattern >= 0) return patternHolds(reading, span, block);
  if ((reading.flags & flag.METONYM) !== 0 && !evidenceOf.actsAsState(span, block)) return false;
  if (evidenceOf.isPlainWord(span, block) || evidenceOf.isPartOfTitle(reading.info.type, span, block)) return false;
  return !isCutFromWord(span, block, document.lang) && !isExcluded(reading, span, block, document, day);
}

/** One reading with what decides between readings and what the probability is made of. */
type Weighed = {
  reading: Reading;
  rank: number;
  cues: { plus: number; minus: number };
  related: Related;
  /** "Nara, Japan": what follows is the area that the place lies in. */
  isPlaced: boolean;
  /** After "in", "near" and the like, in a block whose capitals mean names. */
  afterPreposition: boolean;
  /** Beside a verb of sport, as in "Chelsea beat Arsenal". */
  plays: boolean;
};

/**
 * A name that is also an ordinary word, or mostly means something else, counts only with a cue in its block, two in the
 * document, or a fuller name of the same entity in the story; a place also in the company of its country ("Nice" in a
 * story that names France), but not where a sentence begins.
 */
function hasItsContext(
  { reading, cues, related, isPlaced, plays, afterPreposition }: Weighed,
  sense: DocumentSense,
  startsSentence: boolean,
): boolean {
  // Words that an editor named as speaking against it, and none that speak for it.
  // A country whose very title needs a disambiguator ("Georgia (country)") is no surer than other names.
  const isCertain = reading.info.type === 'country' && reading.info.shared === '';
  if (cues.minus >= (isCertain ? 3 : 1) && cues.plus < 1) return false;
  if ((reading.flags & flag.NEEDS_CONTEXT) === 0) return true;
  if (cues.plus >= 1 || sense.fullyNamed.has(reading.id) || isPlaced) return true;
  const { type, tier } = reading.info;
  if (type === 'team' && plays) return true;
  if (type !== 'city' && type !== 'region') return false;
  // "In Nice", "through Reading": written large inside a sentence after such a word, it is the place.
  return (related.direct && !startsSentence) || (afterPreposition && tier !== 'gazetteer');
}

/** How the readings of one span are compared with each other (docs/evaluation.md, Choice); natural logarithms. */
function weigh(reading: Reading, span: Span, block: LinkBlock, document: LinkDocument, sense: DocumentSense): Weighed {
  const { info, flags } = reading;
  const { type } = info;
  const cues = evidenceOf.cueHits(reading, block, document);
  const related = relatednessOf(reading, sense);
  const isCompany = sense.fullyNamed.has(reading.id);
  let rank = info.lnPrior;
  if (span.text === info.name) rank += 1.5;
  rank += Math.min(2, cues.plus) - 2 * Math.min(2, cues.minus);
  rank += 2 * related.mean + (related.direct ? 1 : 0);
  if (isCompany) rank += 1.5;
  if (isOutOfDate(reading, sense.day)) rank -= 3;
  if ((flags & flag.COREF_ONLY) !== 0 && !isCompany) rank -= 2.5;
  if ((flags & flag.METONYM) !== 0) rank += 3;
  if ((flags & flag.NEEDS_CONTEXT) !== 0 && cues.plus < 1) rank -= 2;
  if (info.tier === 'gazetteer') rank -= 1;
  if (type === 'person' && evidenceOf.hasTitleBefore(span, block)) rank += 1;
  const isBehindPreposition = evidenceOf.standsAfterPlacePreposition(span, block);
  if (type === 'city' && isBehindPreposition) rank += 0.5;
  const isPlaced = isInsideNextPlace(reading, span, block);
  const plays = block.sport >= 2 && evidenceOf.standsBesideSportVerb(span, block);
  if (type === 'team') rank += plays ? 3 : block.sport >= 2 ? 1 : -1.5;
  if (isPlaced) rank += 4;
  const afterPreposition = block.casing === 'sentence' && isBehindPreposition;
  return { reading, rank, cues, related, isPlaced, plays, afterPreposition };
}

function gather(
  { reading, cues, related, isPlaced }: Weighed,
  span: Span,
  block: LinkBlock,
  shape: Shape,
  document: LinkDocument,
  sense: DocumentSense,
  margin: number,
): Evidence {
  return {
    reading,
    span,
    block,
    shape,
    cues: cues.plus,
    minusCues: cues.minus,
    relatedness: related.mean,
    direct: related.direct,
    antecedent: shape.words === 1 && sense.fullyNamed.has(reading.id),
    titleBefore: evidenceOf.hasTitleBefore(span, block),
    afterPlacePreposition: evidenceOf.standsAfterPlacePreposition(span, block),
    actsAsState: evidenceOf.actsAsState(span, block),
    dateline: evidenceOf.isDateline(span, block),
    insideKnownPlace: isPlaced,
    sport: block.sport,
    sportDocument: document.sport,
    home: related.home,
    beforeNoun: isEnglish(document.lang) && evidenceOf.standsBeforeNoun(span, block),
    margin: Math.min(4, margin),
    alone: margin === NO_OTHER,
    outOfDate: isOutOfDate(reading, sense.day),
    mentionsInDocument: sense.counts.get(reading.id) ?? 1,
  };
}

/** A treaty cannot be in the news before it was thought of; two years of talk before the start are allowed. */
function isOutOfDate({ info }: Reading, day: number): boolean {
  if (day === 0 || info.validFrom === 0) return false;
  // People are in the news from youth on, bodies and events shortly before they begin.
  return info.type === 'person' ? day < info.validFrom + 120_000 : day < info.validFrom - 20_000;
}

function isInsideNextPlace(reading: Reading, span: Span, block: LinkBlock): boolean {
  const next = evidenceOf.spanAfterComma(span, block);
  if (!next) return false;
  const { neighbours, area } = reading.info;
  return next.readings.some(({ info }) => includesSorted(neighbours, info.hash) || (area !== '' && info.name === area));
}
