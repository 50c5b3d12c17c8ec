import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -1.03,
  prior: 0,
  margin: 0.28,
  words2: 0.34,
  words3: 0.45,
  exactName: 0.87,
  length: 0.51,
  acronym: -0.34,
  needsContext: -0.08,
  needsContextMet: 0.23,
  ambiguous: -1.29,
  ambiguousAlone: -0.85,
  ambiguousFar: -0.86,
  qualifiedPerson: -0.78,
  qualifiedOther: -1.09,
  abroadPerson: -0.7,
  abroadPlace: 0,
  abroadBody: -0.85,
  hereBody: -0.47,
  hereOther: 0.56,
  corefOnly: -1.78,
  corefTitle: 0.53,
  corefCues: 1.1,
  corefPrior: -1.1,
  metonym: 0,
  formerName: -0.14,
  antecedent: 0.51,
  cues: 0.11,
  minusCues: -0.71,
  relatedness: 0,
  direct: 0.2,
  titleBefore: 0.65,
  titleOther: -0.2,
  prepositionPlace: 0.83,
  prepositionPerson: -0.31,
  dateline: 1.55,
  insideKnownPlace: 0.96,
  sportPlace: -0.35,
  sportDocument: -1.36,
  sportActs: -0.76,
  sportTeam: 0.13,
  team: 0.53,
  person: 1.19,
  place: 0.84,
  country: 0.92,
  body: 1.6,
  term: 0.03,
  brief: 0.74,
  gazetteer: -2.05,
  gazetteerSingle: 0.06,
  full: 0.28,
  acronymLong: 0,
  lowerSingle: -0.9,
  lowerCase: -2.59,
  adjectival: -0.61,
  adjectivalAcronym: 0.03,
  sentenceStart: 0.33,
  titleCase: -0.23,
  doubtful: -0.27,
  doubtfulSingle: -0.25,
  outOfDate: 0,
  repeated: 0.13,
};

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
