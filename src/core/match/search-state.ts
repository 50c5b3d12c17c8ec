import { HASHED_TOKENS, NAME_INDEX, type NameIndex, type WithNameIndex } from '../kb/name-index';
import type { NameMatch, Pack } from '../kb/pack';
import { STRING_LIMIT } from '../kb/string-table';
import { expand, type Expanded } from '../text/expand';
import { createTokens, type Tokens } from '../text/tokens';
import { countUnits, createUtf8Text, setText, type Utf8Text } from '../text/utf8-text';
import { createWords, type Words } from './words';

/** What one search works on; one object for all searches, so that a short text costs no allocation but its matches. */
export type SearchState = {
  /** The text that is searched: expanded where it had to be, and then `expanded` leads back to the reader's text. */
  text: Utf8Text;
  expanded: Expanded | null;
  isExpanded: boolean;
  longestOnly: boolean;
  indexes: NameIndex[];
  /** Whether any name of any pack starts quietly; else lower-case words are skipped without a look. */
  hasQuiet: boolean;
  words: Words;
  /** The tokens from the current start on, as far as they were needed. */
  tokens: Tokens;
  /** For each number of tokens from the current one, what the filter of each pack says of them. */
  bits: Uint8Array;
  /** Mixed hashes of the first one, two, … tokens from the current one. */
  hashes: Int32Array;
  found: NameMatch[];
};

let shared: SearchState | null = null;

/** The state, set to the start of a text. Throws a `TypeError` for packs that `openPack` did not make. */
export function startSearch(text: string, packs: readonly Pack[], longestOnly: boolean): SearchState {
  shared ??= {
    text: createUtf8Text(),
    expanded: null,
    isExpanded: false,
    longestOnly: false,
    indexes: [],
    hasQuiet: false,
    words: createWords(),
    // A name has no more tokens than bytes.
    tokens: createTokens(STRING_LIMIT + 1),
    bits: new Uint8Array(HASHED_TOKENS * 4),
    hashes: new Int32Array(HASHED_TOKENS),
    found: [],
  };
  setText(shared.text, text);
  shared.expanded = null;
  shared.isExpanded = false;
  shared.longestOnly = longestOnly;
  shared.found = [];
  shared.indexes.length = 0;
  shared.hasQuiet = false;
  for (const pack of packs) {
    const index = indexOf(pack);
    shared.indexes.push(index);
    if (index.hasQuiet) shared.hasQuiet = true;
  }
  if (shared.bits.length < HASHED_TOKENS * packs.length) shared.bits = new Uint8Array(HASHED_TOKENS * packs.length * 2);
  return shared;
}

function indexOf(pack: Pack): NameIndex {
  const index = (pack as Partial<WithNameIndex>)[NAME_INDEX];
  if (index === undefined) throw new TypeError('not a pack from openPack');
  return index;
}

/** Starts again in the text as it is expanded. */
export function expandSearch(state: SearchState, text: string): void {
  state.expanded = expand(text);
  state.isExpanded = true;
  setText(state.text, state.expanded.text);
  state.found = [];
}

/** The matches, in offsets of the reader's text. Lets go of text and packs, so that neither stays in memory. */
export function finishSearch(state: SearchState): NameMatch[] {
  const { found, expanded, text } = state;
  if (!text.isAscii) toUnits(found, text.bytes);
  if (expanded) {
    for (const match of found) {
      match.start = expanded.starts[match.start] ?? 0;
      match.end = expanded.ends[match.end - 1] ?? 0;
    }
  }
  state.expanded = null;
  state.found = [];
  state.indexes.length = 0;
  return found;
}

/** From bytes to UTF-16 units; matches are in order of start, so the text is counted once. */
function toUnits(found: readonly NameMatch[], bytes: Uint8Array): void {
  let byte = 0;
  let unit = 0;
  for (const match of found) {
    unit += countUnits(bytes, byte, match.start);
    byte = match.start;
    match.end = unit + countUnits(bytes, byte, match.end);
    match.start = unit;
  }
}
