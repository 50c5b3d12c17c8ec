import { spawnSync } from 'node:child_process';
import { round } from './measure';
import { benchNames } from './names';
import { benchPack } from './packs';

export type BuildResult = { seconds: number; peakMb: number; packBytes: number };

/** Writing a pack of each size, in a process of its own, whose peak memory is then that of the writer and its input. */
export function benchBuild(sizes: readonly number[]): Record<string, BuildResult> {
  const results = sizes.map((size) => {
    const run = `const { buildOnce } = await import(${JSON.stringify(import.meta.url)}); buildOnce(${size});`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', run], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(`build of ${size} names failed:\n${child.stderr}`);
    const result = JSON.parse(child.stdout) as BuildResult;
    console.log(`build, ${size} names: ${result.seconds} s, peak ${result.peakMb} MB, ${result.packBytes} bytes`);
    return [String(size), result] as const;
  });
  return Object.fromEntries(results);
}

/** What the child does; prints its result as JSON. */
export function buildOnce(size: number): void {
  const names = benchNames(size);
  const start = performance.now();
  const packBytes = benchPack(names).length;
  const seconds = round((performance.now() - start) / 1000);
  // `maxRSS` is in kilobytes.
  const result: BuildResult = { seconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1024), packBytes };
  process.stdout.write(JSON.stringify(result));
}
