import { describe, expect, it } from 'vitest';
import { HEADER_LENGTH, SECTIONS } from '../../../../src/core/kb/format';
import { PackError, openPack, verifyPack } from '../../../../src/core/kb/open-pack';
import { writePack } from '../../../../src/core/kb/write-pack';
import { findAllNames } from '../../../../src/core/match/find-names';
import { samplePack } from './sample-pack';

/** 100,000 in the suite; `FUZZ_RUNS=1000000` for a long run. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const TEXT = 'Freedonia and sylvania: the soup crisis, FRD, 프리도니아는 Flag metonym, Name 3 of region.';
const DIRECTORY_END = HEADER_LENGTH + SECTIONS.length * 16;

const { manifest, entities } = samplePack();
const original = writePack({ manifest, entities: entities.slice(0, 9) });

/** xorshift32 (Marsaglia 2003). */
function createRandom(seed: number): (limit: number) => number {
  let state = seed | 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

type Random = (limit: number) => number;

const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** One of several kinds of damage, most of them small so that it is met late. */
function damage(bytes: Uint8Array, random: Random): void {
  const at = random(bytes.length);
  const kind = random(7);
  if (kind < 3) bytes[at] = random(256);
  else if (kind === 3) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  else if (kind === 4) bytes.copyWithin(at, random(bytes.length), random(bytes.length));
  else if (kind === 5) bytes.fill(random(2) * 255, at, at + random(64));
  else {
    const aligned = (random(2) ? HEADER_LENGTH + random(DIRECTORY_END - HEADER_LENGTH) : at) & ~3;
    const value = random(2) ? (EDGES[random(EDGES.length)] ?? 0) : random(bytes.length);
    if (aligned + 4 <= bytes.length) new DataView(bytes.buffer).setUint32(aligned, value, true);
  }
}

/** Everything that a pack can be asked, for some entity, name and pattern. */
function askEverything(bytes: Uint8Array, random: Random): void {
  const pack = openPack(bytes);
  findAllNames(TEXT, [pack]);
  const entity = random(Math.max(pack.entityCount, 1));
  pack.findEntity('sylvania');
  pack.record(entity);
  pack.neighbours(entity);
  pack.plusCues(entity);
  pack.minusCues(entity);
  pack.validFrom(entity);
  for (const name of pack.namesOf(entity)) pack.postings(name);
  pack.namesWithPrefix('f', 3);
  pack.pattern(random(3));
}

/** What came of it: null for an answer, else the error. */
function outcome(run: () => void): unknown {
  try {
    run();
    return null;
  } catch (error) {
    return error;
  }
}

describe('a damaged pack', () => {
  it('gives answers or typed errors, nothing else', { timeout: 60_000 + RUNS }, () => {
    const random = createRandom(SEED);
    const bytes = original.slice();
    for (let run = 0; run < RUNS; run++) {
      bytes.set(original);
      for (let i = random(3); i >= 0; i--) damage(bytes, random);
      const mutant = random(16) === 0 ? bytes.slice(0, random(bytes.length)) : bytes;
      const error = outcome(() => askEverything(mutant, random));
      if (error !== null && !(error instanceof PackError))
        throw new Error(`mutant ${run} of seed ${SEED}`, { cause: error });
    }
  });

  it('is an equal pack or is refused, once its hash is checked', () => {
    const random = createRandom(SEED);
    for (let run = 0; run < Math.min(RUNS / 20, 50_000); run++) {
      const mutant = original.slice();
      damage(mutant, random);
      const isEqual = Buffer.compare(mutant, original) === 0;
      const error = outcome(() => verifyPack(mutant));
      if (isEqual) expect(error).toBeNull();
      else expect(error).toBeInstanceOf(PackError);
    }
  });
});
