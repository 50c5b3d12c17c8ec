import { Buffer } from 'node:buffer';
import { constants, inflateSync } from 'node:zlib';

/** What is painted on the pages of a PDF document: paths (lines and boxes) and portions of text. */
export type Painted = { paths: number; texts: number };

export function paintedOn(pdf: Uint8Array): Painted {
  const painted = { paths: 0, texts: 0 };
  const bytes = Buffer.from(pdf);
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const content = contentAt(bytes.subarray(at + (bytes[at + 6] === 13 ? 8 : 7)));
    // Pages, and the forms that they are put together from; fonts and pictures show no text.
    if (!/\bBT\b/.test(content)) continue;
    painted.paths += countOf(content, /\s(?:f\*?|S|s|B\*?|b\*?)(?=\s)/g);
    painted.texts += countOf(content, /[\s)\]>](?:Tj|TJ)(?=\s)/g);
  }
  return painted;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A packed stream of a document as text; empty for what is no such stream. */
function contentAt(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}
