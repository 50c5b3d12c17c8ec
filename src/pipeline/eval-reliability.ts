import type { Evaluated } from './eval';
import type { Scorer } from './gold';

const BINS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001];

/** Of links with a score in each range, how many were right: what a score is worth. Judged where gold can judge. */
export function reliabilityTable(evaluated: readonly Evaluated[], scorer: Scorer): string {
  const right = BINS.map(() => 0);
  const all = BINS.map(() => 0);
  for (const { gold, predictions } of evaluated) {
    gold.forEach((document, i) => {
      for (const mention of predictions[i]?.mentions ?? []) {
        // The scorer judges one link at a time: right, wrong, or not to be judged here.
        const { tp, fp } = scorer.score([document], [{ id: document.id, mentions: [mention] }], { lenient: true });
        if (tp + fp === 0) continue;
        const bin = BINS.findIndex((limit) => mention.score < limit);
        all[bin] = (all[bin] ?? 0) + 1;
        right[bin] = (right[bin] ?? 0) + tp;
      }
    });
  }
  const rows = BINS.map((limit, i) => {
    const from = i === 0 ? 0 : (BINS[i - 1] ?? 0);
    const share = all[i] ? `${((100 * (right[i] ?? 0)) / (all[i] ?? 1)).toFixed(1)} % right` : '-';
    return `  ${from.toFixed(2)} to ${Math.min(1, limit).toFixed(2)}  ${String(all[i]).padStart(6)} links  ${share}`;
  });
  return `Reliability (all sets):\n${rows.join('\n')}`;
}
