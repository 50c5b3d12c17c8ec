import { KIND_SHIFT, SPECIAL, expansionOf, foldEntry } from './fold-table';

/** A text whose special characters were replaced; unit `i` comes from `starts[i]` to `ends[i]` of the original. */
export type Expanded = { text: string; starts: Int32Array; ends: Int32Array };

const LEADING_JAMO = /[\u1100-\u115f\ua960-\ua97c]/u;
const INNER_JAMO = /[\u1160-\u11ff\ud7b0-\ud7fb]/u;
const SOUND_MARK = /[\u3099\u309a\uff9e\uff9f]/u;

/**
 * Replaces what has no one-unit fold: ligatures and `ß`, mathematical letters, half-width Kana, conjoining jamo, Kana
 * with a separate sound mark. All other units are copied, so that the result can be folded unit by unit.
 */
export function expand(text: string): Expanded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < text.length;) {
    const end = clusterEnd(text, i);
    const special = end > i + 1 || ((foldEntry(text.charCodeAt(i)) >> KIND_SHIFT) & 15) === SPECIAL;
    const part = special ? expansionOf(text.slice(i, end)) : text.charAt(i);
    for (let k = 0; k < part.length; k++) {
      starts.push(i);
      ends.push(end);
    }
    parts.push(part);
    i = end;
  }
  return { text: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Where the group of units ends that must be normalised together: a pair, a syllable of jamo, Kana and its mark. */
function clusterEnd(text: string, start: number): number {
  let end = start + 1;
  const unit = text.charCodeAt(start);
  if (unit === 0xd835) return Math.min(end + 1, text.length);
  if (LEADING_JAMO.test(text.charAt(start))) {
    while (end < text.length && INNER_JAMO.test(text.charAt(end))) end++;
    return end;
  }
  if (unit < 0x3040 || !SOUND_MARK.test(text.charAt(end))) return end;
  return end + 1;
}
