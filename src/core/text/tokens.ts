import { expand } from './expand';
import {
  BLANK, HANGUL, INSIDE, KIND_SHIFT, LETTER, LOWER, MARK, QUIET, SPACE, SPECIAL, UPPER, foldTable,
} from './fold-table'; // prettier-ignore
import { addBlock, addUnit } from './token-hash';
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
  /** Of the folded token (token-hash.ts), as a signed 32-bit number. */
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
  const { bytes, words } = text;
  const slot = tokens.count;
  // An ASCII letter has another one as its fold; digits and the underscore have not.
  if (bytes[start]! < 128 && first & (UPPER | LOWER)) {
    const end = readAsciiWord(words, start, tokens.hash, slot);
    if (endsAsciiWord(bytes[end]!)) {
      tokens.count = slot + 1;
      tokens.start[slot] = start;
      tokens.end[slot] = end;
      tokens.bits[slot] = first & QUIET ? bits | QUIET_START : bits;
      return end;
    }
  }
  return readAnyToken(text, start, first, bits, tokens);
}

/** The same for tokens of any characters, one after the other. */
function readAnyToken(text: Utf8Text, start: number, first: number, bits: number, tokens: Tokens): number {
  const { bytes, length } = text;
  const width = widthOf(bytes[start]!);
  let hash = 0;
  let block = addUnit(0, first & 0xffff, 0);
  let count = 1;
  if (width === 4) block = addUnit(block, lowUnitAt(bytes, start), count++);
  let end = start + width;
  for (let i = end; i < length;) {
    const entry = entryAt(bytes, i);
    if (!(entry & INSIDE)) break;
    i += widthOf(bytes[i]!);
    if (entry & LETTER) {
      // Letters go on a word; after a token of one character they start the next.
      if (!(first & LETTER)) break;
      if ((count & 3) === 0) {
        hash = addBlock(hash, block);
        block = 0;
      }
      block = addUnit(block, entry & 0xffff, count++);
      end = i;
    } else if (((entry >> KIND_SHIFT) & 15) === MARK) {
      end = i;
    }
  }
  hash = addBlock(hash, block);
  if (count <= 4) hash = addBlock(hash, 0);
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

/** Bit 7 of every byte of ASCII letters, of none of anything else. `four` in the order of the text from the lowest on. */
function letterBits(four: number): number {
  const small = (four | 0x20202020) & 0x7f7f7f7f;
  return (small + 0x1f1f1f1f) & ~(small + 0x05050505) & ~four & 0x80808080;
}

/**
 * Reads the run of ASCII letters that starts with the one at `start`: its hash goes into `hashes` at `slot`; returns
 * where it ends. The token ends there as well, unless a digit, an underscore or a character that is not ASCII follows.
 * Eight bytes are looked at together, since the length of a word is what a processor guesses worst.
 */
export function readAsciiWord(words: Int32Array, start: number, hashes: Int32Array, slot: number): number {
  const shift = (start & 3) << 3;
  let word = start >> 2;
  let end = start;
  let hash = 0;
  for (;;) {
    const middle = words[word + 1]!;
    // Bytes that do not start at a multiple of four, from the two words that hold them.
    const first = (words[word]! >>> shift) | ((middle << 1) << (31 - shift));
    const second = (middle >>> shift) | ((words[word + 2]! << 1) << (31 - shift));
    const others = letterBits(first) ^ 0x80808080;
    const otherSeconds = letterBits(second) ^ 0x80808080;
    // All bytes before the first that is no letter; all of them where there is none.
    const mask = ((others & -others) >>> 7) - 1;
    const maskSecond = others === 0 ? ((otherSeconds & -otherSeconds) >>> 7) - 1 : 0;
    // Nothing is left only behind a word whose letters ended with the eight bytes before.
    if (mask === 0) break;
    hash = addBlock(hash, (first | 0x20202020) & mask);
    if (maskSecond !== 0 || end === start) hash = addBlock(hash, (second | 0x20202020) & maskSecond);
    end += (64 - Math.clz32(mask) - Math.clz32(maskSecond)) >> 3;
    if (maskSecond !== -1) break;
    word += 2;
  }
  hashes[slot] = hash;
  return end;
}

/** Whether a run of ASCII letters is a whole token when this byte follows. */
export function endsAsciiWord(byte: number): boolean {
  return byte < 128 && (foldTable()[byte]! & LETTER) === 0;
}
