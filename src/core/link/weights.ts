import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -1.45,
  prior: 0,
  margin: 1.06,
  words2: 0.28,
  words3: 0.42,
  exactName: 1,
  length: 0.42,
  acronym: -0.39,
  needsContext: -0.56,
  needsContextMet: 0.29,
  ambiguous: -1,
  corefOnly: -2.05,
  corefTitle: 0.46,
  corefCues: 1.9,
  corefPrior: -0.52,
  metonym: 0,
  formerName: 0.11,
  antecedent: 0.52,
  cues: 0.15,
  minusCues: -0.72,
  relatedness: 0,
  direct: 0.44,
  titleBefore: 0.74,
  titleOther: -0.34,
  prepositionPlace: 1.08,
  prepositionPerson: -0.48,
  dateline: 1.43,
  insideKnownPlace: 1.29,
  sportPlace: -1.24,
  sportTeam: 0.89,
  team: 0.09,
  person: 0.99,
  place: 0.6,
  country: 0.63,
  body: 0.92,
  term: 0.31,
  brief: 0.58,
  gazetteer: -2.12,
  gazetteerSingle: -0.01,
  full: 0.09,
  acronymLong: 0,
  lowerSingle: -1,
  lowerCase: -2.85,
  sentenceStart: 0.19,
  titleCase: -0.71,
  doubtful: 0,
  doubtfulSingle: -0.15,
  outOfDate: -0.01,
  repeated: 0.07,
};

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
