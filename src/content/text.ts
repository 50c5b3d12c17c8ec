/**
 * Page text as the reader sees it, and the way back. White space is squeezed to one space, invisible characters (soft
 * hyphen, zero-width space, word joiner, byte order mark) vanish and typographic ligatures open up. The way back is
 * computed only for the few places that are marked, by walking the node's text once more with the same rules.
 *
 * Example: `"Na\u00ADra  Prefec\uFB01"` reads `"Nara Prefecfi"`; its offset 4 is offset 5 of the node.
 */

const SPECIAL = /[\u00ad\u200b\u2060\ufeff\ufb00-\ufb06\t\n\r\f\v\u00a0\u2028\u2029\u202f\u3000]|\s{2}/;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+/g;
/** White space that is not one plain space already; most spaces of a text are, and stay as they are. */
const SPACES = /\s{2,}|[^\S ]/g;
/** Where a code unit may be of another width than one: what vanishes, opens up, or stands in a run of white space. */
const UNEVEN = /[\u00ad\u200b\u2060\ufeff\ufb00-\ufb06]|[^\S\ufeff]{2,}/g;
const LIGATURES = /[\ufb00-\ufb06]/g;
const LIGATURE_TEXT = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];
const LIGATURE_FIRST = 0xfb00;

/** What the node's text adds to a run; `afterSpace` says whether the run so far is empty or ends in a space. */
export function squeeze(data: string, afterSpace: boolean): string {
  let text = data;
  if (SPECIAL.test(data)) {
    text = data.replace(INVISIBLE, '').replace(SPACES, ' ').replace(LIGATURES, openLigature);
  }
  return afterSpace && text.charCodeAt(0) === 32 ? text.slice(1) : text;
}

/**
 * Offset in the node's own text of the squeezed offset `target`. With `side` `start` it is where the character at
 * `target` begins, with `end` where the character before `target` ends (so that a mark never swallows the white space
 * or the soft hyphen behind it).
 */
export function rawOffset(data: string, afterSpace: boolean, target: number, side: 'start' | 'end'): number {
  if (!SPECIAL.test(data)) return target + Number(afterSpace && data.charCodeAt(0) === 32);
  let out = 0;
  let space = afterSpace;
  let end = 0;
  for (let at = 0; at < data.length;) {
    UNEVEN.lastIndex = at;
    const match = UNEVEN.exec(data);
    const uneven = match?.index ?? data.length;
    if (uneven > at) {
      // Up to there every code unit is one character, but for a space behind a space.
      const from = space && isSpace(data.charCodeAt(at)) ? at + 1 : at;
      const found = from + target - out;
      if (side === 'start' ? found < uneven : found <= uneven && found > from) return found;
      out += uneven - from;
      end = uneven;
      space = isSpace(data.charCodeAt(uneven - 1));
    }
    if (!match) break;
    // Of white space in a row only the first counts.
    const width = widthOf(data.charCodeAt(uneven), space);
    if (width > 0) {
      if (side === 'start' && out + width > target) return uneven;
      space = isSpace(data.charCodeAt(uneven));
      end = uneven + 1;
      out += width;
    }
    if (side === 'end' && out >= target) return end;
    at = uneven + match[0].length;
  }
  return side === 'start' ? data.length : end;
}

/** How many characters of squeezed text this code unit makes: 0 where it vanishes. */
function widthOf(code: number, afterSpace: boolean): number {
  if (code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff) return 0;
  if (isSpace(code)) return afterSpace ? 0 : 1;
  if (code >= 0xfb00 && code <= 0xfb06) return openLigature(String.fromCharCode(code)).length;
  return 1;
}

function openLigature(character: string): string {
  return LIGATURE_TEXT[character.charCodeAt(0) - LIGATURE_FIRST] ?? character;
}

/** The white space of `\s`, without the byte order mark, which counts as invisible here. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
