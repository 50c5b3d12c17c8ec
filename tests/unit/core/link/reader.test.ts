import { describe, expect, it } from 'vitest';
import { linkDocument } from '../../../../src/core/link/link-document';
import { openPack } from '../../../../src/core/kb/open-pack';
import { writePack } from '../../../../src/core/kb/write-pack';
import type { EntityRecord } from '../../../../src/core/kb/record';
import { entity, manifest } from '../kb/small-pack';

const record = (id: string, name: string, type: EntityRecord['type']): EntityRecord => ({
  id, name, type, tier: 'full', line: id, asOf: '2026-01', status: 'reviewed',
}); // prettier-ignore
const packs = [
  openPack(
    writePack({
      manifest: manifest('small'),
      entities: [
        entity(record('springfield-illinois', 'Springfield', 'city'), {}, 60),
        entity(record('springfield-missouri', 'Springfield', 'city'), {}, 55),
        entity(record('marjorie-lee', 'Marjorie Lee', 'person'), { Lee: ['coref-only'] }),
      ],
    }),
  ),
];
const blocks = [{ role: 'paragraph' as const, text: 'They met in Springfield on a warm evening in spring.' }];
const later = [{ role: 'paragraph' as const, text: 'In the evening Lee spoke again about the plan.' }];

describe('the reader’s own decisions', () => {
  it('a chosen meaning is kept, and said to be the reader’s', () => {
    const chosen = [{ entity: 'springfield-missouri', surface: 'Springfield' }];
    const [mention] = linkDocument({ blocks, facts: {}, reader: { rejected: [], chosen } }, packs).mentions;
    expect(mention).toMatchObject({ entity: 'springfield-missouri', source: 'reader', score: 1, alternatives: [] });
  });

  it('a chosen meaning that the name does not have changes nothing', () => {
    const chosen = [{ entity: 'marjorie-lee', surface: 'Springfield' }];
    const reader = { rejected: [], chosen };
    expect(linkDocument({ blocks, facts: {}, reader }, packs)).toEqual(linkDocument({ blocks, facts: {} }, packs));
  });

  it('a rejected link is not made', () => {
    const rejected = [{ entity: 'springfield-illinois', surface: 'Springfield' }];
    expect(linkDocument({ blocks, facts: {} }, packs).mentions).toHaveLength(1);
    expect(linkDocument({ blocks, facts: {}, reader: { rejected, chosen: [] } }, packs).mentions).toEqual([]);
  });
});

describe('blocks that come later', () => {
  it('a short name follows the full name of an earlier block', () => {
    const known = [{ entity: 'marjorie-lee', surface: 'Marjorie Lee' }];
    expect(linkDocument({ blocks: later, facts: {}, known }, packs).mentions.map((m) => m.entity)).toEqual([
      'marjorie-lee',
    ]);
  });

  it('a short name stays silent when nobody was named in full', () => {
    expect(linkDocument({ blocks: later, facts: {} }, packs).mentions).toEqual([]);
    const known = [{ entity: 'marjorie-lee', surface: 'Lee' }];
    expect(linkDocument({ blocks: later, facts: {}, known }, packs).mentions).toEqual([]);
  });
});
