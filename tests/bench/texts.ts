import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom, plain } from './names';

const CORPORA = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
const GOLD_SETS = ['geovirus', 'gum-interview', 'meantime-en', 'msnbc', 'news-fair-dev', 'reuters-128', 'sel-wikinews'];

export type BenchTexts = { source: string; documents: string[]; characters: number };

/**
 * English articles: real ones where the corpora lie beside the project, else sentences made by a generator. Reduced to
 * ASCII with single spaces, so that all peers agree on what a word is.
 */
export function benchTexts(names: readonly string[]): BenchTexts {
  const isReal = existsSync(CORPORA);
  const texts = isReal ? realTexts() : generatedTexts(names);
  const documents = texts.map(toPlainText).filter((text) => text.length > 200);
  const characters = documents.reduce((sum, text) => sum + text.length, 0);
  return { source: isReal ? 'real articles' : 'generated sentences', documents, characters };
}

function realTexts(): string[] {
  const gold = GOLD_SETS.flatMap((set) => readLines(`gold/${set}.jsonl`).map(({ text }) => text ?? ''));
  const pages = readLines('pages/pages.jsonl').filter(({ lang }) => lang === 'en');
  return [...gold, ...pages.map(({ body }) => body ?? '')];
}

function readLines(path: string): { text?: string; body?: string; lang?: string }[] {
  const file = join(CORPORA, path);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text?: string });
}

function toPlainText(text: string): string {
  return plain(text)
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Function words with their share of English running text, roughly; the rest are invented lower-case words. */
const COMMON = 'the of to and a in that is was for on with as by at from his it be are has have said not this'.split(
  ' ',
);

function generatedTexts(names: readonly string[]): string[] {
  const random = createRandom(2);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const letters = () => String.fromCharCode(97 + Math.floor(random() * 26));
  const word = () => Array.from({ length: 3 + Math.floor(random() * 8) }, letters).join('');
  const sentence = () => {
    const words = Array.from({ length: 12 + Math.floor(random() * 16) }, () => {
      const dice = random();
      return dice < 0.45 ? pick(COMMON) : dice < 0.52 ? pick(names) : word();
    });
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return Array.from({ length: 800 }, () => Array.from({ length: 20 }, sentence).join(' '));
}
