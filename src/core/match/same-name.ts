import { decodeUtf8 } from '../kb/bytes';
import type { StringTable } from '../kb/string-table';
import { foldText } from '../text/fold';
import { DROP, KIND_SHIFT, UPPER, foldEntry, foldTable } from '../text/fold-table';

/**
 * Whether name `name` stands in `text` from `start` to `end`, unit by unit of the folded forms, under its case rule:
 * with the tag set every letter has the name's case, without it an upper-case letter of the name must be upper-case.
 */
export function isSameName(names: StringTable, name: number, text: string, start: number, end: number): boolean {
  names.load(name);
  const { bytes, length, tag } = names;
  const table = foldTable();
  let at = start;
  for (let i = 0; i < length;) {
    let unit = bytes[i++] ?? 0;
    if (unit > 127) {
      // Two or three bytes of UTF-8; four make a pair of units, which the slow way compares.
      if (unit >= 0xf0) return isSameFolded(names, text, start, end);
      const second = (bytes[i++] ?? 0) & 63;
      unit = unit < 0xe0 ? ((unit & 31) << 6) | second : ((unit & 15) << 12) | (second << 6) | ((bytes[i++] ?? 0) & 63);
    }
    if (at >= end) return isSameFolded(names, text, start, end);
    const found = text.charCodeAt(at++);
    if (found === unit) continue;
    const wantedEntry = table[unit] || foldEntry(unit);
    const foundEntry = table[found] || foldEntry(found);
    const isSimple = Math.max((wantedEntry >> KIND_SHIFT) & 15, (foundEntry >> KIND_SHIFT) & 15) < DROP;
    if (!isSimple || (wantedEntry & 0xffff) !== (foundEntry & 0xffff)) return isSameFolded(names, text, start, end);
    if (!agreesInCase(wantedEntry & UPPER, foundEntry & UPPER, tag)) return false;
  }
  return at === end || isSameFolded(names, text, start, end);
}

function agreesInCase(wanted: number, found: number, exact: number): boolean {
  return exact ? wanted === found : wanted <= found;
}

/** The slow way, for texts with invisible characters, white space of other kinds or expanded characters. */
function isSameFolded(names: StringTable, text: string, start: number, end: number): boolean {
  const wanted = foldText(decodeUtf8(names.bytes.subarray(0, names.length)));
  const found = foldText(text.slice(start, end));
  if (wanted.text !== found.text) return false;
  return wanted.upper.every((upper, i) => agreesInCase(upper, found.upper[i] ?? 0, names.tag));
}
