import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/pipeline/card-schema';
import { checkPacks } from '../../../src/pipeline/check-packs';
import type { SourceProblem } from '../../../src/pipeline/source-error';
import { cardOf, packOf } from './cards';

const WORDS = new Set(['target', 'reading']);

function problemsOf(...cards: Card[]): SourceProblem[] {
  const problems: SourceProblem[] = [];
  checkPacks([packOf(...cards)], WORDS, problems);
  return problems;
}
const messages = (...cards: Card[]): string[] => problemsOf(...cards).map(({ message }) => message);

describe('cards beside each other', () => {
  it('pass when nothing is wrong', () => {
    expect(messages(cardOf({ id: 'a', rel: [{ p: 'about', o: 'b' }] }), cardOf({ id: 'b' }))).toEqual([]);
  });

  it.each(['line', 'title', 'qid', 'background'] as const)('share no %s', (field) => {
    const [problem] = problemsOf(cardOf({ id: 'a', [field]: 'Q1' }), cardOf({ id: 'b', [field]: 'Q1' }));
    expect(problem).toMatchObject({ file: 'b.md', line: 7 });
    expect(problem?.message).toBe(`b: ${field} "Q1" stands also in a.md:7`);
  });

  it('have their own ids', () => {
    const twice = [cardOf({ id: 'a', file: '1.md', line: 'One.' }), cardOf({ id: 'a', file: '2.md', line: 'Two.' })];
    expect(messages(...twice)).toEqual(['a: id "a" stands also in 1.md:7']);
  });

  it('relate to records that exist, and not to themselves', () => {
    expect(messages(cardOf({ id: 'a', rel: [{ p: 'about', o: 'nobody' }] }))[0]).toContain('which no pack has');
    expect(messages(cardOf({ id: 'a', rel: [{ p: 'about', o: 'a' }] }))).toEqual(['a: relation to itself']);
    const rel = [{ p: 'office', o: 'b', from: '2025', to: '2022' }];
    expect(messages(cardOf({ id: 'a', rel }), cardOf({ id: 'b' }))[0]).toContain('from 2025 is later than to 2022');
  });

  it('say how a fact changes, unless it names its date', () => {
    const fact = (v: string, more = {}): Card =>
      cardOf({ id: 'a', facts: [{ k: 'Population', v, src: 'reference', asOf: '2025', ...more }] });
    expect(messages(fact('about 9 million'))[0]).toContain('"Population" changes with time');
    expect(messages(fact('about 9 million (2024)'))).toEqual([]);
    expect(messages(fact('about 9 million', { vol: 'count' }))).toEqual([]);
  });

  it('attribute accusations', () => {
    const accused = cardOf({ id: 'a', sensitivity: 'accusation', background: 'It smuggles arms.' });
    expect(messages(accused)).toEqual(['a: an accusation needs to say who makes it']);
    expect(messages({ ...accused, background: 'The UN says that it smuggles arms.' })).toEqual([]);
  });
});

describe('aliases', () => {
  const withAlias = (type: Card['type'], t: string, flags: Card['aliases'][number]['flags'] = []): Card =>
    cardOf({ id: 'a', type, aliases: [{ t, flags }] });

  it.each([
    [withAlias('organisation', 'WHO'), 'three letters or fewer'],
    [withAlias('person', 'Lula'), 'one word for a person needs coref-only'],
    [withAlias('company', 'Target'), 'also an ordinary word'],
  ])('need a flag: %#', (card, message) => {
    expect(messages(card)[0]).toContain(message);
  });

  it.each([
    withAlias('organisation', 'WHO', ['acronym']),
    withAlias('person', 'Lula', ['coref-only']),
    withAlias('person', 'Luiz Lula'),
    withAlias('company', 'Target', ['needs-context']),
    withAlias('organisation', '3M'),
    withAlias('organisation', '尹'),
  ])('pass with it: %#', (card) => {
    expect(messages(card)).toEqual([]);
  });

  it('may name five records, not six; surnames any number', () => {
    const bearers = (count: number, flags: Card['aliases'][number]['flags']): Card[] =>
      Array.from({ length: count }, (_, i) => cardOf({ id: `a${i}`, aliases: [{ t: 'People’s Party', flags }] }));
    expect(messages(...bearers(5, []))).toEqual([]);
    expect(messages(...bearers(6, []))).toEqual(['a5: "People’s Party" names 6 records; at most 5 may share a name']);
    expect(messages(...bearers(9, ['coref-only']))).toEqual([]);
  });
});

it('a fact from an article needs the article', () => {
  const facts = [{ k: 'Talks', v: '2026', src: 'article' as const, asOf: '2026' }];
  expect(messages(cardOf({ id: 'a', facts }))).toEqual(['a: src: article, but pack.yaml names no article']);
});
