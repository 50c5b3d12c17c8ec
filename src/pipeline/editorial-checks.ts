import type { Card } from './card-schema';
import { neutralFindings } from './editorial-neutral';
import { sentencesOf, wordsOf } from './editorial-sentences';
import { styleFindings } from './editorial-style';
import type { SourceProblem } from './source-error';

/** A sentence shorter than this may well be written twice ("It has nuclear weapons."). */
const SHARED_SENTENCE_WORDS = 7;

/**
 * What an editor would object to: wording, sentences too long to follow, names that take a side, accusations without a
 * source, sentences that two cards share. Problems point at the field's line.
 */
export function checkEditorial(cards: readonly Card[], problems: SourceProblem[]): void {
  for (const card of cards) {
    for (const { path, message } of [...styleFindings(card), ...neutralFindings(card)]) {
      problems.push({ file: card.file, line: lineOf(card, path), message: `${card.id}: ${message}` });
    }
  }
  checkSharedSentences(cards, problems);
}

/** The background has no field of its own: its problems stand at the card's first line of front matter. */
function lineOf(card: Card, path: readonly (string | number)[]): number {
  return path.length === 0 ? card.lineOf(['id']) : card.lineOf(path);
}

function checkSharedSentences(cards: readonly Card[], problems: SourceProblem[]): void {
  const seen = new Map<string, Card>();
  for (const card of cards) {
    for (const sentence of [card.line, ...sentencesOf(card.background)]) {
      const words = wordsOf(sentence);
      if (words.length < SHARED_SENTENCE_WORDS) continue;
      const key = words.join(' ');
      const other = seen.get(key);
      if (other && other !== card) {
        const message = `${card.id}: "${sentence.slice(0, 60)}" stands also in ${other.id}`;
        problems.push({ file: card.file, line: lineOf(card, []), message });
      } else seen.set(key, card);
    }
  }
}
