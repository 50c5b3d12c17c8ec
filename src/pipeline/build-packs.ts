import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writePack } from '../core/kb/write-pack';
import { checkPacks } from './check-packs';
import type { NameBearers } from './check-packs';
import { BUILDER, compilePack } from './compile';
import type { CompiledPack } from './compile';
import { dictionaryWords } from './dictionary';
import { GAZETTEER_FOLDER } from './gazetteer-corrections';
import { checkEditorial } from './editorial-checks';
import { gazetteerPacks } from './gazetteers';
import { readPackSource } from './pack-source';
import type { PackSource } from './pack-source';
import type { Progress } from './packs-progress';
import { addReverseRelations } from './reverse-relations';
import { SourceError } from './source-error';
import type { SourceProblem } from './source-error';

export const KNOWLEDGE_FOLDER = 'assets/knowledge';
/** Where WXT picks up files to ship unchanged. */
export const PACKS_FOLDER = 'public/packs';
const STAMP = '.cache/packs.json';

export type BuiltPack = { file: string; bytes: Uint8Array; compiled: CompiledPack };

/** Reads and checks all sources. Throws a `SourceError` with every problem found. */
export function readKnowledge(folder = KNOWLEDGE_FOLDER): { packs: PackSource[]; bearers: NameBearers } {
  const problems: SourceProblem[] = [];
  const packs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readPackSource(path.join(folder, entry.name), problems))
    // The smaller the tier the more its records are trusted; the worker opens packs in this order.
    .sort((a, b) => a.description.tier - b.description.tier || (a.description.id < b.description.id ? -1 : 1));
  if (problems.length > 0) throw new SourceError(problems);
  const bearers = checkPacks(packs, dictionaryWords(), problems);
  checkEditorial(
    packs.flatMap((pack) => pack.cards.map(({ card }) => card)),
    problems,
  );
  if (problems.length > 0) throw new SourceError(problems);
  return { packs, bearers };
}

/** Compiles all packs, in the order in which the worker opens them. */
export function compileKnowledge(folder = KNOWLEDGE_FOLDER, progress: Progress = () => undefined): BuiltPack[] {
  progress(0, 3, 'reading and checking sources');
  const { packs, bearers } = readKnowledge(folder);
  const compiled = packs.map((pack) => compilePack(pack, bearers));
  progress(1, 3, 'gazetteers');
  compiled.push(...gazetteerPacks(compiled));
  addReverseRelations(compiled);
  const steps = 2 + compiled.length;
  const built = compiled.map((pack, i) => {
    progress(2 + i, steps, `writing ${pack.manifest.id}`);
    return { file: `${pack.manifest.id}.pack`, bytes: writePack(pack), compiled: pack };
  });
  progress(steps, steps, 'built');
  return built;
}

/**
 * Builds the bundled packs into `public/packs`, unless sources, compiler and result are those of the last build.
 * Returns whether anything was built. Throws a `SourceError` when sources are wrong; the old packs then stay.
 */
export function buildPacks(report: (line: string) => void, progress?: Progress): boolean {
  const stamp = stampOf();
  if (existsSync(STAMP) && existsSync(path.join(PACKS_FOLDER, 'index.json')) && readFileSync(STAMP, 'utf8') === stamp) {
    return false;
  }
  const built = compileKnowledge(KNOWLEDGE_FOLDER, progress);
  // Written elsewhere and then put in place, so that nobody reads or ships a half-written folder.
  const fresh = `.cache/packs-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  for (const { file, bytes, compiled } of built) {
    writeFileSync(path.join(fresh, file), bytes);
    report(`${file}: ${compiled.entities.length} records, ${Math.round(bytes.length / 1024)} KB`);
  }
  writeFileSync(path.join(fresh, 'index.json'), `${JSON.stringify(built.map(({ file }) => file))}\n`);
  rmSync(PACKS_FOLDER, { recursive: true, force: true });
  mkdirSync(path.dirname(PACKS_FOLDER), { recursive: true });
  renameSync(fresh, PACKS_FOLDER);
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
  return true;
}

/** Hash of everything that decides the packs' bytes. */
function stampOf(): string {
  const hash = createHash('sha256').update(BUILDER);
  for (const folder of [KNOWLEDGE_FOLDER, GAZETTEER_FOLDER, 'src/pipeline', 'src/core/kb', 'src/core/text']) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile()) hash.update(file).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}
