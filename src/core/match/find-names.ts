import type { NameMatch, Pack } from '../kb/pack';
import { BLANK, INSIDE, KIND_SHIFT, LETTER, QUIET, SPECIAL, foldEntry, foldTable } from '../text/fold-table';
import { FNV_OFFSET, FNV_PRIME, isInsideWord, readTokenAt } from '../text/tokens';
import { lookUp, namesFrom } from './look-up';
import { expandSearch, finishSearch, startSearch, type SearchState } from './search-state';

/**
 * Every name at every place, nested and overlapping ones included: in order of start; at one start the longest first,
 * then by pack and name. Throws a `PackError` where a pack turns out to be damaged.
 */
export function findAllNames(text: string, packs: readonly Pack[]): NameMatch[] {
  return search(text, packs, false);
}

/** The leftmost names, the longest at each place, none overlapping; all readings of the same span are returned. */
export function findNames(text: string, packs: readonly Pack[]): NameMatch[] {
  return search(text, packs, true);
}

function search(text: string, packs: readonly Pack[], longestOnly: boolean): NameMatch[] {
  const state = startSearch(text, packs, longestOnly);
  if (!scan(state)) {
    // A rare character stands for several: search again in the text where it is replaced.
    expandSearch(state);
    scan(state);
  }
  return finishSearch(state);
}

/** Upper-case ASCII and everything outside ASCII: where a name may start that does not start quietly. */
const LOUD = /[^\0-@[-\x7f]/g;

/** The next such place; the regular expression engine gets there in a third of the time of a loop over the units. */
function nextLoud(text: string, from: number): number {
  LOUD.lastIndex = from;
  return LOUD.test(text) ? LOUD.lastIndex - 1 : text.length;
}

/**
 * Goes through the text, token by token, or where no pack has quiet names from one loud place to the next; false where
 * the text must be expanded first. Written out in one loop that stores nothing: most words of most texts end in it.
 */
function scan(state: SearchState): boolean {
  const { text, hasQuiet, indexes, tokens } = state;
  const table = foldTable();
  const length = text.length;
  const skipped = hasQuiet ? BLANK : QUIET;
  for (let i = 0; i < length;) {
    const start = hasQuiet ? i : nextLoud(text, i);
    if (start === length) return true;
    const unit = text.charCodeAt(start);
    const first = table[unit] || foldEntry(unit);
    i = start + 1;
    if (first & skipped || (!(first & QUIET) && isInsideWord(text, start, first))) continue;
    let hash = Math.imul(FNV_OFFSET ^ (first & 0xffff), FNV_PRIME);
    let entry = first;
    if (first & LETTER) {
      for (; i < length; i++) {
        const next = text.charCodeAt(i);
        entry = table[next] || foldEntry(next);
        if (!(entry & LETTER)) break;
        hash = Math.imul(hash ^ (entry & 0xffff), FNV_PRIME);
      }
    } else {
      if (state.expanded === null && ((first >> KIND_SHIFT) & 15) === SPECIAL) return false;
      if (i < length) entry = foldEntry(text.charCodeAt(i));
    }
    if (!(entry & LETTER) && entry & INSIDE) {
      // A diacritic or an invisible unit belongs to the token: the general way reads over it.
      tokens.count = 0;
      i = readTokenAt(text, start, first, 0, tokens);
      hash = tokens.hash[0]!;
    }
    let mask = 0;
    for (let p = 0; p < indexes.length; p++) mask |= namesFrom(indexes[p]!, hash, first);
    if (mask !== 0) i = lookUp(state, start, i, hash, first, mask);
    if (i < 0) return false;
  }
  return true;
}
