import { foldName } from '../text/fold';
import type { StringTable } from './string-table';

/**
 * The names whose folded form starts with the folded prefix, in order, at most `limit`: a binary search for the first,
 * since the table is sorted by folded form, then the run after it. An empty prefix finds nothing.
 */
export function findPrefix(names: StringTable, prefix: string, limit: number): number[] {
  const wanted = foldName(prefix);
  if (wanted === '') return [];
  let low = 0;
  let high = names.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (foldName(names.get(middle)) < wanted) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let name = low; name < names.count && found.length < limit; name++) {
    if (!foldName(names.get(name)).startsWith(wanted)) break;
    found.push(name);
  }
  return found;
}
