import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../src/pipeline/build-packs';
import type { Card } from '../../../src/pipeline/card-schema';
import { checkCopies, readCopySources, runHashes } from '../../../src/pipeline/editorial-copies';
import { formatProblems } from '../../../src/pipeline/source-error';
import type { SourceProblem } from '../../../src/pipeline/source-error';
import { cardOf } from './cards';

const SOURCE = {
  name: 'news.jsonl:3',
  text: 'On Monday, the old ferry sank in heavy seas off the coast of the island.',
};

function problemsOf(cards: Card[], sources = [SOURCE]): SourceProblem[] {
  const problems: SourceProblem[] = [];
  checkCopies(cards, sources, problems);
  return problems;
}

describe('runs of words that a source has too', () => {
  it('are found from eight words on, whatever case and punctuation', () => {
    const copied = cardOf({ id: 'a', background: 'In 2014: The old ferry sank, in heavy seas, off Jindo.' });
    expect(problemsOf([copied])).toEqual([
      {
        file: 'a.md',
        line: 7,
        message: 'a: "the old ferry sank in heavy seas off" stands word for word in news.jsonl:3',
      },
    ]);
    expect(problemsOf([cardOf({ id: 'a', background: 'The old ferry sank in heavy seas near Jindo.' })])).toEqual([]);
  });

  it('are looked for in lines, facts and timelines', () => {
    const text = 'The old ferry sank in heavy seas off Jindo';
    const timeline = [{ d: '2014', v: text }];
    expect(problemsOf([cardOf({ id: 'a', line: text, timeline })])).toHaveLength(2);
  });

  it('are no copies inside a long name', () => {
    const name = 'Office of the United Nations High Commissioner for Refugees';
    const source = { name: 's', text: `a report of the ${name} said` };
    const text = `It works with the ${name} in the south.`;
    expect(problemsOf([cardOf({ id: 'a', background: text })], [source])).toHaveLength(1);
    expect(problemsOf([cardOf({ id: 'a', background: text }), cardOf({ id: 'b', name })], [source])).toEqual([]);
  });

  it('have hashes that depend on the order of the words', () => {
    const words = 'one two three four five six seven eight'.split(' ');
    const other = [...words.slice(0, 6), 'eight', 'seven'];
    expect(runHashes(words)).toHaveLength(1);
    expect(runHashes(words)).not.toEqual(runHashes(other));
    expect(runHashes(words.slice(1))).toEqual([]);
  });
});

it('sources are gold texts, bodies of pages and articles', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sidelight-'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  write('gold/x.jsonl', '{"text":"one"}\n{"text":"two"}\n');
  write('pages/pages.jsonl', '{"body":"three"}\n');
  write('article/a.txt', 'four');
  const sources = readCopySources(folder, path.join(folder, 'article'));
  expect(sources).toEqual([
    { name: 'x.jsonl:1', text: 'one' },
    { name: 'x.jsonl:2', text: 'two' },
    { name: 'pages.jsonl:1', text: 'three' },
    { name: 'a.txt', text: 'four' },
  ]);
  rmSync(folder, { recursive: true });
  expect(readCopySources(folder, folder)).toEqual([]);
});

describe('the knowledge of the project', () => {
  it('has no run of eight words from the corpora', (context) => {
    const sources = readCopySources();
    if (sources.length === 0) context.skip('../shared is not on this machine');
    const cards = readKnowledge().packs.flatMap((pack) => pack.cards.map(({ card }) => card));
    expect(formatProblems(problemsOf(cards, sources))).toBe('');
  });
});
