import { expand } from './expand';
import {
  BLANK, HANGUL, INSIDE, KIND_SHIFT, LETTER, MARK, QUIET, SPACE, SPECIAL, foldEntry, foldTable,
} from './fold-table'; // prettier-ignore

/**
 * Tokens of a text, in arrays that are used again for the next text. A token is a word, one Han, Kana or Hangul
 * character, or one punctuation mark; a name is a run of whole tokens, so token ends are the boundaries of names.
 *
 * Example: `Xi’s U.S. trip` gives `Xi`, `'`, `s`, ` u`, `.`, `s`, `.`, ` trip`, where the leading space stands for the
 * bit SPACE_BEFORE.
 */
export type Tokens = {
  count: number;
  /** UTF-16 offsets into the text. */
  start: Int32Array;
  end: Int32Array;
  /** `hashWord` of the folded token, as a signed 32-bit number. */
  hash: Int32Array;
  bits: Uint8Array;
};

/** White space stands before the token. */
export const SPACE_BEFORE = 1;
/** The token starts with a lower-case letter, a digit or a punctuation mark: few names start with such a one. */
export const QUIET_START = 2;

/** What `readToken` returns where there is none: at the end of the text, and before a character to be expanded. */
export const NO_TOKEN = -1;
export const NEEDS_EXPANSION = -2;

/** Start and factor of `hashWord`. */
export const FNV_OFFSET = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;

/** Empty arrays with room for `capacity` tokens. */
export function createTokens(capacity: number): Tokens {
  return {
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    bits: new Uint8Array(capacity),
  };
}

/** The text as it was cut, expanded if it had to be: the offsets are offsets into it. */
export type TokenizedText = Tokens & { text: string };

/** All tokens of a text. */
export function tokenize(text: string): TokenizedText {
  const tokens = createTokens(text.length);
  if (readTokens(text, tokens, false)) return { ...tokens, text };
  const { text: expanded } = expand(text);
  const more = createTokens(expanded.length);
  readTokens(expanded, more, true);
  return { ...more, text: expanded };
}

function readTokens(text: string, tokens: Tokens, isExpanded: boolean): boolean {
  let at = 0;
  while (at >= 0) at = readToken(text, at, tokens, isExpanded);
  return at === NO_TOKEN;
}

/**
 * Adds the next token at or after `from` to `tokens` and returns where to go on, or one of the two negative numbers.
 * With `isExpanded`, what could not be expanded stands alone.
 */
export function readToken(text: string, from: number, tokens: Tokens, isExpanded: boolean): number {
  const table = foldTable();
  let bits = 0;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const entry = table[unit] || foldEntry(unit);
    const kind = (entry >> KIND_SHIFT) & 15;
    if ((entry & BLANK) === 0) {
      return kind === SPECIAL && !isExpanded ? NEEDS_EXPANSION : readTokenAt(text, i, entry, bits, tokens);
    }
    if (kind === SPACE) bits = SPACE_BEFORE;
  }
  return NO_TOKEN;
}

/** Adds the token that starts exactly at `start`, with the entry of its first unit; returns where it ends. */
export function readTokenAt(text: string, start: number, first: number, bits: number, tokens: Tokens): number {
  const table = foldTable();
  const length = text.length;
  let hash = Math.imul(FNV_OFFSET ^ (first & 0xffff), FNV_PRIME);
  let end = start + 1;
  for (let i = end; i < length; i++) {
    const unit = text.charCodeAt(i);
    const entry = table[unit] || foldEntry(unit);
    if (entry & LETTER) {
      // Letters go on a word; after a token of one unit they start the next.
      if (!(first & LETTER)) break;
      hash = Math.imul(hash ^ (entry & 0xffff), FNV_PRIME);
      end = i + 1;
    } else if (!(entry & INSIDE)) {
      break;
    } else if (((entry >> KIND_SHIFT) & 15) === MARK) {
      end = i + 1;
    }
  }
  const slot = tokens.count++;
  tokens.start[slot] = start;
  tokens.end[slot] = end;
  tokens.hash[slot] = hash;
  tokens.bits[slot] = first & QUIET ? bits | QUIET_START : bits;
  return end;
}

/**
 * Whether the unit at `at`, with this entry, goes on what stands before it: a letter of a word, or a Hangul syllable,
 * which may be a token of its own but where no name may start.
 */
export function isInsideWord(text: string, at: number, entry: number): boolean {
  const isHangul = ((entry >> KIND_SHIFT) & 15) === HANGUL;
  if (!isHangul && !(entry & LETTER)) return false;
  for (let i = at - 1; i >= 0; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 0x20) return false;
    const before = foldEntry(unit);
    if (before & LETTER) return true;
    if (!(before & INSIDE)) return isHangul && ((before >> KIND_SHIFT) & 15) === HANGUL;
  }
  return false;
}
