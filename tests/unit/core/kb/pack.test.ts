import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, SECTIONS, VERSION_OFFSET } from '../../../../src/core/kb/format';
import { PackError, openPack, packHash, verifyPack } from '../../../../src/core/kb/open-pack';
import { packSize } from '../../../../src/core/kb/pack-size';
import { flagBit } from '../../../../src/core/kb/record';
import { writePack } from '../../../../src/core/kb/write-pack';
import { findNames } from '../../../../src/core/match/find-names';
import { hashWord } from '../../../../src/core/text/hash';
import { MANIFEST, entity, packInput } from '../build-pack';
import { samplePack } from './sample-pack';

/**
 * SHA-256 of the sample pack's bytes under each version of the format. A change here means that packs of one version
 * differ: raise FORMAT_VERSION in format.ts, describe the change in docs/pack-format.md and add a line.
 */
const GOLDEN: Record<number, string> = {
  1: '1efe4d8892703d09a2ed0715a4ebb5bb3e5f60e731d2bd2e21e7482bc213902c',
  2: 'f482af9a9b97e1baf841ccc49c01192825e39a3a373a0dcf78f01f0b4eb5fbf4',
};

const input = samplePack();
const bytes = writePack(input);
const pack = openPack(bytes);

function errorOf(run: () => unknown): PackError {
  try {
    run();
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('a pack', () => {
  it('has the golden bytes of its version', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(GOLDEN[FORMAT_VERSION]);
  });

  it('is the same whatever the order of entities and keys', () => {
    const shuffled = {
      entities: [...input.entities].reverse(),
      manifest: Object.fromEntries(Object.entries(MANIFEST).reverse()),
    };
    expect(Buffer.from(writePack(shuffled as typeof input)).equals(bytes)).toBe(true);
  });

  it('gives back every record', () => {
    for (const { record } of input.entities) expect(pack.record(pack.findEntity(record.id))).toEqual(record);
    expect(pack.manifest).toEqual(MANIFEST);
    expect(pack.entityCount).toBe(input.entities.length);
    expect(pack.findEntity('nobody')).toBe(-1);
  });

  it('answers the linker without opening a record', () => {
    const entityNumber = pack.findEntity('freedonia');
    const other = pack.findEntity('sylvania');
    expect(pack.entityId(entityNumber)).toBe('freedonia');
    expect([pack.entityType(entityNumber), pack.entityTier(entityNumber), pack.prior(entityNumber)]).toEqual([
      'country',
      'full',
      100,
    ]);
    expect([pack.entityName(entityNumber), pack.title(entityNumber), pack.qid(entityNumber)]).toEqual([
      'Freedonia',
      'Freedonia (country)',
      'Q42',
    ]);
    expect([pack.entityName(other), pack.title(other), pack.qid(other)]).toEqual([
      'Not among the names',
      'Freedonia',
      'unusual id',
    ]);
    expect([pack.validFrom(entityNumber), pack.validTo(entityNumber)]).toEqual([19000201, 29991231]);
    expect([pack.validFrom(other), pack.validTo(other)]).toEqual([0, 20201231]);
    expect([...pack.plusCues(entityNumber)]).toEqual([hashWord('duck'), hashWord('soup')].sort((a, b) => a - b));
    expect([...pack.minusCues(entityNumber)]).toEqual([hashWord('film')]);
    expect([...pack.plusCues(other)]).toEqual([]);
  });

  it('walks its relations in both directions', () => {
    const entityNumber = pack.findEntity('freedonia');
    const outward = [hashWord('sylvania'), hashWord('league-elsewhere')].sort((a, b) => a - b);
    expect([...pack.neighbours(entityNumber)]).toEqual(outward);
    expect([...pack.neighbours(pack.findEntity('sylvania'))]).toEqual([hashWord('freedonia')]);
    expect([...pack.neighbours(pack.findEntity('type-team'))]).toEqual([]);
    expect(pack.relations(entityNumber)).toEqual(input.entities[0]?.record.rel);
  });

  it('knows its names, their readings and what they anchor', () => {
    const text = 'Freedonia, FRD or frd: a Soup Crisis';
    const found = findNames(text, [pack]).map(({ name }) => pack.surface(name));
    expect(found).toEqual(['Freedonia', 'FRD', 'soup crisis']);
    const [freedonia, sylvania] = [pack.findEntity('freedonia'), pack.findEntity('sylvania')];
    const [shared] = pack.namesWithPrefix('freedonia', 1);
    expect(pack.postings(shared ?? -1)).toEqual([
      { entity: freedonia, flags: 0, weight: 200, pattern: -1 },
      { entity: sylvania, flags: flagBit('ambiguous') | flagBit('needs-context'), weight: 0, pattern: -1 },
    ]);
    expect(
      pack
        .namesOf(freedonia)
        .map((name) => pack.surface(name))
        .sort(),
    ).toEqual(['FRD', 'Freedonia', '프리도니아']);
    const [anchor] = pack.postings(pack.namesWithPrefix('duck war', 1)[0] ?? -1);
    expect(anchor?.flags).toBe(flagBit('pattern'));
    expect(pack.pattern(anchor?.pattern ?? -1)).toEqual({
      entity: freedonia,
      groups: [['Sylvania', 'border'], ['1933']],
    });
    expect(pack.pattern(1 - (anchor?.pattern ?? 0))).toEqual({ entity: sylvania, groups: [] });
  });

  it('lists names by prefix in order of their folded form', () => {
    const prefixed = openPack(writePack(packInput(entity('a', 'Émile', 'emil', 'Emily', 'Ems', 'Éa', 'F'))));
    const list = (prefix: string, limit = 9) =>
      prefixed.namesWithPrefix(prefix, limit).map((name) => prefixed.surface(name));
    expect(list('EM')).toEqual(['emil', 'Émile', 'Emily', 'Ems']);
    expect(list('ém', 2)).toEqual(['emil', 'Émile']);
    expect(list('x')).toEqual([]);
    expect(list('')).toEqual([]);
  });

  it('reports where its bytes go', () => {
    const { total, sections } = packSize(bytes);
    expect(total).toBe(bytes.length);
    expect(Object.keys(sections)).toEqual([...SECTIONS]);
    expect(Object.values(sections).reduce((sum, size) => sum + size, 0)).toBeLessThan(total);
  });

  it('opens when empty, and from an odd place of a buffer', () => {
    const empty = openPack(writePack(packInput()));
    expect([empty.entityCount, empty.nameCount, findNames('Any text', [empty])]).toEqual([0, 0, []]);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(openPack(shifted.subarray(3)).entityCount).toBe(pack.entityCount);
    expect(openPack(bytes.buffer).entityCount).toBe(pack.entityCount);
  });
});

describe('a pack that is not right', () => {
  it('is refused when another version wrote it, with both versions named', () => {
    const foreign = bytes.slice();
    foreign[VERSION_OFFSET] = FORMAT_VERSION + 1;
    const error = errorOf(() => openPack(foreign));
    expect([error.code, error.expected, error.found]).toEqual([
      'version',
      String(FORMAT_VERSION),
      String(FORMAT_VERSION + 1),
    ]);
  });

  it.each([
    ['magic', () => new TextEncoder().encode('{"entities": []}, a text of more than sixty-four bytes, no pack at all')],
    ['magic', () => new Uint8Array(0)],
    ['truncated', () => bytes.slice(0, 40)],
    ['truncated', () => bytes.slice(0, -8)],
    ['layout', () => withNumber(12, SECTIONS.length + 1)],
    ['layout', () => withNumber(64 + 16 + 4, 0xfffffff8)],
    ['layout', () => withNumber(64 + 16 + 8, 0x7fffffff)],
  ] as const)('%s', (code, make) => {
    expect(errorOf(() => openPack(make())).code).toBe(code);
  });

  it('fails its hash after any change', () => {
    verifyPack(bytes);
    expect(packHash(bytes)).toMatch(/^[0-9a-f]{64}$/);
    for (const at of [8 + 15, 70, 1000, bytes.length - 1]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(errorOf(() => verifyPack(changed)).code).toMatch(/hash|layout/);
    }
  });

  it('says so when asked for what it does not have', () => {
    for (const run of [
      () => pack.record(pack.entityCount), () => pack.entityType(-1), () => pack.surface(pack.nameCount),
      () => pack.postings(0.5 + pack.nameCount), () => pack.pattern(99),
    ]) {
      expect(errorOf(run).code).toBe('range');
    } // prettier-ignore
  });

  function withNumber(at: number, value: number): Uint8Array {
    const changed = bytes.slice();
    new DataView(changed.buffer).setUint32(at, value, true);
    return changed;
  }
});

describe('the writer', () => {
  it.each([
    ['two entities with the id same', packInput(entity('same', 'A'), entity('same', 'B'))],
    ['without any letter', packInput(entity('a', '\u00ad'))],
    ['4096', packInput(entity('a', 'x'.repeat(5000)))],
    ['prior', packInput({ ...entity('a', 'A'), prior: 0 })],
    ['weight', packInput({ ...entity('a'), aliases: [{ t: 'A', flags: [], weight: 256 }] })],
  ])('refuses with "%s"', (message, wrong) => {
    expect(() => writePack(wrong)).toThrow(message === '4096' ? 'bytes' : message);
  });
});
