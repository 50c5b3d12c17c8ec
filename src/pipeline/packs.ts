import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openPack } from '../core/kb/open-pack';
import type { Pack } from '../core/kb/pack';
import { packSize } from '../core/kb/pack-size';
import { PACKS_FOLDER, buildPacks, readKnowledge } from './build-packs';
import { UsageError, parseArguments, runCommand } from './command-line';
import { checkEditorial } from './editorial-checks';
import { checkCopies, readCopySources } from './editorial-copies';
import { listRecords } from './packs-list';
import { progressBar } from './packs-progress';
import { sharedNamesReport, sizeReport, statsReport } from './packs-report';
import { packStats } from './packs-stats';
import { SourceError } from './source-error';
import type { SourceProblem } from './source-error';

const USAGE = 'Usage: npm run packs -- build | stats [--json] | list [--out F.jsonl] | check';

await runCommand(async () => {
  const { options, rest } = parseArguments(process.argv.slice(2), ['out'], ['json']);
  const [command, ...more] = rest;
  if (more.length > 0) throw new UsageError(USAGE);
  if (command === 'build') return build();
  if (command === 'stats') return stats(options.has('json'));
  if (command === 'list') return list(options.get('out'));
  if (command === 'check') return check();
  throw new UsageError(USAGE);
});

/** Builds what changed and says where the bytes go. */
function build(): number {
  const isNew = buildPacks(console.log, progressBar(process.stderr));
  if (!isNew) console.log('Packs are up to date.');
  const sizes = packFiles().map((file) => ({ id: path.basename(file, '.pack'), size: packSize(readPack(file)) }));
  console.log(`\n${sizeReport(sizes)}`);
  return 0;
}

async function stats(asJson: boolean): Promise<number> {
  const { packs, files } = bundledPacks();
  const counted = await packStats(packs, files);
  console.log(asJson ? JSON.stringify(counted, null, 2) : statsReport(counted));
  return 0;
}

function list(out: string | undefined): number {
  const lines = listRecords(bundledPacks().packs).map((record) => `${JSON.stringify(record)}\n`);
  if (out === undefined) process.stdout.write(lines.join(''));
  else {
    writeFileSync(path.resolve(process.env.SIDELIGHT_CWD ?? '.', out), lines.join(''));
    console.log(`${lines.length} records written to ${out}`);
  }
  return 0;
}

/** All checks of the sources: those of every build, and the comparison with texts that others wrote. */
function check(): number {
  const { packs, bearers } = readKnowledge();
  const cards = packs.flatMap((pack) => pack.cards.map(({ card }) => card));
  const problems: SourceProblem[] = [];
  checkEditorial(cards, problems);
  const sources = readCopySources();
  checkCopies(cards, sources, problems);
  console.log(sharedNamesReport(bearers));
  console.log(
    sources.length > 0
      ? `Compared with ${sources.length} texts for runs of words in common.`
      : 'Copy check: skipped, no texts to compare with (../shared) on this machine.',
  );
  if (problems.length > 0) throw new SourceError(problems);
  console.log(`${cards.length} cards: no problems found.`);
  return 0;
}

/** The packs as shipped, built first when their sources changed; what is reported goes to stderr. */
function bundledPacks(): { packs: Pack[]; files: Uint8Array[] } {
  buildPacks(console.error, progressBar(process.stderr));
  const files = packFiles().map(readPack);
  return { packs: files.map((bytes) => openPack(bytes)), files };
}

function packFiles(): string[] {
  const index: unknown = JSON.parse(readPack('index.json').toString('utf8'));
  return Array.isArray(index) ? index.map(String) : [];
}

function readPack(file: string): Buffer<ArrayBuffer> {
  return readFileSync(path.join(PACKS_FOLDER, file));
}
