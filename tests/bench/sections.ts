import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchBuild } from './build';
import { benchLoad } from './load';
import { benchMatch } from './match';
import { describeMachine } from './measure';
import { benchLink } from './link';
import { benchMemory } from './memory';
import { benchPage } from './page';
import { benchWorker } from './worker';

/** A child process of the bench imports it from the bundle. */
export { buildOnce } from './build';

/** Names in a pack, from one beat to everything. */
const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** Each section prints its figures and returns what goes into the report under its name. */
const SECTIONS: Record<string, (sizes: readonly number[]) => unknown> = {
  match: benchMatch,
  load: benchLoad,
  build: benchBuild,
  worker: benchWorker,
  memory: benchMemory,
  link: benchLink,
  page: benchPage,
};

/** Runs the sections that the command line names; `arguments_` as after the script's name. */
export async function runSections(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({
    args: arguments_,
    options: {
      sections: { type: 'string', default: Object.keys(SECTIONS).join(',') },
      sizes: { type: 'string', default: SIZES.join(',') },
      report: { type: 'string' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const report: Record<string, unknown> = { machine: describeMachine() };
  console.log(report['machine']);
  for (const section of values.sections.split(',')) {
    const bench = SECTIONS[section];
    if (!bench) throw new Error(`unknown section ${section}; there are ${Object.keys(SECTIONS).join(', ')}`);
    report[section] = await bench(sizes);
  }
  if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify(report, null, 2)}\n`);
}
