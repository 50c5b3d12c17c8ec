import type { Evaluated } from './eval';
import type { Scorer } from './gold';

const BINS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001];

/**
 * Of links with a score in each range, how many were right: what a score is worth. Judged where gold can judge, once by
 * the entity (the card that a reader sees) and once by entity and ends.
 */
export function reliabilityTable(evaluated: readonly Evaluated[], scorer: Scorer): string {
  const exact = BINS.map(() => 0);
  const right = BINS.map(() => 0);
  const all = BINS.map(() => 0);
  for (const { gold, predictions } of evaluated) {
    gold.forEach((document, i) => {
      for (const mention of predictions[i]?.mentions ?? []) {
        // The scorer judges one link at a time: right, wrong, or not to be judged here.
        const one = [{ id: document.id, mentions: [mention] }];
        const { tp, fp } = scorer.score([document], one, { lenient: true });
        if (tp + fp === 0) continue;
        const entity = scorer.score([document], one, { lenient: true, weak: true }).tp;
        const bin = BINS.findIndex((limit) => mention.score < limit);
        all[bin] = (all[bin] ?? 0) + 1;
        exact[bin] = (exact[bin] ?? 0) + tp;
        right[bin] = (right[bin] ?? 0) + entity;
      }
    });
  }
  const rows = BINS.map((limit, i) => {
    const from = i === 0 ? 0 : (BINS[i - 1] ?? 0);
    const share = (count = 0): string => (all[i] ? `${((100 * count) / all[i]).toFixed(1)} %` : '-');
    return (
      `  ${from.toFixed(2)} to ${Math.min(1, limit).toFixed(2)}  ${String(all[i]).padStart(6)} links  ` +
      `right entity ${share(right[i])}, with the same ends ${share(exact[i])}`
    );
  });
  return `Reliability (all sets):\n${rows.join('\n')}`;
}
