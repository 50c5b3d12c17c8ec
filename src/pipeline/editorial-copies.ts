import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Card } from './card-schema';
import { wordsOf } from './editorial-sentences';
import { textsOf } from './editorial-style';
import { CORPORA } from './gold';
import type { SourceProblem } from './source-error';

/** This many words in a row in common with a source are a quotation (knowledge handbook, copy guard). */
export const COPY_WORDS = 8;
const ARTICLES = path.resolve('../shared/article');

export type CopySource = { name: string; text: string };

/** Texts that others wrote and that lie beside the checkout: gold sets, pages, articles. Empty where there are none. */
export function readCopySources(corpora = CORPORA, articles = ARTICLES): CopySource[] {
  const sources: CopySource[] = [];
  for (const file of filesIn(path.join(corpora, 'gold'), '.jsonl')) sources.push(...jsonLines(file, 'text'));
  const pages = path.join(corpora, 'pages', 'pages.jsonl');
  if (existsSync(pages)) sources.push(...jsonLines(pages, 'body'));
  for (const file of filesIn(articles, '.txt'))
    sources.push({ name: path.basename(file), text: readFileSync(file, 'utf8') });
  return sources;
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => path.join(folder, file));
}

function jsonLines(file: string, field: string): CopySource[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const text = (JSON.parse(line) as Record<string, unknown>)[field];
      return { name: `${path.basename(file)}:${i + 1}`, text: typeof text === 'string' ? text : '' };
    });
}

/**
 * Adds a problem for each text of a card that shares a run of words with a source. Runs inside a name that some card
 * bears ("Office of the United Nations High Commissioner for Refugees") are no copies.
 */
export function checkCopies(cards: readonly Card[], sources: readonly CopySource[], problems: SourceProblem[]): void {
  const runs = new Map<number, number>();
  sources.forEach(({ text }, i) => {
    for (const hash of runHashes(wordsOf(text))) if (!runs.has(hash)) runs.set(hash, i);
  });
  const names = nameWords(cards);
  for (const card of cards) {
    for (const { path: place, text } of textsOf(card)) {
      const words = wordsOf(text);
      const hashes = runHashes(words);
      const at = hashes.findIndex((hash, i) => runs.has(hash) && !isNameAt(words, i, names));
      if (at < 0) continue;
      const source = sources[runs.get(hashes[at] ?? 0) ?? 0]?.name ?? '';
      const run = words.slice(at, at + COPY_WORDS).join(' ');
      const line = place.length === 0 ? card.lineOf(['id']) : card.lineOf(place);
      problems.push({ file: card.file, line, message: `${card.id}: "${run}" stands word for word in ${source}` });
    }
  }
}

/** One number for each run of `COPY_WORDS` words; 53 bits, so that chance meetings need billions of runs. */
export function runHashes(words: readonly string[]): number[] {
  const hashes: number[] = [];
  const each = words.map(hashOf);
  for (let i = 0; i + COPY_WORDS <= words.length; i++) {
    let low = 0x811c9dc5;
    let high = 0x9e3779b9;
    for (let j = i; j < i + COPY_WORDS; j++) {
      low = Math.imul(low ^ (each[j] ?? 0), 0x01000193);
      high = Math.imul(high ^ (each[j] ?? 0), 0x85ebca6b) ^ (high >>> 15);
    }
    hashes.push((low >>> 0) * 0x200000 + ((high >>> 0) & 0x1fffff));
  }
  return hashes;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 13);
}

/** A name of this many words can make up most of a run. */
const LONG_NAME = 4;
/** Words outside long names from which on a run is somebody's sentence. */
const OWN_WORDS = 4;

/** Long names of the cards, as words. */
function nameWords(cards: readonly Card[]): string[][] {
  const names = cards.flatMap((card) => [card.name, card.title ?? '', ...card.aliases.map((alias) => alias.t)]);
  return [...new Set(names)].map((name) => wordsOf(name)).filter((words) => words.length >= LONG_NAME);
}

/** Whether the run at this word is made up of long names but for a few words. */
function isNameAt(words: readonly string[], at: number, names: readonly (readonly string[])[]): boolean {
  const own = new Set(Array.from({ length: COPY_WORDS }, (_, i) => at + i));
  for (const name of names) {
    for (let i = Math.max(0, at - name.length); i < at + COPY_WORDS; i++) {
      if (name.every((word, j) => words[i + j] === word)) name.forEach((_, j) => own.delete(i + j));
    }
  }
  return own.size < OWN_WORDS;
}
