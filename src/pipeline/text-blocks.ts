import type { Block } from '../core/link/types';

/** A block of a plain text with its place in it. */
export type PlacedBlock = Block & { offset: number };

/** A first line up to this length without a closing full stop is a headline. */
const LONGEST_HEADLINE = 160;

/** The date, `YYYY-MM-DD`, of a line that is nothing but one (`13.01.2026` or `2026-01-13`); null for any other line. */
export function dateOfLine(line: string): string | null {
  const match = /^\s*(?:(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d\d)-(\d\d))\s*$/.exec(line);
  if (!match) return null;
  const [, day = '', month = '', year, isoYear, isoMonth, isoDay] = match;
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : `${isoYear}-${isoMonth}-${isoDay}`;
}

/** Splits a plain text at line breaks. Offsets are UTF-16; a block's text is exactly the text at its offset. */
export function blocksOfText(text: string): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    if (match[0].trim() === '') continue;
    const isHeadline = blocks.length === 0 && match[0].length <= LONGEST_HEADLINE && !/[.!?]["”]?\s*$/.test(match[0]);
    blocks.push({ text: match[0], role: isHeadline ? 'headline' : 'paragraph', offset: match.index });
  }
  return blocks;
}
