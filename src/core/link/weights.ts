import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -1.74,
  prior: 0,
  margin: 1.52,
  words2: 0,
  words3: 0,
  exactName: 1.06,
  length: -0.37,
  acronym: -0.36,
  needsContext: -0.88,
  needsContextMet: 0.26,
  ambiguous: -0.71,
  corefOnly: -2.67,
  corefTitle: 1.1,
  corefCues: 1.85,
  corefPrior: 0.13,
  metonym: 0,
  formerName: -1.29,
  antecedent: 0.09,
  cues: 0.02,
  minusCues: -0.49,
  relatedness: 0,
  direct: 0.23,
  titleBefore: -0.73,
  titleOther: -0.69,
  prepositionPlace: 1.32,
  prepositionPerson: -0.8,
  dateline: 0.81,
  insideKnownPlace: 0.51,
  sportPlace: -1.14,
  sportTeam: 1.23,
  team: -0.75,
  person: 1.32,
  place: 0.66,
  country: 0.71,
  body: 0.79,
  term: 0.2,
  brief: 0.39,
  gazetteer: 0,
  gazetteerSingle: 0,
  lowerCase: -2.74,
  sentenceStart: 0.55,
  titleCase: -0.18,
  doubtful: -0.21,
  doubtfulSingle: 0.05,
  outOfDate: 0.3,
  repeated: -0.26,
};

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
