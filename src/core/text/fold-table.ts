/**
 * What every UTF-16 code unit becomes before names are compared, as one table of 65,536 entries that is filled as units
 * are met (the ASCII part at once). An entry holds the folded unit in bits 0-15, its kind in bits 16-19, its case in bits
 * 20-21 and what the hot loops ask in bits 22-25, so that they need one load a character.
 *
 * Example: `É` has the entry `e | WORD | UPPER`; U+2019 (’) has `' | PUNCT`; U+00AD (soft hyphen) has `DROP`.
 */

/** Kinds of units; 0 means "not computed yet". */
export const SPACE = 1;
/** Letters, digits and marks of scripts that write words apart. */
export const WORD = 2;
/** Anything else visible: each unit is a token of its own. */
export const PUNCT = 3;
/** Han, Kana and the halves of astral characters: a token of its own, with no need of a boundary. */
export const SOLO = 4;
/** Hangul syllables: a token each, but a name may start only where the word does. */
export const HANGUL = 5;
/** Invisible: soft hyphen, zero-width characters, bidi controls. */
export const DROP = 6;
/** Diacritics: invisible to the comparison, but part of the letter before them. */
export const MARK = 7;
/** Becomes several units, or must be seen together with its neighbours: see `expand`. */
export const SPECIAL = 8;

export const KIND_SHIFT = 16;
export const UPPER = 1 << 20;
export const LOWER = 1 << 21;
/**
 * Starts no token, or one that few names start with: a lower-case word, a number, a punctuation mark. Of ASCII, all
 * but the upper-case letters.
 */
export const QUIET = 1 << 22;
/** May stand inside a word: letters, diacritics, invisible units. */
export const INSIDE = 1 << 23;
/** Starts no token: white space, diacritics, invisible units. */
export const BLANK = 1 << 24;
/** Is a WORD: the kind that most loops test for. */
export const LETTER = 1 << 25;

/** Ranges of code units, first and last of each. */
type Ranges = readonly (readonly [number, number])[];

const DROPPED: Ranges = [
  [0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x180e, 0x180e], [0x200b, 0x200f], [0x202a, 0x202e],
  [0x2060, 0x2064], [0x2066, 0x206f], [0xfeff, 0xfeff],
]; // prettier-ignore
/** Diacritics of Latin, Greek, Cyrillic, Hebrew, Arabic, variation selectors; vowel signs of other scripts stay. */
const MARKS: Ranges = [
  [0x300, 0x36f], [0x483, 0x487], [0x591, 0x5bd], [0x5bf, 0x5bf], [0x5c1, 0x5c2], [0x5c4, 0x5c5], [0x5c7, 0x5c7],
  [0x610, 0x61a], [0x64b, 0x65f], [0x670, 0x670], [0x6d6, 0x6dc], [0x6df, 0x6e4], [0x6e7, 0x6e8], [0x6ea, 0x6ed],
  [0x1ab0, 0x1aff], [0x1dc0, 0x1dff], [0x20d0, 0x20ff], [0xfe00, 0xfe0f], [0xfe20, 0xfe2f],
]; // prettier-ignore
/** Conjoining jamo, half-width Kana and Hangul, combining sound marks of Kana: composed with their neighbours first. */
const CLUSTERED: Ranges = [
  [0x1100, 0x11ff], [0x3099, 0x309a], [0xa960, 0xa97f], [0xd7b0, 0xd7ff], [0xff66, 0xffdc],
]; // prettier-ignore
const HANGUL_SYLLABLES: Ranges = [[0xac00, 0xd7a3]];
const SOLO_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u30fc]/u;
/** Letters that Unicode does not decompose but readers take for another letter with a stroke or a tie. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', ł: 'l', Ł: 'L', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ı: 'i', ς: 'σ',
  ß: 'ss', ẞ: 'Ss', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', þ: 'th', Þ: 'Th',
}; // prettier-ignore
/** Left as they are: trade marks and footnote figures beside a name are not part of its last word. */
const SIGNS = /[\u2122\u2120\u00b2\u00b3\u00b9\u2070-\u207f\u2026]/u;
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb-\u02bd\u02bf\u2018\u2019\u201b\u2032\uff07]/u;
const HYPHENS = /[\u2010-\u2013\u2212\ufe58\ufe63\uff0d]/u;
const QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2033\uff02]/u;

let table: Int32Array | null = null;

/** The table; entries that are 0 are computed by `foldEntry`. */
export function foldTable(): Int32Array {
  if (table === null) {
    table = new Int32Array(65536);
    for (let unit = 0; unit < 128; unit++) table[unit] = asciiEntry(unit);
  }
  return table;
}

/** The same as `computeEntry` of ASCII, without its regular expressions: every new worker fills these in. */
function asciiEntry(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return entryOf(unit, WORD, LOWER);
  if (unit >= 0x41 && unit <= 0x5a) return entryOf(unit + 0x20, WORD, UPPER);
  if ((unit >= 0x30 && unit <= 0x39) || unit === 0x5f) return entryOf(unit, WORD);
  if (unit === 0x20 || (unit >= 9 && unit <= 13)) return entryOf(0x20, SPACE);
  return entryOf(unit === 0x60 ? 0x27 : unit, PUNCT);
}

/** The entry of a unit that the table does not hold yet; stores it. */
export function foldEntry(unit: number): number {
  const entries = foldTable();
  const known = entries[unit] ?? 0;
  if (known !== 0) return known;
  const entry = computeEntry(unit);
  entries[unit] = entry;
  return entry;
}

/** What one special character stands for, as units that are foldable one by one (`ß` gives `ss`, `ﬁ` gives `fi`). */
export function expansionOf(character: string): string {
  return LETTERS[character] ?? character.normalize('NFKC');
}

function entryOf(unit: number, kind: number, letterCase = 0): number {
  const isBlank = kind === SPACE || kind === DROP || kind === MARK;
  const isInside = kind === WORD || kind === DROP || kind === MARK;
  const isQuiet =
    isBlank || kind === PUNCT || letterCase === LOWER || (kind === WORD && unit < 0x60 && letterCase === 0);
  const asked = (isQuiet ? QUIET : 0) | (isInside ? INSIDE : 0) | (isBlank ? BLANK : 0) | (kind === WORD ? LETTER : 0);
  return unit | (kind << KIND_SHIFT) | letterCase | asked;
}

function isIn(unit: number, ranges: Ranges): boolean {
  return ranges.some(([first, last]) => unit >= first && unit <= last);
}

function withoutMarks(text: string): string {
  return text
    .split('')
    .filter((character) => !isIn(character.charCodeAt(0), MARKS))
    .join('');
}

function computeEntry(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit < 0xe000) {
    // Mathematical letters (lead D835) fold to ASCII; all other astral characters are compared as they stand.
    return entryOf(unit, unit === 0xd835 ? SPECIAL : SOLO);
  }
  if (isIn(unit, DROPPED)) return entryOf(unit, DROP);
  if (/\s|\u0085/u.test(character)) return entryOf(0x20, SPACE);
  if (APOSTROPHES.test(character)) return entryOf(0x27, PUNCT);
  if (HYPHENS.test(character)) return entryOf(0x2d, PUNCT);
  if (QUOTES.test(character)) return entryOf(0x22, PUNCT);
  if (SIGNS.test(character)) return entryOf(unit, PUNCT);
  if (isIn(unit, MARKS)) return entryOf(unit, MARK);
  if (isIn(unit, CLUSTERED)) return entryOf(unit, SPECIAL);
  if (isIn(unit, HANGUL_SYLLABLES)) return entryOf(unit, HANGUL);
  return computeLetter(unit, character);
}

/** Letters, digits and signs: decomposed, stripped of diacritics and lower-cased. */
function computeLetter(unit: number, character: string): number {
  if (/[\u3040-\u30ff]/u.test(character)) return entryOf(unit, SOLO_SCRIPT.test(character) ? SOLO : PUNCT);
  const plain = LETTERS[character] ?? withoutMarks(character.normalize('NFKD'));
  if (plain === '' || plain.startsWith(' ')) return entryOf(unit, PUNCT);
  const lower = plain.toLowerCase();
  if (plain.length !== 1 || lower.length !== 1) return entryOf(unit, SPECIAL);
  const folded = lower.charCodeAt(0);
  if (SOLO_SCRIPT.test(plain)) return entryOf(folded, SOLO);
  if (isIn(plain.charCodeAt(0), CLUSTERED)) return entryOf(unit, SPECIAL);
  if (!/[\p{L}\p{N}\p{M}_]/u.test(plain)) return entryOf(folded, PUNCT);
  if (plain !== lower) return entryOf(folded, WORD, UPPER);
  return entryOf(folded, WORD, plain.toUpperCase() === plain ? 0 : LOWER);
}
