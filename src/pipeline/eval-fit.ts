import type { Pack } from '../core/kb/pack';
import { FEATURE_NAMES, featureValues } from '../core/link/features';
import type { FeatureName } from '../core/link/features';
import * as flag from '../core/link/flags';
import { choicesOf } from '../core/link/link-document';
import { WEIGHTS } from '../core/link/weights';
import type { GoldDocument, Scorer } from './gold';
import { blocksOfText } from './text-blocks';

/** Sets that say of every link whether it is right; sentences made to be hard and tweets would teach the wrong prior. */
const FIT_SETS = [
  'news-fair-dev',
  'msnbc',
  'meantime-en',
  'sel-wikinews',
  'geovirus',
  'reuters-128',
  'rss-500',
  'wiki-fair-v2',
];
const ROUNDS = 3000;
const RATE = 0.5;
/** Pulls weights of rare features towards nothing, so that a few odd cases do not decide. */
const RIDGE = 0.0004;

const NEVER_NEGATIVE = new Set<FeatureName>([
  'prior',
  'margin',
  'words2',
  'words3',
  'exactName',
  'cues',
  'relatedness',
  'direct',
  'antecedent',
  'needsContextMet',
  'full',
  'acronymLong',
  'hereBody',
  'hereOther',
  'corefCues',
  'corefTitle',
]);

/** More of these can only speak against a link. */
const NEVER_POSITIVE = new Set<FeatureName>([
  'qualifiedPerson',
  'qualifiedOther',
  'abroadPerson',
  'abroadPlace',
  'abroadBody',
  'minusCues',
  'outOfDate',
  'sportPlace',
  'acronymAlone',
  'abroadBody',
]);

type Sample = { values: number[]; right: number; weight: number };

/**
 * Fits the linker's weights by logistic regression on what gold can judge, and prints them for `weights.ts`. A link to
 * the right entity counts as right wherever the sets draw its ends ("President Obama", "the Netherlands").
 */
export function fitWeights(
  sets: readonly { set: string; gold: readonly GoldDocument[] }[],
  packs: readonly Pack[],
  scorer: Scorer,
): void {
  const samples = sets
    .filter(({ set }) => FIT_SETS.includes(set))
    .flatMap(({ gold }) => samplesOf(gold, packs, scorer));
  const weights = descend(samples);
  console.log(`${samples.length} judged choices, ${samples.filter(({ right }) => right === 1).length} right`);
  console.log(FEATURE_NAMES.map((name, i) => `  ${name}: ${(weights[i] ?? 0).toFixed(2)},`).join('\n'));
}

function samplesOf(gold: readonly GoldDocument[], packs: readonly Pack[], scorer: Scorer): Sample[] {
  const samples = gold.flatMap((document) => {
    const blocks = blocksOfText(document.text);
    const facts = { lang: document.lang, ...(document.date === undefined ? {} : { date: document.date.slice(0, 10) }) };
    return choicesOf({ blocks, facts }, packs).flatMap(({ span, choice }) => {
      const { reading } = choice.evidence;
      // Short names of people with a full name in the text are coreference's, not the model's.
      if ((reading.flags & flag.COREF_ONLY) !== 0 && choice.evidence.antecedent) return [];
      if (reading.pattern >= 0) return [];
      const offset = blocks[span.block]?.offset ?? 0;
      const title = reading.pack.title(reading.entity);
      const mention = { start: offset + span.start, end: offset + span.end, title };
      const { tp, fp } = scorer.score([document], [{ id: document.id, mentions: [mention] }], {
        lenient: true,
        weak: true,
      });
      return tp + fp === 0 ? [] : [{ values: featureValues(choice.evidence), right: tp, weight: 1 }];
    });
  });
  // Every set counts the same, however many links it has.
  for (const sample of samples) sample.weight = 1 / Math.max(100, samples.length);
  return samples;
}

/** Plain gradient descent on the regularised log loss, from the present weights. */
function descend(samples: readonly Sample[]): number[] {
  const weights: number[] = FEATURE_NAMES.map((name) => WEIGHTS[name]);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const momentum = weights.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => RIDGE * weight);
    for (const { values, right, weight } of samples) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
      const error = ((1 / (1 + Math.exp(-sum)) - right) * weight) / total;
      for (let i = 0; i < weights.length; i++) gradient[i] = (gradient[i] ?? 0) + error * (values[i] ?? 0);
    }
    for (let i = 0; i < weights.length; i++) {
      momentum[i] = 0.9 * (momentum[i] ?? 0) - RATE * (gradient[i] ?? 0);
      weights[i] = (weights[i] ?? 0) + (momentum[i] ?? 0);
      // More of these can only speak for a link; where the samples say otherwise they are too few.
      if (NEVER_NEGATIVE.has(FEATURE_NAMES[i] ?? 'bias')) weights[i] = Math.max(0, weights[i] ?? 0);
      if (NEVER_POSITIVE.has(FEATURE_NAMES[i] ?? 'bias')) weights[i] = Math.min(0, weights[i] ?? 0);
    }
  }
  return weights;
}
