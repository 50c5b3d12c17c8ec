import { readFileSync } from 'node:fs';

/** One synset of WordNet's `data.noun` that names a single thing ("instance"). */
export type Instance = {
  offset: string;
  /** Lexicographer file: 04 act, 11 event, 17 object, 18 person ... */
  file: string;
  /** Words as WordNet writes them, spaces restored; the first is the usual one. */
  words: string[];
  /** Offset of what it is an instance of. */
  of: string;
  gloss: string;
};

export type WordnetNouns = {
  instances: Instance[];
  /** First word of every synset and its hypernyms, to ask what a kind is a kind of. */
  kinds: ReadonlyMap<string, { word: string; above: string[] }>;
  /** Capitalised words of all synsets: how many different things each names. */
  senses: ReadonlyMap<string, number>;
};

/**
 * Reads `data.noun`. A line is: offset, file, part of speech, count of words in hexadecimal, pairs of word and sense
 * number, count of pointers in decimal, pointers of four cells (`@` hypernym, `@i` instance of), `|` and the gloss.
 */
export function readWordnetNouns(text: string): WordnetNouns {
  const instances: Instance[] = [];
  const kinds = new Map<string, { word: string; above: string[] }>();
  const senses = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const bar = line.indexOf(' | ');
    const cells = line.slice(0, bar).split(' ');
    const [offset = '', file = ''] = cells;
    const count = parseInt(cells[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, i) => (cells[4 + 2 * i] ?? '').replaceAll('_', ' '));
    const pointers = cells.slice(5 + 2 * count);
    const above = targets(pointers, '@');
    kinds.set(offset, { word: words[0] ?? '', above });
    for (const word of words) if (/^\p{Lu}/u.test(word)) senses.set(word, (senses.get(word) ?? 0) + 1);
    const [of] = targets(pointers, '@i');
    if (of !== undefined) instances.push({ offset, file, words, of, gloss: line.slice(bar + 3).trim() });
  }
  return { instances, kinds, senses };
}

export function readWordnetFile(file: string): WordnetNouns {
  return readWordnetNouns(readFileSync(file, 'utf8'));
}

function targets(pointers: readonly string[], symbol: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 1 < pointers.length; i += 4) {
    if (pointers[i] === symbol) found.push(pointers[i + 1] ?? '');
  }
  return found;
}

/** Whether a kind is, directly or over others, one of these words ("celestial body"). */
export function isKindOf(nouns: WordnetNouns, offset: string, words: ReadonlySet<string>): boolean {
  const kind = nouns.kinds.get(offset);
  if (!kind) return false;
  return words.has(kind.word) || kind.above.some((above) => isKindOf(nouns, above, words));
}
