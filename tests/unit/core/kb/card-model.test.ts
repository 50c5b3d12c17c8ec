import { describe, expect, it } from 'vitest';
import { buildCard, freshnessOf, linesOf } from '../../../../src/core/kb/card-model';
import { openPack } from '../../../../src/core/kb/open-pack';
import type { EntityRecord } from '../../../../src/core/kb/record';
import { writePack } from '../../../../src/core/kb/write-pack';
import { manifest, entity } from './small-pack';

const korea: EntityRecord = {
  id: 'south-korea',
  type: 'country',
  tier: 'full',
  name: 'South Korea',
  title: 'South Korea',
  qid: 'Q884',
  line: 'Country on the southern half of a peninsula.',
  asOf: '2026-01-13',
  status: 'reviewed',
  rel: [
    { p: 'held-by', o: 'lee-jae-myung', v: 'President', from: '2025-06-04' },
    { p: 'held-by', o: 'yoon-suk-yeol', v: 'President', from: '2022-05-10', to: '2025-04-04' },
    { p: 'see-also', o: 'nobody-knows' },
  ],
};
const lee: EntityRecord = {
  id: 'lee-jae-myung',
  type: 'person',
  tier: 'full',
  name: 'Lee Jae Myung',
  names: { ko: '이재명' },
  line: 'President of South Korea.',
  asOf: '2026-01-13',
  status: 'reviewed',
  facts: [
    { k: 'Born', v: '1963', src: 'reference', asOf: '2026-01' },
    { k: 'View', v: 'Both neighbours matter', src: 'article', source: 0, asOf: '2026-01-13', vol: 'status' },
  ],
  sources: [{ kind: 'article', title: 'A story', outlet: 'AP', date: '2026-01-13' }],
  rel: [{ p: 'office', o: 'south-korea', v: 'President', from: '2025-06-04' }],
};
const packs = [openPack(writePack({ manifest: manifest('small'), entities: [entity(lee), entity(korea)] }))];
const today = '2026-01-20';

describe('a card', () => {
  it('says who held a post on the article’s date', () => {
    const names = (date: string): string[] =>
      buildCard(packs, 'south-korea', { today, date })?.holders.map(({ name, text }) => `${text} ${name}`) ?? [];
    expect(names('2026-01-13')).toEqual(['President Lee Jae Myung']);
    // Its record is not in the pack, so the earlier president cannot be named, but neither is the later one.
    expect(names('2024-01-13')).toEqual([]);
  });

  it('says what office a person held on that date, and nothing without a date', () => {
    expect(buildCard(packs, 'lee-jae-myung', { today, date: '2026-01-13' })?.roles).toEqual([
      { text: 'President, South Korea', from: '2025-06-04', onDate: '2026-01-13' },
    ]);
    expect(buildCard(packs, 'lee-jae-myung', { today, date: '2025-06-03' })?.roles).toEqual([]);
    expect(buildCard(packs, 'lee-jae-myung', { today })?.roles).toEqual([]);
  });

  it('does not vouch for an open-ended office long after the record was written', () => {
    expect(buildCard(packs, 'lee-jae-myung', { today, date: '2027-01-13' })?.roles).toEqual([]);
  });

  it('names the source and the date of every fact', () => {
    const facts = buildCard(packs, 'lee-jae-myung', { today })?.facts ?? [];
    expect(facts.map(({ label, source, asOf }) => [label, source.text, asOf])).toEqual([
      ['Born', 'General reference', '2026-01'],
      ['View', 'AP, 13 January 2026', '2026-01-13'],
    ]);
  });

  it('links to nothing but pages built from checked parts', () => {
    expect(buildCard(packs, 'south-korea', { today })?.links).toEqual([
      { label: 'Wikipedia', url: 'https://en.wikipedia.org/wiki/South_Korea' },
      { label: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q884' },
    ]);
  });

  it('leaves out relations to records that no pack has', () => {
    const targets = buildCard(packs, 'south-korea', { today })?.relations.map(({ target }) => target);
    expect(targets).toEqual(['lee-jae-myung']);
  });

  it('is null for an entity that no pack has', () => {
    expect(buildCard(packs, 'atlantis', { today })).toBeNull();
    expect(linesOf(packs, ['atlantis', 'lee-jae-myung'])).toEqual({ 'lee-jae-myung': 'President of South Korea.' });
  });
});

describe('freshness', () => {
  it.each([
    ['2026-01', undefined, '2030-01-01', 'fresh'],
    ['2026-01-01', 'office', '2026-04-30', 'fresh'],
    ['2026-01-01', 'office', '2026-05-02', 'aging'],
    ['2026-01-01', 'office', '2026-09-01', 'stale'],
    ['2025', 'count', '2026-12-31', 'fresh'],
    ['2024', 'count', '2026-06-01', 'aging'],
  ] as const)('as of %s, %s, seen on %s: %s', (asOf, vol, seen, expected) => {
    expect(freshnessOf(vol === undefined ? { asOf } : { asOf, vol }, seen)).toBe(expected);
  });
});
