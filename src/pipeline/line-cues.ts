import type { Card } from './card-schema';

/** A word in the lines of more cards than this says too little about any of them. */
const MOST_CARDS = 60;
const LEAST_LETTERS = 4;
/** Most cues taken of one line. */
const MOST_CUES = 8;
const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}]+)*/gu;

/**
 * Cue words of brief cards, which name none themselves: the words of their lines that few other lines have. "Southern US
 * state, capital Atlanta" makes Atlanta speak for the state of Georgia. Words of the card's own names are no cues.
 */
export function lineCues(cards: readonly Card[]): (card: Card) => string[] {
  const cardsWith = new Map<string, number>();
  for (const { line } of cards) for (const word of wordsOf(line)) cardsWith.set(word, (cardsWith.get(word) ?? 0) + 1);
  return ({ line, name, aliases }) => {
    const own = new Set([name, ...aliases.map(({ t }) => t)].flatMap((text) => [...wordsOf(text)]));
    return [...wordsOf(line)]
      .filter((word) => !own.has(word) && (cardsWith.get(word) ?? 0) <= MOST_CARDS)
      .slice(0, MOST_CUES);
  };
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    if (word.length >= LEAST_LETTERS && !/^\d+$/.test(word)) words.add(word.toLowerCase());
  }
  return words;
}
