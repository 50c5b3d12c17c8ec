import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -0.96,
  prior: 0,
  margin: 0.2,
  words2: 0.39,
  words3: 0.58,
  exactName: 0.87,
  length: 0.49,
  acronym: -0.37,
  needsContext: -0.07,
  needsContextMet: 0,
  ambiguous: -1.26,
  ambiguousAlone: -0.74,
  ambiguousFar: -0.72,
  qualifiedPerson: 0,
  qualifiedOther: -1.24,
  abroadPerson: -0.57,
  abroadPlace: 0,
  abroadBody: -0.51,
  hereBody: 0,
  hereOther: 0.72,
  corefOnly: -1.88,
  corefTitle: 0.53,
  corefCues: 1.22,
  corefPrior: -1.22,
  metonym: 0,
  formerName: -0.27,
  antecedent: 0.57,
  cues: 0.28,
  minusCues: -0.58,
  relatedness: 0,
  direct: 0.01,
  titleBefore: 0.61,
  titleOther: -0.17,
  prepositionPlace: 0.79,
  prepositionPerson: -0.33,
  dateline: 1.5,
  insideKnownPlace: 0.97,
  sportPlace: -0.37,
  sportDocument: -1.46,
  sportActs: -0.79,
  sportTeam: 0.18,
  team: 0.66,
  person: 1.23,
  place: 0.82,
  country: 1.03,
  body: 1.2,
  term: -0.15,
  brief: 0.82,
  gazetteer: -2.05,
  gazetteerSingle: 0.09,
  full: 0.27,
  acronymAlone: 0,
  acronymLong: 0,
  lowerSingle: -0.86,
  lowerCase: -2.54,
  adjectival: -0.69,
  adjectivalAcronym: 0,
  sentenceStart: 0.4,
  titleCase: -0.32,
  doubtful: -0.55,
  doubtfulSingle: -0.6,
  outOfDate: 0,
  repeated: 0.17,
};

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
