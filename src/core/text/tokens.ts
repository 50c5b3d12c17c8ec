import { expand } from './expand';
import { DROP, HANGUL, KIND_SHIFT, LOWER, MARK, SPACE, SPECIAL, WORD, foldEntry, foldTable } from './fold-table';

/**
 * The tokens of a text, in arrays that are used again for the next text. A token is a word, one Han, Kana or Hangul
 * character, or one punctuation mark; a name is a run of whole tokens, so token ends are the boundaries of names.
 *
 * Example: `Xi’s U.S. trip` gives `xi`, `'`, `s`, ` u`, `.`, `s`, `.`, ` trip`, where the leading space stands for the
 * bit SPACE_BEFORE.
 */
export type Tokens = {
  count: number;
  /** UTF-16 offsets into the text as it was given. */
  start: Int32Array;
  end: Int32Array;
  /** `hashWord` of the folded token, as a signed 32-bit number. */
  hash: Int32Array;
  bits: Uint8Array;
};

/** White space stands before the token. */
export const SPACE_BEFORE = 1;
/** The token starts with a lower-case letter: names that start upper-case cannot match here. */
export const LOWER_START = 2;
/** Hangul inside a word: no name may start here. */
export const NO_START = 4;

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** Empty arrays with room for `capacity` tokens. */
export function createTokens(capacity = 1024): Tokens {
  return {
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    bits: new Uint8Array(capacity),
  };
}

/** Splits `text` into `tokens`, growing the arrays where they are too short. One pass, linear, no other allocation. */
export function tokenize(text: string, tokens: Tokens): void {
  // No text has more tokens than units.
  if (tokens.start.length < text.length) Object.assign(tokens, createTokens(Math.max(text.length, 1024)));
  if (scan(text, tokens, false)) return;
  const expanded = expand(text);
  if (tokens.start.length < expanded.text.length) Object.assign(tokens, createTokens(expanded.text.length));
  scan(expanded.text, tokens, true);
  for (let i = 0; i < tokens.count; i++) {
    tokens.start[i] = expanded.starts[tokens.start[i] ?? 0] ?? 0;
    tokens.end[i] = expanded.ends[(tokens.end[i] ?? 1) - 1] ?? 0;
  }
}

/** The pass itself; false where a special character was met that has to be expanded first. */
function scan(text: string, tokens: Tokens, isExpanded: boolean): boolean {
  const table = foldTable();
  const { start, end, hash, bits } = tokens;
  const length = text.length;
  let count = 0;
  let bit = 0;
  let previous = SPACE;
  let i = 0;
  while (i < length) {
    const unit = text.charCodeAt(i);
    let entry = table[unit] || foldEntry(unit);
    let kind = entry >> KIND_SHIFT;
    if (kind === SPACE) {
      bit = SPACE_BEFORE;
      previous = SPACE;
      i++;
      continue;
    }
    kind &= 15;
    if (kind === DROP || kind === MARK) {
      i++;
      if (kind === MARK && count > 0 && bit === 0) end[count - 1] = i;
      continue;
    }
    if (kind === SPECIAL && !isExpanded) return false;
    start[count] = i++;
    if (kind === HANGUL && (previous === HANGUL || previous === WORD)) bit |= NO_START;
    let sum = Math.imul(FNV_OFFSET ^ (entry & 0xffff), FNV_PRIME);
    let last = i;
    if (kind === WORD) {
      if (entry & LOWER) bit |= LOWER_START;
      for (; i < length; i++) {
        const next = text.charCodeAt(i);
        entry = table[next] || foldEntry(next);
        const nextKind = (entry >> KIND_SHIFT) & 15;
        if (nextKind === WORD) {
          sum = Math.imul(sum ^ (entry & 0xffff), FNV_PRIME);
          last = i + 1;
        } else if (nextKind === MARK) {
          last = i + 1;
        } else if (nextKind !== DROP) {
          break;
        }
      }
    }
    end[count] = last;
    hash[count] = sum;
    bits[count++] = bit;
    bit = 0;
    previous = kind;
  }
  tokens.count = count;
  return true;
}
