import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRIEF_COLUMNS, readBriefTable } from '../../../src/pipeline/brief-table';
import type { SourceProblem } from '../../../src/pipeline/source-error';

const STAMP = '# asOf: 2025-01\n';
const ROW = [
  'nestle',
  'company',
  'Nestlé',
  'Nestlé',
  'Q160746',
  'Nestle|Nest{needs-context,case-sensitive}',
  'switzerland',
  '1866',
  '',
  '20',
  'Swiss food company based in Vevey',
];

function read(text: string): { cards: ReturnType<typeof readBriefTable>; problems: SourceProblem[] } {
  const problems: SourceProblem[] = [];
  return { cards: readBriefTable('brief/a.tsv', text, problems), problems };
}

function rowWith(column: (typeof BRIEF_COLUMNS)[number], value: string): string {
  return ROW.map((cell, i) => (BRIEF_COLUMNS[i] === column ? value : cell)).join('\t');
}

describe('a table of brief cards', () => {
  it('gives one card a row, with the date above it', () => {
    const { cards, problems } = read(
      `# comment\n${STAMP}${ROW.join('\t')}\n\n# asOf: 2025-06\n${rowWith('id', 'other')}\r\n`,
    );
    expect(problems).toEqual([]);
    expect(cards).toHaveLength(2);
    expect(cards[0]).toMatchObject({
      id: 'nestle',
      type: 'company',
      title: 'Nestlé',
      qid: 'Q160746',
      asOf: '2025-01',
      prior: 20,
      aliases: [
        { t: 'Nestle', flags: [] },
        { t: 'Nest', flags: ['needs-context', 'case-sensitive'] },
      ],
      rel: [{ p: 'located-in', o: 'switzerland' }],
      valid: { from: '1866' },
    });
    expect(cards[1]?.asOf).toBe('2025-06');
    expect(cards[0]?.lineOf(['name'])).toBe(3);
  });

  it('relates a person to the country by citizenship', () => {
    expect(read(`${STAMP}${rowWith('type', 'person')}`).cards[0]?.rel).toEqual([{ p: 'country', o: 'switzerland' }]);
  });

  it('reads the words that speak for a row beside the name that needs them', () => {
    const { cards, problems } = read(
      `${STAMP}${rowWith('aliases', 'Nestle{needs-context,+Vevey,+chocolate}|Nest{+Zürich}')}`,
    );
    expect(problems).toEqual([]);
    expect(cards[0]).toMatchObject({
      aliases: [
        { t: 'Nestle', flags: ['needs-context'] },
        { t: 'Nest', flags: [] },
      ],
      plus: ['Vevey', 'chocolate', 'Zürich'],
    });
  });

  it('leaves out what is empty', () => {
    const { cards } = read(`${STAMP}a\tterm\tA\t\t\t\t\t\t\t5\tA thing`);
    expect(cards[0]).toMatchObject({ aliases: [], rel: [] });
    for (const field of ['title', 'qid', 'valid']) expect(cards[0]).not.toHaveProperty(field);
  });

  it.each([
    [ROW.slice(1).join('\t'), 'expected 11 cells'],
    [rowWith('id', 'Nestlé'), 'id: expected words-with-hyphens'],
    [rowWith('type', 'firm'), 'type: "firm" is not a type'],
    [rowWith('name', ' '), 'name: expected text'],
    [rowWith('line', 'x'.repeat(171)), 'line: expected at most 170'],
    [rowWith('qid', '160746'), 'qid: found "160746"'],
    [rowWith('prior', 'high'), 'prior: expected 1 to 100'],
    [rowWith('prior', '101'), 'prior: expected 1 to 100'],
    [rowWith('to', 'now'), 'to: expected a date'],
    [rowWith('aliases', 'Nestle{nice}'), 'no flag "nice"'],
    [rowWith('aliases', 'Nestle{pattern}'), 'no flag "pattern"'],
    [rowWith('aliases', 'Nes{tle'), 'expected "text" or "text{flag,+cue}"'],
    [rowWith('aliases', 'Nest{needs-context,+Vevey seat}'), 'a cue is one word'],
  ])('names the line of a wrong row and leaves it out', (row, message) => {
    const { cards, problems } = read(`${STAMP}${row}`);
    expect(cards).toEqual([]);
    expect(problems[0]).toMatchObject({ file: 'brief/a.tsv', line: 2 });
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  it('wants a date above the first row', () => {
    expect(read(ROW.join('\t')).problems[0]?.message).toContain('expected a line "# asOf: 2025-01"');
  });

  it('never throws, and every row is a card, a comment or a problem', () => {
    const cell = fc.oneof(
      fc.constantFrom(...ROW),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('{', '}|', 'a{b', '|', '-1', '#'),
    );
    const row = fc
      .array(cell, { minLength: 1, maxLength: 13 })
      .map((cells) => cells.join('\t').replace(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { cards, problems } = read(STAMP + rows.join('\n'));
        const wrong = new Set(problems.map(({ line }) => line));
        const real = rows.filter((text) => text !== '' && !text.startsWith('#'));
        expect(cards.length + wrong.size).toBe(real.length);
        for (const { line } of problems) expect(line).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });

  it('gives back what was written, whatever the letters', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((value) => value.replace(/[\s|{}\p{C}\u2028\u2029]/gu, 'x').normalize('NFC'));
    fc.assert(
      fc.property(text, text, (name, alias) => {
        const { cards, problems } = read(`${STAMP}id\tterm\t${name}\t\t\t${alias}\t\t\t\t5\tA line`);
        expect(problems).toEqual([]);
        expect(cards[0]).toMatchObject({ name, aliases: [{ t: alias, flags: [] }] });
      }),
      { numRuns: 300 },
    );
  });
});
