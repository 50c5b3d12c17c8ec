import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileKnowledge, readKnowledge } from '../../../src/pipeline/build-packs';
import { UsageError, parseArguments } from '../../../src/pipeline/command-line';
import { dictionaryWords } from '../../../src/pipeline/dictionary';
import { readPackSource } from '../../../src/pipeline/pack-source';
import { SourceError, formatProblems } from '../../../src/pipeline/source-error';
import { blocksOfText } from '../../../src/pipeline/text-blocks';
import { SMALL_CARD } from './cards';

const MANIFEST =
  'id: test\nname: Test\nversion: "1"\ntier: 1\nlicence: MIT\nnotice: MIT License\nattribution: us\nasOf: "2025-01"\n';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'sidelight-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('the folder of a pack', () => {
  it('holds cards and tables in any depth, and a README that is neither', () => {
    write('test/pack.yaml', MANIFEST);
    write('test/cities/nara.md', SMALL_CARD);
    write('test/README.md', 'How to write cards');
    write('test/brief/a.tsv', '# asOf: 2025-01\na\tterm\tA\t\t\t\t\t\t\t5\tA thing\n');
    const problems: [] = [];
    const { description, cards } = readPackSource(path.join(folder, 'test'), problems);
    expect(problems).toEqual([]);
    expect(description).toMatchObject({ id: 'test', languages: ['en'], articles: [] });
    expect(cards.map(({ card, tier }) => [card.id, tier])).toEqual([
      ['a', 'brief'],
      ['nara', 'full'],
    ]);
  });

  it('needs a description with its licence', () => {
    write('test/pack.yaml', MANIFEST.replace('licence: MIT\n', ''));
    expect(() => readKnowledge(folder)).toThrow(/pack\.yaml:1: licence: expected text/);
    rmSync(path.join(folder, 'test/pack.yaml'));
    expect(() => readKnowledge(folder)).toThrow(/pack\.yaml:1: expected the description of a pack/);
  });

  it('fails the build with file and line of every problem, in all packs', () => {
    write('one/pack.yaml', MANIFEST);
    write('one/a.md', SMALL_CARD.replace('prior: 20', 'prior: many'));
    write('two/pack.yaml', MANIFEST);
    write('two/b.md', SMALL_CARD.replace('type: city', 'type: town'));
    let error: unknown;
    try {
      compileKnowledge(folder);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SourceError);
    const lines = (error as SourceError).message.split('\n');
    expect(lines[0]).toMatch(/one\/a\.md:6: prior: expected a whole number/);
    expect(lines[1]).toMatch(/two\/b\.md:3: type: expected one of/);
  });
});

it('problems are written as file:line: message', () => {
  expect(
    formatProblems([
      { file: 'a.md', line: 3, message: 'no' },
      { file: 'b', line: 1, message: 'x' },
    ]),
  ).toBe('a.md:3: no\nb:1: x');
});

describe('a command line', () => {
  it('is options, flags and the rest', () => {
    const { options, rest } = parseArguments(['stats', '--json', '--out', 'f', 'x'], ['out'], ['json']);
    expect([...options]).toEqual([
      ['json', ''],
      ['out', 'f'],
    ]);
    expect(rest).toEqual(['stats', 'x']);
  });

  it.each([[['--out']], [['--out', '--json']], [['--wat']]])('%j is a mistake that is explained', (args) => {
    expect(() => parseArguments(args, ['out'], ['json'])).toThrow(UsageError);
  });
});

it('the dictionary has words in lower case, and no names', () => {
  const words = dictionaryWords();
  for (const word of ['target', 'reading', 'walk', 'slowly']) expect(words.has(word), word).toBe(true);
  for (const word of ['london', 'London', 'the', 'us']) expect(words.has(word), word).toBe(false);
});

describe('the blocks of a text', () => {
  it('stand at their offsets, and only a short first line without a full stop is a headline', () => {
    const text = 'Leaders meet in Nara\n\nThey talked.\r\nThey left.';
    const blocks = blocksOfText(text);
    expect(blocks.map(({ role }) => role)).toEqual(['headline', 'paragraph', 'paragraph']);
    for (const block of blocks) expect(text.slice(block.offset, block.offset + block.text.length)).toBe(block.text);
    expect(blocksOfText('They talked.')[0]?.role).toBe('paragraph');
  });
});
