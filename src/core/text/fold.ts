import { expand, type Expanded } from './expand';
import { DROP, KIND_SHIFT, MARK, SPACE, SPECIAL, UPPER, foldEntry, foldTable } from './fold-table';

/**
 * A text as names are compared: lower case, no diacritics, no invisible characters, single spaces, one kind of
 * apostrophe and hyphen, compatibility forms resolved. Unit `i` stems from `starts[i]` to `ends[i]` of the original
 * text (UTF-16 offsets) and was an upper-case letter where `upper[i]` is 1.
 */
export type Folded = { text: string; starts: Int32Array; ends: Int32Array; upper: Uint8Array };

/** Folds a text and keeps the exact offsets. Folding a folded text changes nothing. */
export function foldText(text: string): Folded {
  const expanded = needsExpansion(text) ? expand(text) : null;
  const source = expanded?.text ?? text;
  const units = new Uint16Array(source.length);
  const folded = {
    starts: new Int32Array(source.length),
    ends: new Int32Array(source.length),
    upper: new Uint8Array(source.length),
  };
  const length = foldUnits(source, units, folded);
  if (expanded !== null) mapOffsets(folded, length, expanded);
  return {
    text: decodeUnits(units, length),
    starts: folded.starts.subarray(0, length),
    ends: folded.ends.subarray(0, length),
    upper: folded.upper.subarray(0, length),
  };
}

/** The folded form of a name, without surrounding space: the form by which names are ordered and looked up. */
export function foldName(name: string): string {
  return foldText(name).text.trim();
}

/** Whether any unit has no one-unit fold. */
export function needsExpansion(text: string): boolean {
  const table = foldTable();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const entry = table[unit] || foldEntry(unit);
    if (((entry >> KIND_SHIFT) & 15) === SPECIAL) return true;
  }
  return false;
}

function foldUnits(source: string, units: Uint16Array, out: Omit<Folded, 'text'>): number {
  const table = foldTable();
  let length = 0;
  let spaceBefore = false;
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    const entry = table[unit] || foldEntry(unit);
    const kind = (entry >> KIND_SHIFT) & 15;
    const isSpace = kind === SPACE;
    if (kind === DROP) continue;
    if (kind === MARK || (isSpace && spaceBefore)) {
      // A diacritic belongs to its letter, and a run of white space is one space: both lengthen what stands before.
      if (length > 0) out.ends[length - 1] = i + 1;
      continue;
    }
    units[length] = entry & 0xffff;
    out.starts[length] = i;
    out.ends[length] = i + 1;
    out.upper[length] = entry & UPPER ? 1 : 0;
    length++;
    spaceBefore = isSpace;
  }
  return length;
}

function mapOffsets(folded: Omit<Folded, 'text'>, length: number, expanded: Expanded): void {
  for (let i = 0; i < length; i++) {
    folded.starts[i] = expanded.starts[folded.starts[i] ?? 0] ?? 0;
    folded.ends[i] = expanded.ends[(folded.ends[i] ?? 1) - 1] ?? 0;
  }
}

/** In slices, since a call takes a bounded number of arguments. */
function decodeUnits(units: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 4096) {
    text += String.fromCharCode(...units.subarray(i, Math.min(length, i + 4096)));
  }
  return text;
}
