import { describe, expect, it } from 'vitest';
import { openPack } from '../../../src/core/kb/open-pack';
import { packSize } from '../../../src/core/kb/pack-size';
import { writePack } from '../../../src/core/kb/write-pack';
import { checkPacks } from '../../../src/pipeline/check-packs';
import { compilePack } from '../../../src/pipeline/compile';
import type { GoldDocument } from '../../../src/pipeline/gold';
import { listRecords } from '../../../src/pipeline/packs-list';
import { barOf, progressBar } from '../../../src/pipeline/packs-progress';
import { sharedNamesReport, sizeReport, statsReport, table } from '../../../src/pipeline/packs-report';
import { coverageOf, packStats } from '../../../src/pipeline/packs-stats';
import { titlesOfPacks } from '../../../src/pipeline/packs-titles';
import { cardOf, packOf } from './cards';

const CARDS = [
  cardOf({
    id: 'japan',
    type: 'country',
    name: 'Japan',
    title: 'Japan',
    qid: 'Q17',
    names: { ja: '日本' },
    asOf: '2024-06',
  }),
  cardOf({
    id: 'unnamed',
    name: 'Diet',
    aliases: [
      { t: 'National Diet', flags: [] },
      { t: 'Japan', flags: ['metonym'] },
    ],
  }),
];
const bearers = checkPacks([packOf(...CARDS)], new Set(), []);
const bytes = writePack(compilePack(packOf(...CARDS), bearers));
const pack = openPack(bytes);

it('a list has one line for every record', () => {
  expect(listRecords([pack])).toEqual([
    {
      id: 'japan',
      type: 'country',
      tier: 'full',
      name: 'Japan',
      title: 'Japan',
      qid: 'Q17',
      aliases: ['Japan', '日本'],
    },
    {
      id: 'unnamed',
      type: 'organisation',
      tier: 'full',
      name: 'Diet',
      title: null,
      qid: null,
      aliases: ['Diet', 'Japan', 'National Diet'],
    },
  ]);
});

describe('statistics', () => {
  it('count records, names, languages, bytes and dates', async () => {
    const { packs, total } = await packStats([pack, pack], [bytes, bytes]);
    expect(packs[0]).toMatchObject({
      id: 'test',
      records: { full: 2, brief: 0, gazetteer: 0 },
      aliases: 5,
      languages: { en: 2, ja: 1 },
      bytes: { raw: bytes.length },
      asOf: { oldest: '2024-06', newest: '2025-01' },
    });
    expect(packs[0]?.bytes.brotli).toBeLessThan(bytes.length);
    expect(total).toMatchObject({ records: { full: 4 }, aliases: 10, languages: { en: 4, ja: 2 } });
  });

  it('cover the mentions whose title is known', () => {
    const mention = (title: string, type?: string): GoldDocument['mentions'][number] => ({
      start: 0,
      end: 1,
      surface: 'x',
      title,
      ...(type === undefined ? {} : { type }),
    });
    const gold = [
      { id: '1', lang: 'en', text: '', mentions: [mention('Japan', 'LOC'), mention('Japan'), mention('Mars', 'LOC')] },
    ];
    const titles = titlesOfPacks([pack], (title) => title.toLowerCase());
    expect([...titles]).toEqual(['japan']);
    expect(coverageOf('set', gold, (title) => titles.has(title.toLowerCase()))).toEqual({
      set: 'set',
      mentions: 3,
      covered: 2,
      percent: 66.7,
      byType: { LOC: '1/2' },
    });
    expect(coverageOf('none', [], () => true).percent).toBe(0);
  });

  it('are printed as tables', async () => {
    const stats = await packStats([pack], [bytes]);
    const report = statsReport({
      ...stats,
      coverage: [{ set: 'msnbc', mentions: 3, covered: 2, percent: 66.7, byType: {} }],
    });
    expect(report).toMatch(/^pack +full +brief +gazetteer/);
    expect(report).toMatch(/test +2 +0 +0 +5 +2 .*2024-06 to 2025-01 +MIT/);
    expect(report).toMatch(/msnbc +66\.7 % +2\/3/);
    expect(statsReport({ ...stats, coverage: [] })).toContain('Coverage: skipped');
  });
});

describe('reports', () => {
  it('set tables in columns', () => {
    expect(
      table([
        ['a', 'bb', 'c'],
        ['aaa', 'b', 'cc'],
      ]),
    ).toBe('a    bb  c\naaa   b  cc');
  });

  it('show where the bytes of a pack go', () => {
    const size = packSize(bytes);
    const report = sizeReport([{ id: 'test', size }]);
    for (const section of Object.keys(size.sections)) expect(report).toContain(section);
    expect(report).toMatch(new RegExp(`total +${(size.total / 1024).toFixed(1)} `));
  });

  it('name every record that shares a name', () => {
    expect(sharedNamesReport(bearers)).toBe('1 names are shared by several records:\nJapan: japan, unnamed');
  });

  it('draw progress on a terminal only', () => {
    expect(barOf(1, 2)).toBe(`[${'#'.repeat(15)}${'-'.repeat(15)}] 1/2`);
    const written: string[] = [];
    const write = (text: string): void => void written.push(text);
    progressBar({ write })(1, 2, 'world');
    expect(written).toEqual([]);
    progressBar({ isTTY: true, write })(2, 2, 'built');
    expect(written.join('')).toMatch(/\r.*2\/2 built\n$/);
  });
});
