import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -1.25,
  prior: 0,
  margin: 0.73,
  words2: 0.33,
  words3: 0.48,
  exactName: 0.86,
  length: 0.39,
  acronym: -0.5,
  needsContext: -0.14,
  needsContextMet: 0.13,
  ambiguous: -0.85,
  ambiguousAlone: -0.9,
  ambiguousFar: -0.08,
  qualifiedPerson: -1.82,
  qualifiedOther: -1.08,
  abroadPerson: -0.58,
  abroadPlace: 0,
  abroadBody: -0.66,
  hereBody: 0.07,
  hereOther: 0.43,
  corefOnly: -1.9,
  corefTitle: 0.46,
  corefCues: 1.68,
  corefPrior: -0.91,
  metonym: 0,
  formerName: -0.21,
  antecedent: 0.5,
  cues: 0.2,
  minusCues: -0.86,
  relatedness: 0,
  direct: 0.26,
  titleBefore: 0.65,
  titleOther: -0.28,
  prepositionPlace: 0.67,
  prepositionPerson: -0.51,
  dateline: 1.12,
  insideKnownPlace: 0.97,
  sportPlace: -0.25,
  sportDocument: -1.15,
  sportActs: -0.79,
  sportTeam: 0.24,
  team: 0.73,
  person: 1.22,
  place: 0.89,
  country: 0.77,
  body: 1.24,
  term: 0.11,
  brief: 0.67,
  gazetteer: -2.17,
  gazetteerSingle: -0.03,
  full: 0.25,
  acronymLong: 0,
  lowerSingle: -0.93,
  lowerCase: -2.73,
  adjectival: -0.59,
  adjectivalAcronym: 0.1,
  sentenceStart: 0.47,
  titleCase: -0.31,
  doubtful: -0.22,
  doubtfulSingle: -0.27,
  outOfDate: -0.02,
  repeated: 0.04,
};

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
