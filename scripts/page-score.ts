/**
 * How a text that a program collected from a page compares with the article's body as judged by hand. Both are cut
 * into words (a character each in scripts without spaces); a word is covered where it stands in a row of five that the
 * other text has too. Shorter texts count as covered when the other has them whole.
 */
const ROW = 5;
const WORD = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f\u1000-\u109f\u0900-\u097f]|[\p{L}\p{M}\p{N}]+/gu;

export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b]/g, '')
    .toLowerCase();
  return plain.match(WORD) ?? [];
}

/** Texts that others are compared with. */
export type Gold = { words: string[]; rows: Set<string>; joined: string };

export function goldOf(texts: readonly string[]): Gold {
  const rows = new Set<string>();
  const words: string[] = [];
  for (const text of texts) {
    const own = wordsOf(text);
    for (let i = 0; i + ROW <= own.length; i++) rows.add(own.slice(i, i + ROW).join(' '));
    words.push(...own, '\u0000');
  }
  return { words: words.filter((word) => word !== '\u0000'), rows, joined: ` ${words.join(' ')} ` };
}

/** For each word whether the gold text has it in a row of five. */
export function coverage(words: readonly string[], gold: Gold): boolean[] {
  const covered = words.map(() => false);
  if (words.length < ROW) {
    return words.length > 0 && gold.joined.includes(` ${words.join(' ')} `) ? words.map(() => true) : covered;
  }
  for (let i = 0; i + ROW <= words.length; i++) {
    if (gold.rows.has(words.slice(i, i + ROW).join(' '))) covered.fill(true, i, i + ROW);
  }
  return covered;
}

/** Words of a body, how many of them were collected, and words collected inside and outside it. */
export type TextScore = { body: number; found: number; inside: number; outside: number };

export function scoreText(blocks: readonly string[], body: string): TextScore {
  const gold = goldOf([body]);
  const score = { body: gold.words.length, found: 0, inside: 0, outside: 0 };
  for (const block of blocks) {
    const covered = coverage(wordsOf(block), gold);
    const inside = covered.filter(Boolean).length;
    score.inside += inside;
    score.outside += covered.length - inside;
  }
  score.found = coverage(gold.words, goldOf(blocks)).filter(Boolean).length;
  return score;
}

/** Whether a mention stands in the body: all its words are covered, seen with the words around it. */
export function isInBody(text: string, context: string, gold: Gold): boolean {
  const at = nearest(context, text);
  if (at < 0) return false;
  const before = wordsOf(context.slice(0, at)).length;
  const own = wordsOf(text).length;
  return coverage(wordsOf(context), gold)
    .slice(before, before + own)
    .every(Boolean);
}

/** The occurrence nearest to the middle: the context was cut around the mention. */
function nearest(context: string, text: string): number {
  const middle = (context.length - text.length) / 2;
  let best = -1;
  for (let at = context.indexOf(text); at >= 0; at = context.indexOf(text, at + 1)) {
    if (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  }
  return best;
}

export function addScores(scores: readonly TextScore[]): TextScore {
  const sum = { body: 0, found: 0, inside: 0, outside: 0 };
  for (const score of scores) for (const key of ['body', 'found', 'inside', 'outside'] as const) sum[key] += score[key];
  return sum;
}
