import { dom } from './dom';
import { inDocument } from './flat';
import type { Run } from './walk';

/** Headlines looked at before the story's first paragraph. */
const MAX_HEADLINES = 20;
const MAX_LENGTH = 400;

/**
 * The element of the story's headline: of the headings before its first text the one whose words are those of the
 * page's title. A story in a shadow tree may have its headline in there or above. Null where none is like the title.
 */
export function headlineBefore(first: Text, title: string): Element | null {
  const root = first.getRootNode();
  const inside = root instanceof ShadowRoot ? headlineIn(root, first, title) : null;
  return inside ?? headlineIn(document, inDocument(first), title);
}

function headlineIn(scope: Document | ShadowRoot, before: Node, title: string): Element | null {
  const titleWords = new Set(wordsOf(title));
  const found = likeTitle(dom().queryAll(scope, 'h1'), before, title, titleWords, 0);
  return found ?? likeTitle(dom().queryAll(scope, 'h2'), before, title, titleWords, 0.4);
}

function likeTitle(
  headings: Iterable<Element>,
  before: Node,
  title: string,
  titleWords: ReadonlySet<string>,
  least: number,
): Element | null {
  let best: Element | null = null;
  let bestScore = least;
  let seen = 0;
  for (const element of headings) {
    if (++seen > MAX_HEADLINES) break;
    if (!(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING)) break;
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
