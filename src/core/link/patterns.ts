import type { LinkBlock, Reading, Span } from './document';

/**
 * Sentence patterns name what a story does not name: the anchor "row with China" together with "Japan" or "Tokyo" in
 * one sentence. The anchor is a name like any other, found by the same scan; only where it stands are the other
 * terms looked for, so patterns cost nothing elsewhere.
 */
export function patternHolds(reading: Reading, span: Span, block: LinkBlock): boolean {
  const sentence = sentenceAround(span, block);
  return reading.pack.pattern(reading.pattern).groups.every((group) => group.some((term) => hasTerm(sentence, term)));
}

/** Text of the sentence that holds the span, the span included: "North Korea's nuclear" may reach into the anchor. */
function sentenceAround(span: Span, block: LinkBlock): string {
  const number = block.tokens[span.firstToken]?.sentence;
  let first = span.firstToken;
  let last = span.lastToken;
  while (first > 0 && block.tokens[first - 1]?.sentence === number) first--;
  while (last + 1 < block.tokens.length && block.tokens[last + 1]?.sentence === number) last++;
  const start = block.tokens[first]?.start ?? span.start;
  const end = block.tokens[last]?.end ?? span.end;
  const text = block.text.slice(Math.min(start, span.start), Math.max(end, span.end));
  return text
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\u00ad', '');
}

/** Whole-word search; a term that starts with a capital must do so in the text, other terms in either case. */
function hasTerm(sentence: string, term: string): boolean {
  const proper = /^\p{Lu}/u.test(term);
  const text = proper ? sentence : sentence.toLowerCase();
  const wanted = proper ? term : term.toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + wanted.length])) return true;
  }
  return false;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
