import type { EntityType } from '../kb/record';
import type { LinkBlock, LinkDocument, Reading, Span } from './document';
import {
  FUNCTION_WORDS,
  PAST_VERBS,
  PLACE_PREPOSITIONS,
  SPORT_VERBS,
  STATE_VERBS,
  TITLES,
  WEEKDAYS_AND_MONTHS,
} from './lexicon';

/**
 * Cue words of the reading that occur near it: those of its own block count in full, those elsewhere in the document
 * half. The entity's own names are no cues, since a cue must be independent of the mention.
 */
export function cueHits({ info }: Reading, block: LinkBlock, document: LinkDocument): { plus: number; minus: number } {
  return {
    plus: countHits(info.plus, block, document),
    minus: countHits(info.minus, block, document),
  };
}

function countHits(cues: Uint32Array, block: LinkBlock, document: LinkDocument): number {
  let hits = 0;
  for (const cue of cues) {
    if (block.words.has(cue)) hits += 1;
    else if (document.words.has(cue)) hits += 0.5;
  }
  return hits;
}

/** A word of office or rank directly before the span, as in "President Lee" or "Prime Minister Takaichi". */
export function hasTitleBefore(span: Span, block: LinkBlock): boolean {
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  if (!first || !before || !/^[.\s]{1,2}$/.test(first.gap)) return false;
  return TITLES.has(before.text.toLowerCase());
}

/** The word directly before the span, lower-cased; empty at the start of the block or after punctuation. */
export function wordBefore(span: Span, block: LinkBlock): string {
  const first = block.tokens[span.firstToken];
  const before = block.tokens[span.firstToken - 1];
  return first && before && /^\s+$/.test(first.gap) ? before.text.toLowerCase() : '';
}

/** The word directly after the span, lower-cased; empty where something other than a space follows. */
export function wordAfter(span: Span, block: LinkBlock): string {
  const after = block.tokens[span.lastToken + 1];
  return after && /^['’]?s?\s+$/.test(after.gap) ? after.text.toLowerCase() : '';
}

export function standsAfterPlacePreposition(span: Span, block: LinkBlock): boolean {
  return PLACE_PREPOSITIONS.has(wordBefore(span, block));
}

/** "Chelsea beat Arsenal": a verb of sport directly before or after. */
export function standsBesideSportVerb(span: Span, block: LinkBlock): boolean {
  return SPORT_VERBS.has(wordAfter(span, block)) || SPORT_VERBS.has(wordBefore(span, block));
}

/** "China warns Japan": what states do, directly before or after. */
export function standsBesideStateVerb(span: Span, block: LinkBlock): boolean {
  return STATE_VERBS.has(wordAfter(span, block)) || STATE_VERBS.has(wordBefore(span, block));
}

/** "U.S. helicopters", "Seattle writer": a small word of the same noun phrase follows. */
export function standsBeforeNoun(span: Span, block: LinkBlock): boolean {
  const after = block.tokens[span.lastToken + 1];
  if (!after || after.capital || !/^\.?[ \u00a0]$/.test(after.gap)) return false;
  if (FUNCTION_WORDS.has(after.text) || PAST_VERBS.has(after.text)) return false;
  return !STATE_VERBS.has(after.text) && !/(?:ed|ly)$/.test(after.text);
}

/** "Tokyo faces a row", "U.S.-China": a place that acts or faces another state is its government. */
export function actsAsState(span: Span, block: LinkBlock): boolean {
  if (standsAfterPlacePreposition(span, block)) return false;
  if (STATE_VERBS.has(wordAfter(span, block))) return true;
  const after = block.tokens[span.lastToken + 1];
  const before = block.tokens[span.firstToken - 1];
  const first = block.tokens[span.firstToken];
  const hyphened = (gap: string | undefined): boolean => gap !== undefined && /^[-‐‑–]$/.test(gap);
  return Boolean((after?.capital && hyphened(after.gap)) || (before?.capital && hyphened(first?.gap)));
}

/** Whether the span is followed by a comma and then directly by another span: "Nara, Japan", "Columbus, Ohio". */
export function spanAfterComma(span: Span, block: LinkBlock): Span | null {
  const after = block.tokens[span.lastToken + 1];
  if (!after || !/^,[ \u00a0]$/.test(after.gap)) return null;
  return block.spans.find((other) => other.start === after.start) ?? null;
}

/** Where a dateline ends: at a dash, at an agency's name in brackets. */
const DATELINE_END =
  /(?:\([A-Z][\w ]{1,20}\)\s*)?(?:[—–]|--|\s-\s)|\((?:AP|AFP|Reuters|UPI|dpa|CNN|Xinhua|Bloomberg|Interfax|TASS|Kyodo|Yonhap)\)/;
/** Capitals, then perhaps a country in small letters, then perhaps a day: "NARA, Japan, Jan. 13". */
const DATELINE = /^[\p{Lu}\d\s.,'’-]+(?:,\s*[\p{L}.\s]+)?(?:,?\s*\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?)?\s*$/u;

/** A dateline: capitals at the start of a block before a dash or "(AP)", as in "NARA, Japan (AP) —". */
export function isDateline(span: Span, block: LinkBlock): boolean {
  if (span.start > 60) return false;
  const head = block.text.slice(0, 90);
  const end = head.search(DATELINE_END);
  return end > 0 && span.end <= end && DATELINE.test(head.slice(0, end));
}

/** Relatedness of two sorted neighbour lists: the share of the smaller one that both have. */
export function overlap(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / Math.min(a.length, b.length);
}

/**
 * Words that are never a name where they stand, whatever a pack says: weekdays and months, offices without their
 * holder, a currency ("US$").
 */
export function isPlainWord(span: Span, block: LinkBlock): boolean {
  if (block.text[span.end] === '$' || span.text.endsWith('$') || isTitleOfNext(span, block)) return true;
  for (let i = span.firstToken; i <= span.lastToken; i++) {
    const word = block.tokens[i]?.text.toLowerCase() ?? '';
    if (!WEEKDAYS_AND_MONTHS.has(word) && !TITLES.has(word)) return false;
  }
  return true;
}

/** "South Korean President Lee": an office directly before its holder's name introduces the person, nothing else. */
function isTitleOfNext(span: Span, block: LinkBlock): boolean {
  const last = block.tokens[span.lastToken];
  const next = block.tokens[span.lastToken + 1];
  if (!last || !next || !next.capital || !/^[ \u00a0]$/.test(next.gap)) return false;
  return TITLES.has(last.text.toLowerCase()) && !TITLES.has(next.text.toLowerCase());
}

/**
 * "US President", "UN Secretary-General": before an office a country or body says whose office it is, as a nationality
 * does. "iPhone 4", "Windows 10": a product with a number is another product.
 */
export function isPartOfTitle(type: EntityType, span: Span, block: LinkBlock): boolean {
  const next = block.tokens[span.lastToken + 1];
  if (!next || !/^\.?[ \u00a0]$/.test(next.gap) || next.sentenceStart) return false;
  if (type === 'product' || type === 'work') return /^\d/.test(next.text);
  return (type === 'country' || type === 'organisation') && next.capital && TITLES.has(next.text.toLowerCase());
}

/** "NARA, Japan (AP) —": an agency in brackets at the start of a story. */
export function isAgencyCredit(span: Span, block: LinkBlock): boolean {
  return span.start < 80 && block.text[span.start - 1] === '(' && block.text[span.end] === ')';
}
