import { extendPhrase, lookUpFilter, mixPhrase, type NameIndex } from '../kb/name-index';
import { QUIET_START } from '../text/tokens';
import type { SearchState } from './search-state';

/**
 * Keeps of `words` those with which some name of some pack may start; `passed` says for what. Loops without decisions,
 * which a processor goes on with while it waits for memory: the entry of a filter may have to come from far.
 */
export function sift({ words, indexes, hasQuiet }: SearchState): void {
  const { passed, kept, count } = words;
  passed.fill(0, 0, count);
  for (let p = 0; p < indexes.length; p++) {
    const index = indexes[p]!;
    if (hasQuiet) siftAll(words, index);
    else siftLoud(words, index);
  }
  let keptCount = 0;
  for (let i = 0; i < count; i++) {
    kept[keptCount] = i;
    keptCount += -passed[i]! >>> 31;
  }
  words.keptCount = keptCount;
}

function siftLoud({ hash, passed, count }: SearchState['words'], { loud }: NameIndex): void {
  const { words, shift } = loud;
  for (let i = 0; i < count; i++) {
    passed[i]! |= lookUpFilter(words, shift, mixPhrase(extendPhrase(0, hash[i]!, 0)));
  }
}

function siftAll({ hash, bits, passed, count }: SearchState['words'], index: NameIndex): void {
  for (let i = 0; i < count; i++) {
    const { words, shift } = bits[i]! & QUIET_START ? index.quiet : index.loud;
    passed[i]! |= lookUpFilter(words, shift, mixPhrase(extendPhrase(0, hash[i]!, 0)));
  }
}
