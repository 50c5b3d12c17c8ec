import { describe, expect, it } from 'vitest';
import { openPack } from '../../../src/core/kb/open-pack';
import { writePack } from '../../../src/core/kb/write-pack';
import type { Card } from '../../../src/pipeline/card-schema';
import { checkPacks } from '../../../src/pipeline/check-packs';
import { compilePack } from '../../../src/pipeline/compile';
import type { CompiledPack } from '../../../src/pipeline/compile';
import type { PackSource } from '../../../src/pipeline/pack-source';
import { addReverseRelations } from '../../../src/pipeline/reverse-relations';
import { DESCRIPTION, cardOf, packOf } from './cards';

function compiled(pack: PackSource): CompiledPack {
  return compilePack(pack, checkPacks([pack], new Set(), []));
}

const PRESIDENT: Card = cardOf({
  id: 'lee-jae-myung',
  type: 'person',
  name: 'Lee Jae Myung',
  title: 'Lee Jae-myung',
  rel: [{ p: 'office', o: 'south-korea', v: 'President', from: '2025-06-04' }],
  plus: ['Seoul'],
});
const KOREA: Card = cardOf({ id: 'south-korea', type: 'country', name: 'South Korea', geo: { lat: 36, lon: 128 } });

describe('compiling', () => {
  it('gives equal bytes for equal sources, in whatever order they were read', () => {
    const one = writePack(compiled(packOf(PRESIDENT, KOREA)));
    const other = writePack(compiled(packOf(KOREA, PRESIDENT)));
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('carries every field into the pack', () => {
    const pack = openPack(writePack(compiled(packOf(PRESIDENT, KOREA))));
    const korea = pack.findEntity('south-korea');
    expect(pack.record(korea)).toMatchObject({ name: 'South Korea', tier: 'full', geo: { lat: 36, lon: 128 } });
    const lee = pack.findEntity('lee-jae-myung');
    expect(pack.title(lee)).toBe('Lee Jae-myung');
    expect(pack.record(lee).rel).toEqual(PRESIDENT.rel);
    expect(pack.manifest).toMatchObject({ id: 'test', licence: 'MIT', notice: 'MIT License' });
  });

  it('flags a name as ambiguous when another record bears it', () => {
    const clash = [
      cardOf({ id: 'a', aliases: [{ t: 'PPP', flags: ['acronym'] }] }),
      cardOf({ id: 'b', aliases: [{ t: 'PPP', flags: ['acronym', 'ambiguous'] }] }),
    ];
    const flags = compiled(packOf(...clash)).entities.map(({ aliases }) => aliases.find(({ t }) => t === 'PPP')?.flags);
    expect(flags).toEqual([
      ['acronym', 'ambiguous'],
      ['acronym', 'ambiguous'],
    ]);
    expect(compiled(packOf(KOREA)).entities[0]?.aliases).toEqual([{ t: 'South Korea', flags: [] }]);
  });

  it("names the pack's article as the source of facts taken from it", () => {
    const article = { kind: 'article' as const, title: 'Summit in Nara', sha256: 'ab' };
    const card = cardOf({
      id: 'a',
      facts: [
        { k: 'Talks', v: 'in Nara', src: 'article', asOf: '2026-01-13' },
        { k: 'Founded', v: '1900', src: 'reference', asOf: '2025' },
      ],
    });
    const pack = { ...packOf(card), description: { ...DESCRIPTION, articles: [article] } };
    const [entity] = compiled(pack).entities;
    expect(entity?.record.facts?.map(({ source }) => source)).toEqual([0, undefined]);
    expect(entity?.record.sources).toEqual([{ kind: 'article', title: 'Summit in Nara' }]);
    expect(compiled(pack).manifest.builtFrom).toEqual([{ title: 'Summit in Nara', sha256: 'ab' }]);
  });
});

describe('reverse relations', () => {
  it('tell a body who held its posts, across packs', () => {
    const people = compiled(packOf(PRESIDENT));
    const countries = compiled(packOf(KOREA));
    addReverseRelations([people, countries]);
    expect(countries.entities[0]?.record.rel).toEqual([
      { p: 'held-by', o: 'lee-jae-myung', v: 'President', from: '2025-06-04' },
    ]);
    expect(people.entities[0]?.record.rel).toEqual(PRESIDENT.rel);
  });

  it('come from offices only, and from targets that exist', () => {
    const member = cardOf({
      id: 'm',
      rel: [
        { p: 'member-of', o: 'south-korea' },
        { p: 'office', o: 'nowhere' },
      ],
    });
    const pack = compiled(packOf(member, KOREA));
    addReverseRelations([pack]);
    expect(pack.entities.find(({ record }) => record.id === 'south-korea')?.record.rel).toBeUndefined();
  });
});
