import { dom } from './dom';
import type { Run } from './walk';

/** Headlines looked at before the story's first paragraph. */
const MAX_HEADLINES = 20;
const MAX_LENGTH = 400;

/**
 * The element of the story's headline: of the headings before its first text the one whose words are those of the
 * page's title. Null where none is like the title.
 */
export function headlineBefore(first: Text, title: string): Element | null {
  const titleWords = wordsOf(title);
  let best: Element | null = null;
  let bestScore = 0.45;
  let seen = 0;
  for (const element of dom().queryAll(document, 'h1,h2')) {
    if (!(first.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING)) break;
    const isFirstLevel = dom().tagOf(element) === 'h1';
    if (!isFirstLevel && ++seen > MAX_HEADLINES) continue;
    const text = element.textContent ?? '';
    if (text.length < 4 || text.length > MAX_LENGTH) continue;
    const score = overlap(wordsOf(text), titleWords) + (isFirstLevel ? 0.5 : 0.1);
    if (score >= bestScore) {
      best = element;
      bestScore = score;
    }
  }
  return best;
}

export function textOf(run: Run): string {
  return run.datas.join('').replace(/\s+/g, ' ').trim();
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\u3040-\u9fff\uac00-\ud7af]|[\p{L}\p{N}]+/gu) ?? []);
}

/** Share of `words` that are in `title`. */
function overlap(words: Set<string>, title: Set<string>): number {
  if (words.size === 0) return 0;
  let shared = 0;
  for (const word of words) if (title.has(word)) shared++;
  return shared / words.size;
}
