import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -1.44,
  prior: -0.46,
  margin: 1.39,
  words2: 0.1,
  words3: 0.09,
  exactName: 1.08,
  length: 0.4,
  acronym: 0.16,
  needsContext: -1.08,
  needsContextMet: 0.45,
  ambiguous: -0.48,
  corefOnly: -2.82,
  corefTitle: 1.22,
  corefCues: 1.85,
  corefPrior: 0.38,
  metonym: 0,
  formerName: -0.88,
  antecedent: 0.32,
  cues: -0.15,
  minusCues: -0.65,
  relatedness: 0.03,
  direct: 0.21,
  titleBefore: -0.64,
  titleOther: -0.83,
  prepositionPlace: 1.41,
  prepositionPerson: -0.62,
  dateline: 1.34,
  insideKnownPlace: -0,
  sportPlace: -1.28,
  sportTeam: 0.67,
  team: 0.18,
  person: 1.21,
  place: 0.37,
  country: 0.89,
  body: 0.44,
  term: 0.58,
  brief: 0.19,
  gazetteer: -0,
  gazetteerSingle: -0,
  lowerCase: -3.11,
  sentenceStart: 0.41,
  titleCase: -0.54,
  doubtful: -1.68,
  doubtfulSingle: 0.07,
  outOfDate: 0.18,
  repeated: -0.34,
};

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
