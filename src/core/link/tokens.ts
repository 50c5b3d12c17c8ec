import { FUNCTION_WORDS } from './lexicon';

/**
 * Words of a block with what their shape says. Offsets are UTF-16 offsets into the block's text. A word is a run of
 * letters, digits and marks, with apostrophes and full stops inside ("O'Brien", "U.S."), never a possessive 's.
 */
export type Token = {
  start: number;
  end: number;
  text: string;
  /** First letter is upper-case. */
  capital: boolean;
  /** All letters are upper-case, at least two of them. */
  allCaps: boolean;
  /** First word of a sentence (or of the block). */
  sentenceStart: boolean;
  /** What stands between the previous word and this one: "" at the start of the block. */
  gap: string;
  sentence: number;
};

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu;
/** Abbreviations that end with a full stop without ending a sentence. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|sgt|capt|adm|maj|rev|hon|st|jr|sr|vs|no|inc|corp|co|ltd|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z]|(?:[a-z]\.)+[a-z])$/i;
const POSSESSIVE = /['’]s$/i;

/** Splits a block into words and sentences. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  let sentence = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const word = POSSESSIVE.test(match[0]) ? match[0].slice(0, -2) : match[0];
    if (word === '') continue;
    const gap = text.slice(previousEnd, start);
    const previous = tokens.at(-1);
    const startsSentence = previous === undefined || endsSentence(previous, gap, word);
    if (startsSentence && previous !== undefined) sentence++;
    tokens.push({
      start,
      end: start + word.length,
      text: word,
      ...shapeOf(word),
      sentenceStart: startsSentence,
      gap,
      sentence,
    });
    previousEnd = start + word.length;
  }
  return tokens;
}

function shapeOf(word: string): { capital: boolean; allCaps: boolean } {
  const first = word.charCodeAt(0);
  // ASCII is nearly every word of an English page: no case mapping, no allocation.
  const capital = first < 128 ? first >= 65 && first <= 90 : isUpperStart(word);
  return { capital, allCaps: capital && word.length > 1 && word === word.toUpperCase() && /\p{L}.*\p{L}/u.test(word) };
}

function isUpperStart(word: string): boolean {
  const first = word.slice(0, 1);
  return first === first.toUpperCase() && first !== first.toLowerCase();
}

function endsSentence(previous: Token, gap: string, word: string): boolean {
  if (/[!?…。！？\n]/.test(gap)) return true;
  if (!gap.includes('.')) return /[:;]\s*["“'‘]?$/.test(gap) && /["“]/.test(gap);
  // A full stop ends a sentence unless it belongs to an abbreviation or a lower-case word follows.
  if (word.toLowerCase() === word && /\p{L}/u.test(word)) return false;
  return !(ABBREVIATION.test(previous.text) && /^\.\s*$/.test(gap));
}

/** Share of capitalised words among those of four letters or more: above this a block is in title case. */
const TITLE_CASE_SHARE = 0.6;
const TITLE_CASE_SENTENCE_SHARE = 0.9;

export type BlockCase = 'sentence' | 'title' | 'upper';

/** A sentence of few long words says too little: "The Lebanon Valley Apple Growers met." is no headline. */
const LEAST_TITLE_SENTENCE = 7;

/** How a block uses capitals: normal sentences, Title Case, or ALL CAPITALS. */
export function caseOf(tokens: readonly Token[], text: string): BlockCase {
  let long = 0;
  let capital = 0;
  let upper = 0;
  for (const token of tokens) {
    // Small verbs count ("met", "ate"): a headline in title case writes them large.
    if (token.text.length < 3 || (token.text.length === 3 && FUNCTION_WORDS.has(token.text.toLowerCase()))) continue;
    if (token.text.length === 3 && token.capital) continue;
    long++;
    if (token.capital) capital++;
    if (token.allCaps) upper++;
  }
  if (long >= 3 && upper / long >= 0.7) return 'upper';
  // A sentence may list many names and still be one; it ends with a full stop, a headline does not.
  const isSentence = /[.!?]['"”’)]?\s*$/.test(text);
  const share = isSentence ? TITLE_CASE_SENTENCE_SHARE : TITLE_CASE_SHARE;
  return long >= (isSentence ? LEAST_TITLE_SENTENCE : 4) && capital / long >= share ? 'title' : 'sentence';
}
