import type { EntityType } from '../kb/record';
import type { LinkBlock, Reading, Span } from './document';
import * as flag from './flags';
import type { Shape } from './shape';

/** What speaks for and against one reading of one span. Booleans are 0 or 1. */
export type Evidence = {
  reading: Reading;
  span: Span;
  block: LinkBlock;
  shape: Shape;
  /** Cue words near the span, at most 3 counted. */
  cues: number;
  minusCues: number;
  /** Mean overlap of neighbours with the three most related entities of the document, 0 to 1. */
  relatedness: number;
  /** A direct relation to another entity of the document, or a country that both belong to. */
  direct: boolean;
  /** The same entity is linked elsewhere in the document by a stronger name. */
  antecedent: boolean;
  titleBefore: boolean;
  afterPlacePreposition: boolean;
  actsAsState: boolean;
  dateline: boolean;
  /** "Nara, Japan": what follows the comma is a place that the reading is related to. */
  insideKnownPlace: boolean;
  sport: number;
  sportDocument: number;
  home: 'here' | 'abroad' | 'none';
  /** A small word follows that is no function word: "U.S. helicopters". */
  beforeNoun: boolean;
  /** Natural logarithm of this reading's prior over the next best one's; 4 where there is no other. */
  margin: number;
  /** No other reading of the span has what it needs to count here. */
  alone: boolean;
  outOfDate: boolean;
  mentionsInDocument: number;
};

const PERSON: readonly EntityType[] = ['person'];
const PLACES: readonly EntityType[] = [
  'country',
  'territory',
  'region',
  'city',
  'place',
  'waterway',
  'facility',
  'heritage-site',
];
const BODIES: readonly EntityType[] = ['government', 'institution', 'agency', 'court', 'organisation', 'party', 'company', 'media', 'armed-group', 'group', 'team']; // prettier-ignore
const TERMS: readonly EntityType[] = ['term', 'work', 'product', 'law', 'people', 'religion'];

type Feature = (evidence: Evidence) => number;

const has =
  (bit: number): Feature =>
  ({ reading }) =>
    (reading.flags & bit) !== 0 ? 1 : 0;
const typeOf = ({ reading }: Evidence): EntityType => reading.info.type;
const isIn =
  (types: readonly EntityType[]): Feature =>
  (evidence) =>
    types.includes(typeOf(evidence)) ? 1 : 0;
const isPlace = isIn(PLACES);
const isPerson = isIn(PERSON);
const isBody = isIn(BODIES);
const single: Feature = ({ shape }) => (shape.words === 1 ? 1 : 0);

function equalsName({ reading, span }: Evidence): boolean {
  return span.text === reading.info.name;
}

/** Priors from which a name means its best known bearer in the news, brackets in the title or not ("Amazon"). */
const WELL_KNOWN = 60;

/** The span is the very name that needs a disambiguator, of no well-known bearer, and nothing speaks for this one. */
function isSharedName({ reading, span, cues }: Evidence): boolean {
  return span.text === reading.info.shared && reading.info.prior < WELL_KNOWN && cues < 1;
}

/** Written small in a script that has capitals; Chinese characters are neither small nor capital. */
function isLowerCase({ span }: Evidence): boolean {
  const lower = span.text.toLowerCase();
  return span.text === lower && lower !== span.text.toUpperCase();
}

/** Nothing in the document speaks for this reading but its letters. */
export function isUnsupported({ cues, direct, relatedness, home, antecedent }: Evidence): boolean {
  return cues === 0 && !direct && relatedness === 0 && home !== 'here' && !antecedent;
}

/** A lead over the next reading from which another bearer of the name hardly matters. */
const FAR = 2.5;

/** All features by name; the order is that of the report, the weights are in `weights.ts`. */
export const FEATURES = {
  bias: () => 1,
  prior: ({ reading }) => reading.info.lnPrior / 4.6,
  margin: ({ margin }) => Math.max(-2, Math.min(4, margin)) / 4,
  words2: ({ shape }) => (shape.words === 2 ? 1 : 0),
  words3: ({ shape }) => (shape.words >= 3 ? 1 : 0),
  exactName: (evidence) => (equalsName(evidence) ? 1 : 0),
  length: ({ span }) => Math.min(20, span.text.length) / 20,
  acronym: has(flag.ACRONYM),
  needsContext: has(flag.NEEDS_CONTEXT),
  needsContextMet: (e) => ((e.reading.flags & flag.NEEDS_CONTEXT) !== 0 && e.cues >= 1 ? 1 : 0),
  ambiguous: (e) => ((e.reading.flags & flag.AMBIGUOUS) !== 0 && e.margin < FAR ? 1 : 0),
  ambiguousFar: (e) => ((e.reading.flags & flag.AMBIGUOUS) !== 0 && e.margin >= FAR && !e.alone ? 1 : 0),
  ambiguousAlone: (e) => ((e.reading.flags & flag.AMBIGUOUS) !== 0 && e.margin >= FAR && e.alone ? 1 : 0),
  qualifiedPerson: (e) => (isSharedName(e) ? isPerson(e) : 0),
  qualifiedOther: (e) => (isSharedName(e) ? 1 - isPerson(e) : 0),
  abroadPerson: (e) => (e.home === 'abroad' ? isPerson(e) : 0),
  abroadPlace: (e) => (e.home === 'abroad' ? isPlace(e) : 0),
  abroadBody: (e) => (e.home === 'abroad' ? isBody(e) : 0),
  hereBody: (e) => (e.home === 'here' ? isBody(e) : 0),
  hereOther: (e) => (e.home === 'here' ? 1 - isBody(e) : 0),
  corefOnly: has(flag.COREF_ONLY),
  corefTitle: (e) => ((e.reading.flags & flag.COREF_ONLY) !== 0 && e.titleBefore ? 1 : 0),
  corefCues: (e) => ((e.reading.flags & flag.COREF_ONLY) !== 0 ? Math.min(2, e.cues) / 2 : 0),
  corefPrior: (e) => ((e.reading.flags & flag.COREF_ONLY) !== 0 ? e.reading.info.lnPrior / 4.6 : 0),
  metonym: has(flag.METONYM),
  formerName: has(flag.FORMER_NAME),
  antecedent: ({ antecedent }) => (antecedent ? 1 : 0),
  cues: ({ cues }) => Math.min(3, cues) / 3,
  minusCues: ({ minusCues }) => Math.min(2, minusCues) / 2,
  relatedness: ({ relatedness }) => relatedness,
  direct: ({ direct }) => (direct ? 1 : 0),
  titleBefore: (e) => (e.titleBefore && isPerson(e) ? 1 : 0),
  titleOther: (e) => (e.titleBefore && !isPerson(e) ? 1 : 0),
  prepositionPlace: (e) => (e.afterPlacePreposition && isPlace(e) ? 1 : 0),
  prepositionPerson: (e) => (e.afterPlacePreposition && isPerson(e) ? 1 : 0),
  dateline: (e) => (e.dateline && isPlace(e) ? 1 : 0),
  insideKnownPlace: ({ insideKnownPlace }) => (insideKnownPlace ? 1 : 0),
  sportPlace: (e) => (isPlace(e) ? Math.min(3, e.sport) / 3 : 0),
  sportDocument: (e) => (isPlace(e) && !e.afterPlacePreposition ? Math.min(8, e.sportDocument) / 8 : 0),
  sportActs: (e) => (isPlace(e) && !e.afterPlacePreposition ? Math.min(3, e.sport) / 3 : 0),
  sportTeam: (e) => (typeOf(e) === 'team' ? Math.min(3, e.sport) / 3 : 0),
  team: (e) => (typeOf(e) === 'team' ? 1 : 0),
  person: isPerson,
  place: isPlace,
  country: (e) => (typeOf(e) === 'country' ? 1 : 0),
  body: isBody,
  term: isIn(TERMS),
  brief: ({ reading }) => (reading.info.tier === 'brief' ? 1 : 0),
  gazetteer: ({ reading }) => (reading.info.tier === 'gazetteer' ? 1 : 0),
  gazetteerSingle: (e) => (e.reading.info.tier === 'gazetteer' ? single(e) : 0),
  full: ({ reading }) => (reading.info.tier === 'full' ? 1 : 0),
  acronymAlone: (e) => ((e.reading.flags & flag.ACRONYM) !== 0 && isUnsupported(e) ? 1 : 0),
  acronymLong: (e) => ((e.reading.flags & flag.ACRONYM) !== 0 && e.span.text.length >= 4 ? 1 : 0),
  lowerSingle: (e) => (isLowerCase(e) ? single(e) : 0),
  lowerCase: (e) => (isLowerCase(e) ? 1 : 0),
  adjectival: (e) => (isPlace(e) && e.beforeNoun ? 1 : 0),
  adjectivalAcronym: (e) => (e.beforeNoun && (e.reading.flags & flag.ACRONYM) !== 0 ? 1 : 0),
  sentenceStart: (e) => (e.block.tokens[e.span.firstToken]?.sentenceStart === true ? single(e) : 0),
  titleCase: ({ block }) => (block.casing === 'sentence' ? 0 : 1),
  doubtful: ({ shape }) => (shape.doubtfulNeighbour ? 1 : 0),
  doubtfulSingle: (e) => (e.shape.doubtfulNeighbour ? single(e) : 0),
  outOfDate: ({ outOfDate }) => (outOfDate ? 1 : 0),
  repeated: ({ mentionsInDocument }) => Math.min(4, mentionsInDocument - 1) / 4,
} satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as FeatureName[];

/** Values of all features, in the order of `FEATURE_NAMES`. */
export function featureValues(evidence: Evidence): number[] {
  return FEATURE_NAMES.map((name) => FEATURES[name](evidence));
}
