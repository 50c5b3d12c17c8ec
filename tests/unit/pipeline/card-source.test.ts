import { describe, expect, it } from 'vitest';
import { readCardSource } from '../../../src/pipeline/card-source';
import type { SourceProblem } from '../../../src/pipeline/source-error';
import { SMALL_CARD } from './cards';

function problemsOf(text: string): SourceProblem[] {
  const problems: SourceProblem[] = [];
  expect(readCardSource('a.md', text, problems)).toBeNull();
  return problems;
}

describe('a card as a file', () => {
  it('is front matter and a background with even white space', () => {
    const problems: SourceProblem[] = [];
    const source = readCardSource('a.md', SMALL_CARD.replace('from 710', 'from\n  710'), problems);
    expect(problems).toEqual([]);
    expect(source?.fields).toMatchObject({ id: 'nara', prior: 20, asOf: '2025-01' });
    expect(source?.background).toBe('Nara was the capital from 710 to 784.');
  });

  it('knows the line of every field, and of an item in a list', () => {
    const text = SMALL_CARD.replace('prior: 20\n', 'prior: 20\naliases:\n  - Narashi\n  - {t: Nara City, flags: []}\n');
    const source = readCardSource('a.md', text, []);
    expect(source?.lineOf(['name'])).toBe(4);
    expect(source?.lineOf(['aliases', 1, 't'])).toBe(9);
    expect(source?.lineOf(['missing'])).toBe(2);
  });

  it('reads YAML 1.2: NO is a code and a bare date a text', () => {
    const source = readCardSource('a.md', '---\ncode: NO\nday: 2025-06-04\n---\n', []);
    expect(source?.fields).toEqual({ code: 'NO', day: '2025-06-04' });
  });

  it('takes Windows line ends and a card without background', () => {
    const source = readCardSource('a.md', '---\r\nid: a\r\n---', []);
    expect(source?.fields).toEqual({ id: 'a' });
    expect(source?.background).toBe('');
  });

  it.each([
    ['', 1, 'expected front matter'],
    ['id: nara', 1, 'expected front matter'],
    ['---\nid: [a\nname: b\n---\n', 3, 'not valid YAML'],
    ['---\n- a\n- b\n---\n', 2, 'expected fields "key: value"'],
    ['---\nid: a\nid: b\n---\n', 3, 'not valid YAML'],
  ])('names file and line of what is no card: %j', (text, line, message) => {
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ file: 'a.md', line });
    expect(problem?.message).toContain(message);
  });
});
