import { openPack } from '../../src/core/kb/open-pack';
import { findNames } from '../../src/core/match/find-names';
import { measureInterleaved, round } from './measure';
import { benchNames } from './names';
import { benchPack } from './packs';

const ROUNDS = 51;
const TEXT =
  'Officials from Tokyo met Maria Smith in New York on Tuesday, said the ministry, before they left for London.';

export type LoadResult = { openMs: number; firstMatchMs: number; packBytes: number };

/** Opening a pack that is in memory, and opening it and answering a first short text. */
export function benchLoad(sizes: readonly number[]): Record<string, LoadResult> {
  const packs = sizes.map((size) => benchPack(benchNames(size)));
  const contenders = packs.flatMap((bytes) => [
    () => void openPack(bytes),
    () => void findNames(TEXT, [openPack(bytes)]),
  ]);
  const times = measureInterleaved(contenders, ROUNDS);
  const results = sizes.map((size, i) => {
    const result = {
      openMs: round(times[i * 2]?.median ?? 0),
      firstMatchMs: round(times[i * 2 + 1]?.median ?? 0),
      packBytes: packs[i]?.length ?? 0,
    };
    console.log(
      `load, ${size} names (${result.packBytes} bytes): open ${result.openMs} ms (highest ${round(times[i * 2]?.highest ?? 0)}),` +
        ` open and first match ${result.firstMatchMs} ms`,
    );
    return [String(size), result] as const;
  });
  return Object.fromEntries(results);
}
