import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -1.05,
  prior: 0,
  margin: 0.2,
  words2: 0.31,
  words3: 0.47,
  exactName: 0.84,
  length: 0.64,
  acronym: -0.47,
  needsContext: 0.02,
  needsContextMet: 0.06,
  ambiguous: -1.28,
  ambiguousAlone: -0.74,
  ambiguousFar: -0.7,
  qualifiedPerson: -0.82,
  qualifiedOther: -1.13,
  abroadPerson: -0.59,
  abroadPlace: 0,
  abroadBody: -0.71,
  hereBody: -0.43,
  hereOther: 0.56,
  corefOnly: -1.9,
  corefTitle: 0.56,
  corefCues: 1.07,
  corefPrior: -1.15,
  metonym: 0,
  formerName: -0.28,
  antecedent: 0.54,
  cues: 0.37,
  minusCues: -0.61,
  relatedness: 0,
  direct: 0.18,
  titleBefore: 0.57,
  titleOther: -0.2,
  prepositionPlace: 0.8,
  prepositionPerson: -0.35,
  dateline: 1.48,
  insideKnownPlace: 0.93,
  sportPlace: -0.38,
  sportDocument: -1.43,
  sportActs: -0.78,
  sportTeam: 0.11,
  team: 0.51,
  person: 1.31,
  place: 0.89,
  country: 1,
  body: 1.53,
  term: -0.08,
  brief: 0.81,
  gazetteer: -2.09,
  gazetteerSingle: 0.06,
  full: 0.23,
  acronymAlone: 0.23,
  acronymLong: 0,
  lowerSingle: -0.88,
  lowerCase: -2.55,
  adjectival: -0.68,
  adjectivalAcronym: 0.11,
  sentenceStart: 0.41,
  titleCase: -0.38,
  doubtful: -0.53,
  doubtfulSingle: -0.59,
  outOfDate: 0,
  repeated: 0.16,
};

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
