import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -0.93,
  prior: 0,
  margin: 0.2,
  words2: 0.41,
  words3: 0.59,
  exactName: 0.86,
  length: 0.45,
  acronym: -0.35,
  needsContext: -0.06,
  needsContextMet: 0,
  ambiguous: -1.27,
  ambiguousAlone: -0.72,
  ambiguousFar: -0.78,
  qualifiedPerson: 0,
  qualifiedOther: -1.25,
  abroadPerson: -0.58,
  abroadPlace: 0,
  abroadBody: -0.51,
  hereBody: 0,
  hereOther: 0.72,
  corefOnly: -1.88,
  corefTitle: 0.53,
  corefCues: 1.23,
  corefPrior: -1.22,
  metonym: 0,
  formerName: -0.28,
  antecedent: 0.55,
  cues: 0.23,
  minusCues: -0.07,
  relatedness: 0,
  direct: 0,
  titleBefore: 0.61,
  titleOther: -0.18,
  prepositionPlace: 0.79,
  prepositionPerson: -0.32,
  dateline: 1.48,
  insideKnownPlace: 0.97,
  sportPlace: -0.3,
  sportDocument: -1.42,
  sportActs: -0.88,
  sportTeam: 0.19,
  team: 0.66,
  person: 1.21,
  place: 0.81,
  country: 1.01,
  body: 1.19,
  term: -0.15,
  brief: 0.81,
  gazetteer: -2.05,
  gazetteerSingle: 0.09,
  full: 0.3,
  acronymAlone: 0,
  acronymLong: 0,
  lowerSingle: -0.87,
  lowerCase: -2.55,
  adjectival: -0.69,
  adjectivalAcronym: -0.03,
  sentenceStart: 0.41,
  titleCase: -0.32,
  doubtful: -0.53,
  doubtfulSingle: -0.63,
  outOfDate: 0,
  repeated: 0.16,
};

/** A feature without weight need not be looked at. */
const WEIGHTED = FEATURE_NAMES.filter((name) => WEIGHTS[name] !== 0);
const FUNCTIONS = WEIGHTED.map((name) => FEATURES[name]);
const FACTORS = WEIGHTED.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
