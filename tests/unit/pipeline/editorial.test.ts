import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/pipeline/card-schema';
import { checkEditorial } from '../../../src/pipeline/editorial-checks';
import { sentencesOf, wordsOf } from '../../../src/pipeline/editorial-sentences';
import type { SourceProblem } from '../../../src/pipeline/source-error';
import { cardOf } from './cards';

function messages(...cards: Card[]): string[] {
  const problems: SourceProblem[] = [];
  checkEditorial(cards, problems);
  return problems.map(({ message }) => message);
}
const written = (background: string, more: Partial<Card> = {}): string[] =>
  messages(cardOf({ id: 'a', background, ...more }));

describe('sentences', () => {
  it.each([
    ['It began. It ended.', 2],
    ['The U.S. Senate agreed. Mr. Smith left.', 2],
    ['J. D. Vance spoke at St. Paul. Nobody asked!', 2],
    ['He said "Stop." Then he left?', 2],
    ['A rise of 2.5 percent', 1],
    ['', 0],
  ])('%s has %i', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  it('are words without punctuation', () => {
    expect(wordsOf("Xi's 2nd term, in “Beijing”")).toEqual(["xi's", '2nd', 'term', 'in', 'beijing']);
  });
});

describe('wording', () => {
  it.each([
    'It is a well-known bank.',
    'He is widely known for his films.',
    'It plays a key role in trade.',
    'The notorious prison closed.',
    'The so-called caliphate fell.',
    'The regime fell in 2024.',
    'A strongman took over.',
    'It currently has ten members.',
    'The talks failed — again.',
    'It is not just a bank but a lender.',
    'They called them freedom fighters.',
  ])('%s is objected to', (text) => {
    expect(written(text)).toHaveLength(1);
    expect(written('', { line: text })).toHaveLength(1);
  });

  it.each([
    'It was known to the police.',
    'It worked for the Vichy regime.',
    'He called it "a notorious mistake".',
    'They won the title most recently in 2021.',
    'Economic Freedom Fighters is a party.',
  ])('%s passes', (text) => {
    expect(written(text)).toEqual([]);
  });

  it('is checked in facts and timelines, and the problem stands at their line', () => {
    const facts = [{ k: 'Fate', v: 'a tragic end', src: 'reference' as const, asOf: '2025' }];
    const problems: SourceProblem[] = [];
    const lineOf = (path: readonly (string | number)[]): number => (path[0] === 'facts' ? 12 : 2);
    checkEditorial([cardOf({ id: 'a', facts, lineOf })], problems);
    expect(problems).toEqual([{ file: 'a.md', line: 12, message: 'a: "tragic": judges; state the facts' }]);
  });
});

describe('reading', () => {
  const sentence = (words: number): string => `${'word '.repeat(words - 1)}end.`;

  it('takes sentences of 24 words on average, and none of more than 45', () => {
    expect(written(`${sentence(45)} ${sentence(3)}`)).toEqual([]);
    expect(written(sentence(25))).toEqual(['a: sentences of 25.0 words on average; at most 24']);
    expect(written(`${sentence(46)} ${sentence(2)}`)).toEqual(['a: a sentence of 46 words; at most 45']);
  });
});

describe('contested matters', () => {
  it('give both names of a disputed place on its own card', () => {
    const shoal = { name: 'Scarborough Shoal', line: 'Reef in the South China Sea.' };
    expect(written('', shoal)[0]).toContain('a place with two names: expected also Huangyan');
    expect(written('China calls it Huangyan Dao.', shoal)).toEqual([]);
    expect(written('', { ...shoal, aliases: [{ t: 'Huangyan Dao', flags: [] }] })).toEqual([]);
    expect(written('Ships met near Scarborough Shoal.')).toEqual([]);
    expect(written('', { name: 'Falklands War', line: 'War of 1982.' })).toEqual([]);
  });

  it('give both names of some everywhere', () => {
    expect(written('Police landed on Dokdo.')[0]).toContain('expected also Takeshima');
    expect(written('Police landed on Dokdo, which Japan calls Takeshima.')).toEqual([]);
  });

  it('say who accuses', () => {
    const person = { type: 'person' as const };
    expect(written('He took bribes. He left in 2010.', person)).toEqual([
      'a: "bribes" accuses: say who does, or who found so',
    ]);
    expect(written('Prosecutors charged that he took bribes.', person)).toEqual([]);
    expect(written('He took bribes. A court convicted him.', person)).toEqual([]);
    expect(written('It took bribes.', { type: 'term' })).toEqual([]);
    expect(written('It looked into fraud.', { type: 'organisation' })).toEqual([]);
  });

  it('let the background of a card attribute what its line is too short for', () => {
    const line = 'Minister who left over plagiarism.';
    expect(written('', { type: 'person', line })).toHaveLength(1);
    expect(written('Her university found so.', { type: 'person', line })).toEqual([]);
  });
});

it('two cards share no sentence, except a very short one', () => {
  const shared = 'All other parties refuse to govern with it.';
  const pair = (text: string): string[] =>
    messages(cardOf({ id: 'a', background: text }), cardOf({ id: 'b', background: text }));
  expect(pair(`One. ${shared}`)).toEqual([`b: "${shared}" stands also in a`]);
  expect(pair('It has nuclear weapons.')).toEqual([]);
});
