import { cpus } from 'node:os';

/** Times of one contender in milliseconds, over interleaved rounds. */
export type Times = { median: number; lowest: number; highest: number };

/** How long each contender runs unmeasured, so that the engine has compiled it for good, milliseconds. */
const WARM_UP_MS = 1000;

/** Runs all contenders unmeasured, then in turn `rounds` times, so that noise of the machine meets all alike. */
export function measureInterleaved(contenders: readonly (() => void)[], rounds: number): Times[] {
  const times: number[][] = contenders.map(() => []);
  for (const run of contenders) {
    const until = performance.now() + WARM_UP_MS;
    do run();
    while (performance.now() < until);
  }
  for (let i = 0; i < rounds; i++) {
    contenders.forEach((run, contender) => {
      const start = performance.now();
      run();
      times[contender]?.push(performance.now() - start);
    });
  }
  return times.map(summarize);
}

export function summarize(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    lowest: sorted[0] ?? 0,
    highest: sorted.at(-1) ?? 0,
  };
}

export function describeMachine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`;
}

/** To a number of significant digits, for reports. */
export function round(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}
