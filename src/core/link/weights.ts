import type { Evidence, FeatureName } from './features';
import { FEATURES, FEATURE_NAMES } from './features';

/**
 * Weights of the logistic model that turns evidence into the probability that a link is right. Fitted by
 * `npm run eval -- --fit` on the development gold sets (method: docs/evaluation.md); first values by hand.
 */
export const WEIGHTS: Record<FeatureName, number> = {
  bias: -2.2, prior: 2.0, margin: 1.5, words2: 1.6, words3: 2.2, exactName: 0.8, length: 0.5, acronym: 0.6,
  needsContext: -2.5, needsContextMet: 2.5, ambiguous: -0.6, corefOnly: -3.5, corefTitle: 1.5, corefCues: 1.0,
  corefPrior: 1.0, metonym: 0, formerName: -0.2, antecedent: 2.5, cues: 1.5, minusCues: -3,
  relatedness: 1.5, direct: 1.0, titleBefore: 1.0, titleOther: -1, prepositionPlace: 0.8, prepositionPerson: -0.6,
  dateline: 1.0, insideKnownPlace: 1.5, sportPlace: -1.0, sportTeam: 1.5, team: -0.8, person: 0, place: 0.3,
  country: 1.0, body: 0, term: -0.6, brief: 0, gazetteer: -0.8, gazetteerSingle: -1.0, lowerCase: -0.5,
  sentenceStart: -0.3, titleCase: -0.3, doubtful: -0.3, doubtfulSingle: -1.2, outOfDate: -3, repeated: 0.3,
}; // prettier-ignore

const FUNCTIONS = FEATURE_NAMES.map((name) => FEATURES[name]);
const FACTORS = FEATURE_NAMES.map((name) => WEIGHTS[name]);

/** Probability, 0 to 1, that the reading is what the span means. */
export function probabilityOf(evidence: Evidence): number {
  let sum = 0;
  for (let i = 0; i < FUNCTIONS.length; i++) sum += (FACTORS[i] ?? 0) * (FUNCTIONS[i]?.(evidence) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
