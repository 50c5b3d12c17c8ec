import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -1.47,
  prior: 0,
  margin: 1.32,
  words2: 0.11,
  words3: 0.32,
  exactName: 1.09,
  length: 0.45,
  acronym: -0.45,
  needsContext: -0.22,
  needsContextMet: 0.17,
  ambiguous: -0.98,
  corefOnly: -2.74,
  corefTitle: 0.39,
  corefCues: 2.14,
  corefPrior: 0.21,
  metonym: 0,
  formerName: -1.55,
  antecedent: 0.51,
  cues: 0.2,
  minusCues: -0.83,
  relatedness: 0,
  direct: 0.34,
  titleBefore: 1.16,
  titleOther: -0.3,
  prepositionPlace: 1.21,
  prepositionPerson: -0.82,
  dateline: 1.03,
  insideKnownPlace: 0.54,
  sportPlace: -1.22,
  sportTeam: 1.14,
  team: -0.49,
  person: 0.97,
  place: 0.41,
  country: 0.9,
  body: 0.94,
  term: 0.54,
  brief: 0.43,
  gazetteer: 0,
  gazetteerSingle: 0,
  full: 0,
  acronymLong: 0,
  lowerSingle: -0.89,
  lowerCase: -3.05,
  sentenceStart: 0.36,
  titleCase: -0.46,
  doubtful: -0.05,
  doubtfulSingle: -0.18,
  outOfDate: 0.46,
  repeated: -0.28,
};

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
