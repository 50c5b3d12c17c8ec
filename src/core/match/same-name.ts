import { decodeUtf8 } from '../kb/bytes';
import type { StringTable } from '../kb/string-table';
import { foldText } from '../text/fold';
import { BLANK, UPPER, foldTable } from '../text/fold-table';

/**
 * Whether name `name` stands in the text `bytes` (UTF-8) from `start` to `end`, unit by unit of the folded forms, under
 * its case rule: with the tag set every letter has the name's case, without it an upper-case letter of the name must be
 * upper-case.
 */
export function isSameName(names: StringTable, name: number, bytes: Uint8Array, start: number, end: number): boolean {
  // Nearly always the text has the very bytes of the name, which is the quickest to see and right under either rule.
  if (names.isAt(name, bytes, start, end)) return true;
  names.load(name);
  const { bytes: wanted, length, tag } = names;
  const table = foldTable();
  const shorter = Math.min(length, end - start);
  for (let i = 0; i < shorter; i++) {
    const byte = wanted[i]!;
    const found = bytes[start + i]!;
    if (found === byte) continue;
    if ((found | byte) > 127) return isSameFolded(names, bytes, start, end);
    const wantedEntry = table[byte]!;
    const foundEntry = table[found]!;
    if ((wantedEntry & 0xffff) !== (foundEntry & 0xffff)) {
      // Two units of ASCII that fold to different ones are different, but for white space in runs.
      return ((wantedEntry | foundEntry) & BLANK) !== 0 && isSameFolded(names, bytes, start, end);
    }
    if (!agreesInCase(wantedEntry & UPPER, foundEntry & UPPER, tag)) return false;
  }
  return length === end - start || isSameFolded(names, bytes, start, end);
}

function agreesInCase(wanted: number, found: number, exact: number): boolean {
  return exact ? wanted === found : wanted <= found;
}

/** The slow way, for texts with diacritics, invisible characters, runs of white space or expanded characters. */
function isSameFolded(names: StringTable, bytes: Uint8Array, start: number, end: number): boolean {
  const wanted = foldText(decodeUtf8(names.bytes.subarray(0, names.length)));
  const found = foldText(decodeUtf8(bytes.subarray(start, end)));
  if (wanted.text !== found.text) return false;
  return wanted.upper.every((upper, i) => agreesInCase(upper, found.upper[i] ?? 0, names.tag));
}
