import { beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '../../../src/core/kb/open-pack';
import { writePack } from '../../../src/core/kb/write-pack';
import type { CompiledPack } from '../../../src/pipeline/compile';
import { gazetteerPacks } from '../../../src/pipeline/gazetteers';
import { packKnowing } from './gazetteer-known';

/** The real data packages beside a small curated pack. */
describe('the gazetteers', () => {
  let packs: CompiledPack[] = [];
  beforeAll(() => {
    packs = gazetteerPacks([
      packKnowing(
        packKnowing.entity('japan', 'country', 'Japan', { title: 'Japan' }),
        packKnowing.entity('nara', 'city', 'Nara', { title: 'Nara (city)' }),
        packKnowing.entity('abraham-lincoln', 'person', 'Abraham Lincoln'),
      ),
    ]);
  }, 60_000);
  const find = (pack: number, name: string): CompiledPack['entities'][number] | undefined =>
    packs[pack]?.entities.find(({ record }) => record.name === name);

  it('have one licence a pack, with its notice', () => {
    expect(packs.map(({ manifest }) => manifest.licence)).toEqual(['ODbL-1.0', 'CC-BY-4.0', 'WordNet-3.0']);
    for (const { manifest } of packs) expect(manifest.notice.length).toBeGreaterThan(200);
    expect(packs[2]?.manifest.notice).toContain('WordNet 3.0 Copyright 2006 by Princeton University');
  });

  it('hold the world, but nothing that is known already', () => {
    expect(packs.map(({ entities }) => entities.length > 200)).toEqual([true, true, true]);
    expect(find(0, 'Japan')).toBeUndefined();
    expect(find(0, 'France')?.record.title).toBe('France');
    expect(find(1, 'Osaka')?.record.rel).toContainEqual({ p: 'located-in', o: 'japan' });
    expect(packs[1]?.entities.filter(({ record }) => record.title === 'Nara (city)')).toEqual([]);
    expect(find(2, 'Abraham Lincoln')).toBeUndefined();
    expect(find(2, 'Charles Dickens')).toBeDefined();
  });

  it('never clash in their ids, and relate to records that exist', () => {
    const ids = packs.flatMap(({ entities }) => entities.map(({ record }) => record.id));
    expect(new Set(ids).size).toBe(ids.length);
    const all = new Set([...ids, 'japan', 'nara', 'abraham-lincoln']);
    const targets = packs.flatMap(({ entities }) => entities.flatMap(({ record }) => record.rel ?? []));
    expect(targets.filter(({ o }) => !all.has(o))).toEqual([]);
  });

  it('keep the promises of a gazetteer in every record', () => {
    for (const { record, aliases, prior } of packs.flatMap((pack) => pack.entities)) {
      expect(record.tier).toBe('gazetteer');
      expect(record.line.length, record.line).toBeLessThanOrEqual(170);
      expect(record.sources?.[0]?.kind).toBe('dataset');
      expect(aliases.length, record.id).toBeGreaterThan(0);
      expect(prior).toBeGreaterThanOrEqual(2);
      expect(prior).toBeLessThanOrEqual(25);
    }
  });

  it.each(['Most', 'Lee', 'Police', 'Best', 'Obama', 'March'])('never offer %s without context', (word) => {
    const aliases = packs.flatMap(({ entities }) => entities.flatMap((entity) => entity.aliases));
    for (const alias of aliases.filter(({ t }) => t === word)) {
      expect(alias.flags.some((flag) => flag === 'needs-context' || flag === 'coref-only')).toBe(true);
    }
  });

  it('can be written and read back', () => {
    for (const pack of packs) expect(openPack(writePack(pack)).entityCount).toBe(pack.entities.length);
  });
});
