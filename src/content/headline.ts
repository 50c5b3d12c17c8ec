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
  const titleWords = new Set(wordsOf(title));
  return likeTitle('h1', first, title, titleWords, 0) ?? likeTitle('h2', first, title, titleWords, 0.4);
}

function likeTitle(
  tag: string,
  first: Text,
  title: string,
  titleWords: ReadonlySet<string>,
  least: number,
): Element | null {
  let best: Element | null = null;
  let bestScore = least;
  let seen = 0;
  for (const element of dom().queryAll(document, tag)) {
    if (++seen > MAX_HEADLINES) break;
    if (!(first.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING)) break;
    const text = element.textContent ?? '';
    if (text.length < 4 || text.length > MAX_LENGTH) continue;
    const score = likeness(text, title, titleWords);
    if (score > bestScore) {
      best = element;
      bestScore = score;
    }
  }
  return best;
}

export function textOf(run: Run): string {
  return run.datas.join('').replace(/\s+/g, ' ').trim();
}

const PUNCTUATION = /[\s.,:;!?|"'\u2018\u2019\u201c\u201d\u00ab\u00bb()\u2013\u2014-]+/;

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(PUNCTUATION).filter(Boolean);
}

/** Share of the text's words that are in the title; 1 when the title holds the text as it stands. */
function likeness(text: string, title: string, titleWords: ReadonlySet<string>): number {
  const trimmed = text.trim();
  if (trimmed.length > 3 && title.includes(trimmed)) return 1;
  const words = wordsOf(trimmed);
  return words.length === 0 ? 0 : words.filter((word) => titleWords.has(word)).length / words.length;
}
