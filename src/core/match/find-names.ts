import type { NameMatch, Pack } from '../kb/pack';
import { lookUp } from './look-up';
import { expandSearch, finishSearch, startSearch, type SearchState } from './search-state';
import { sift } from './sift';
import { listAllWords, listLoudWords } from './words';

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
    expandSearch(state, text);
    scan(state);
  }
  return finishSearch(state);
}

/** Goes through the text stretch by stretch; false where it must be expanded first. */
function scan(state: SearchState): boolean {
  const { text, words, hasQuiet } = state;
  let next = 0;
  for (let from = 0; from < text.length;) {
    from = hasQuiet ? listAllWords(state, from) : listLoudWords(state, from);
    if (from < 0) return false;
    sift(state);
    const { kept, keptCount, start } = words;
    for (let i = 0; i < keptCount; i++) {
      const word = kept[i]!;
      if (start[word]! < next) continue;
      next = lookUp(state, word);
      if (next < 0) return false;
    }
  }
  return true;
}
