import { expand } from './expand';
import {
  BLANK, HANGUL, INSIDE, KIND_SHIFT, LETTER, MARK, QUIET, SPACE, SPECIAL,
} from './fold-table'; // prettier-ignore
import {
  characterBefore, createUtf8Text, entryAt, lowUnitAt, setText, widthOf, type Utf8Text,
} from './utf8-text'; // prettier-ignore

/**
 * Tokens of a text, in arrays that are used again for the next text. A token is a word, or one character of Han, Kana or
 * Hangul, or one of punctuation; a name is a run of whole tokens, so token ends are the boundaries of names.
 *
 * Example: `Xi’s U.S. trip` gives `Xi`, `’`, `s`, ` U`, `.`, `S`, `.`, ` trip`, where the leading space stands for the
 * bit SPACE_BEFORE.
 */
export type Tokens = {
  count: number;
  /** Offsets in bytes of the text in UTF-8. */
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

/** The text as it was cut, expanded if it had to be: the offsets are offsets into its bytes. */
export type TokenizedText = Tokens & { text: Utf8Text };

let scratch: Utf8Text | null = null;

/** All tokens of a text; its bytes are valid until the next call. */
export function tokenize(text: string): TokenizedText {
  scratch ??= createUtf8Text();
  return cut(scratch, text, false) ?? (cut(scratch, expand(text).text, true) as TokenizedText);
}

function cut(target: Utf8Text, text: string, isExpanded: boolean): TokenizedText | null {
  setText(target, text);
  const tokens = createTokens(text.length);
  let at = 0;
  while (at >= 0) at = readToken(target, at, tokens, isExpanded);
  return at === NO_TOKEN ? { ...tokens, text: target } : null;
}

/**
 * Adds the next token at or after `from` to `tokens` and returns where to go on, or one of the two negative numbers.
 * With `isExpanded`, what could not be expanded stands alone.
 */
export function readToken(text: Utf8Text, from: number, tokens: Tokens, isExpanded: boolean): number {
  const { bytes, length } = text;
  let bits = 0;
  for (let i = from; i < length; i += widthOf(bytes[i]!)) {
    const entry = entryAt(bytes, i);
    const kind = (entry >> KIND_SHIFT) & 15;
    if ((entry & BLANK) === 0) {
      return kind === SPECIAL && !isExpanded ? NEEDS_EXPANSION : readTokenAt(text, i, entry, bits, tokens);
    }
    if (kind === SPACE) bits = SPACE_BEFORE;
  }
  return NO_TOKEN;
}

/** Adds the token that starts exactly at `start`, with the entry of its first character; returns where it ends. */
export function readTokenAt(text: Utf8Text, start: number, first: number, bits: number, tokens: Tokens): number {
  const { bytes, length } = text;
  const width = widthOf(bytes[start]!);
  let hash = Math.imul(FNV_OFFSET ^ (first & 0xffff), FNV_PRIME);
  if (width === 4) hash = Math.imul(hash ^ lowUnitAt(bytes, start), FNV_PRIME);
  let end = start + width;
  for (let i = end; i < length;) {
    const entry = entryAt(bytes, i);
    if (!(entry & INSIDE)) break;
    i += widthOf(bytes[i]!);
    if (entry & LETTER) {
      // Letters go on a word; after a token of one character they start the next.
      if (!(first & LETTER)) break;
      hash = Math.imul(hash ^ (entry & 0xffff), FNV_PRIME);
      end = i;
    } else if (((entry >> KIND_SHIFT) & 15) === MARK) {
      end = i;
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
 * Whether the character at `at`, with this entry, goes on what stands before it: a letter of a word, or a Hangul
 * syllable, which may be a token of its own but where no name may start.
 */
export function isInsideWord(bytes: Uint8Array, at: number, entry: number): boolean {
  const isHangul = ((entry >> KIND_SHIFT) & 15) === HANGUL;
  if (!isHangul && !(entry & LETTER)) return false;
  for (let i = at; i > 0;) {
    i = characterBefore(bytes, i);
    const before = entryAt(bytes, i);
    if (before & LETTER) return true;
    if (!(before & INSIDE)) return isHangul && ((before >> KIND_SHIFT) & 15) === HANGUL;
  }
  return false;
}

/** The entry of the first character of a token. */
export function firstEntry(tokens: TokenizedText, token: number): number {
  return entryAt(tokens.text.bytes, tokens.start[token] ?? 0);
}
