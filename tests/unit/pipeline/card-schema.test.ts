import { describe, expect, it } from 'vitest';
import { SMALL_CARD, parsed } from './cards';

/** The small card with one field replaced or added (in the line after `prior`). */
function withField(field: string, value: string): string {
  const line = new RegExp(`^${field}: .*$`, 'm');
  if (line.test(SMALL_CARD)) return SMALL_CARD.replace(line, `${field}: ${value}`);
  return SMALL_CARD.replace('prior: 20\n', `prior: 20\n${field}: ${value}\n`);
}

describe('the fields of a card', () => {
  it('have defaults', () => {
    const { card, problems } = parsed(SMALL_CARD);
    expect(problems).toEqual([]);
    expect(card).toMatchObject({ aliases: [], rel: [], sensitivity: 'none', status: 'reviewed', names: {} });
    expect(card).not.toHaveProperty('title');
  });

  it('are read in their shapes', () => {
    const extra = `title: Nara (city)
qid: Q169134
names: {ja: 奈良市, de: Nara}
aliases: [Nara City, {t: Heijo, flags: [former-name], weight: 40, lang: en}]
patterns: [[capital|court, eighth century]]
facts:
  - {k: Population, v: about 350000, vol: count, asOf: "2024"}
  - {k: Founded, v: "710"}
rel: [{p: located-in, o: japan, from: "0710"}]
timeline: [{d: "0710-03", v: Capital moves here}]
geo: {lat: 34.685, lon: 135.805, disputed: true}
valid: {from: "0710"}
`;
    const { card, problems } = parsed(SMALL_CARD.replace('prior: 20\n', `prior: 20\n${extra}`));
    expect(problems).toEqual([]);
    expect(card).toMatchObject({
      title: 'Nara (city)',
      qid: 'Q169134',
      names: { ja: '奈良市', de: 'Nara' },
      aliases: [
        { t: 'Nara City', flags: [] },
        { t: 'Heijo', flags: ['former-name'], weight: 40, lang: 'en' },
      ],
      patterns: [[['capital', 'court'], ['eighth century']]],
      facts: [
        { k: 'Population', asOf: '2024', vol: 'count', src: 'reference' },
        { k: 'Founded', v: '710', asOf: '2025-01' },
      ],
      rel: [{ p: 'located-in', o: 'japan', from: '0710' }],
      geo: { lat: 34.685, lon: 135.805, disputed: true },
      valid: { from: '0710' },
    });
  });

  it('normalises text to NFC', () => {
    expect(parsed(withField('name', 'Ho\u0304ryu\u0304-ji')).card?.name).toBe('Hōryū-ji');
  });

  it.each([
    ['id', 'Nara City', 2, 'expected words-with-hyphens'],
    ['type', 'town', 3, 'expected one of person, country'],
    ['name', '""', 4, 'name: expected text'],
    ['asOf', 'soon', 5, 'expected a date such as'],
    ['asOf', '"2025-13"', 5, 'expected a date such as'],
    ['prior', '0', 6, 'expected a whole number from 1 to 100'],
    ['prior', '101', 6, 'expected a whole number from 1 to 100'],
    ['prior', '2.5', 6, 'expected a whole number from 1 to 100'],
    ['line', 'x'.repeat(171), 7, 'expected at most 170 characters, found 171'],
    ['qid', 'P31', 7, 'expected Q and a number'],
    ['colour', 'red', 7, 'unknown field "colour"'],
    ['aliases', 'Narashi', 7, 'aliases: expected a list, found "Narashi"'],
    ['aliases', '[{t: N, flags: [nice]}]', 7, 'flag: expected one of case-sensitive'],
    ['aliases', '[{t: N, flags: [pattern]}]', 7, 'set by the compiler'],
    ['aliases', '[{t: N, weight: 300}]', 7, 'weight: expected 0 to 255'],
    ['names', '{japanese: 奈良}', 7, 'is no language tag'],
    ['patterns', '[[alone]]', 7, 'at least one more term'],
    ['facts', '[{k: Population}]', 7, 'fact value (v): expected text, found nothing'],
    ['facts', '[{k: A, v: b, vol: daily}]', 7, 'vol: expected one of office'],
    ['facts', '[{k: A, v: b, src: gossip}]', 7, 'src: expected one of reference'],
    ['rel', '[{p: friend-of, o: japan}]', 7, 'predicate (p): expected one of'],
    ['rel', '[{p: about}]', 7, 'target (o): expected text'],
    ['timeline', '[{d: "710 AD", v: x}]', 7, 'timeline date (d): expected a date'],
    ['timeline', '[{d: "1946", v: First session, in London}]', 7, 'unknown field "in London"'],
    ['facts', '[{k: Members, v: "27", volatile: yes}]', 7, 'unknown field "volatile"'],
    ['geo', '{lat: 134.7, lon: 35}', 7, 'lat: expected -90 to 90'],
    ['geo', '{lat: 34, lon: east}', 7, 'lon: expected -180 to 180'],
    ['valid', '{from: long ago}', 7, 'valid.from: expected a date'],
    ['sensitivity', 'high', 7, 'sensitivity: expected one of none'],
    ['status', 'done', 7, 'status: expected one of reviewed'],
  ])('%s: %s is a problem in line %i', (field, value, line, message) => {
    const { problems } = parsed(withField(field, value));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'cards/test.md', line });
    expect(problems[0]?.message).toContain(message);
  });

  it('reports every problem of a card at once', () => {
    const { problems } = parsed('---\nid: Ä\ntype: x\nname: n\n---\n');
    expect(problems.map(({ message }) => message.split(':')[0])).toEqual(['type', 'asOf', 'prior', 'line', 'id']);
  });

  it('limits the background', () => {
    const { problems } = parsed(`${SMALL_CARD}${'word '.repeat(200)}`);
    expect(problems[0]?.message).toMatch(/background: expected at most 900 characters, found 1\d{3}/);
  });
});
