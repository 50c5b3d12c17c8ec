import { linkDocument } from '../../src/core/link/link-document';
import type { Block } from '../../src/core/link/types';
import { loadBundledPacks } from '../../src/pipeline/load-packs';
import { articleBlocks } from './articles';
import { measureInterleaved, round } from './measure';

const ROUNDS = 15;
/** Words of the documents that are linked; cost must grow in proportion. */
const LENGTHS = [1_000, 10_000, 100_000, 200_000];

export type LinkResult = Record<string, { ms: number; msPerThousandWords: number }>;

/** Time to link a document once warm, by length. */
export function benchLink(): LinkResult {
  const packs = loadBundledPacks(console.log);
  const documents = LENGTHS.map((words) => articleBlocks(words));
  const run = (blocks: Block[]) => (): void => void linkDocument({ blocks, facts: { date: '2026-01-13' } }, packs);
  const short = documents[0] ?? [];
  for (let i = 0; i < 20; i++) run(short)();
  const results: LinkResult = {};
  LENGTHS.forEach((words, i) => {
    const [time] = measureInterleaved([run(documents[i] ?? [])], words > 20_000 ? 3 : ROUNDS);
    const ms = round(time?.median ?? 0);
    results[String(words)] = { ms, msPerThousandWords: round((ms * 1000) / words) };
    console.log(
      `link, ${words} words: ${ms} ms (highest ${round(time?.highest ?? 0)}), ${round((ms * 1000) / words)} ms a thousand words`,
    );
  });
  return results;
}
