import { FUNCTION_WORDS, GROUP_NOUNS, NAMING_WORDS, TITLES, TITLE_FIELDS, WEEKDAYS_AND_MONTHS } from './lexicon';
import type { LinkBlock } from './document';
import type { Token } from './tokens';

/**
 * Runs of capitalised words. A name that is only part of a run is part of a longer name ("Trump Tower", "Bruce Lee"),
 * unless the rest of the run is something else: a title, a weekday, a nationality, another known name.
 */
export type Run = { block: number; first: number; last: number };

/** Lower-case words that hold a name together: "Ursula von der Leyen", "Mohammed bin Salman". */
const PARTICLES = new Set(['von', 'van', 'der', 'den', 'de', 'da', 'do', 'dos', 'del', 'della', 'di', 'du', 'la', 'le', 'bin', 'bint', 'ibn', 'al', 'el', 'ben', 'zu', 'y', 'e']); // prettier-ignore

/** Whether the word between two tokens is nothing but one space or hyphen, so that they may form one name. */
export function isJoined(gap: string): boolean {
  return /^(?:[ \u00a0\u202f]|\. ?|[-‐‑]|[ \u00a0]?& ?)$/.test(gap) && gap !== '.';
}

/** Whether a capitalised word can be part of a proper name at all, rather than start a sentence or give a title. */
export function isNamePart(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token?.capital) return false;
  const lower = token.text.toLowerCase().replace(/\.$/, '');
  if (WEEKDAYS_AND_MONTHS.has(lower) || GROUP_NOUNS.has(lower)) return false;
  if (TITLES.has(lower)) return TITLE_FIELDS.has(lower) && !leadsToTitle(tokens, index);
  if (!FUNCTION_WORDS.has(lower)) return true;
  return NAMING_WORDS.has(lower) && !token.sentenceStart;
}

/** Most words between the field of an office and its word: "National Security Council Adviser". */
const TITLE_REACH = 3;

/** "Foreign" in "Foreign Minister", "National" in "National Security Adviser": what follows is the word of an office. */
function leadsToTitle(tokens: readonly Token[], index: number): boolean {
  for (let i = index + 1; i <= index + TITLE_REACH; i++) {
    const next = tokens[i];
    if (!next || !isJoined(next.gap)) return false;
    const lower = next.text.toLowerCase();
    if (TITLES.has(lower) && !TITLE_FIELDS.has(lower)) return true;
  }
  return false;
}

/** Runs of at least one name part in a block of normal sentences; empty for title-case and all-caps blocks. */
export function runsOf(block: LinkBlock): Run[] {
  if (block.casing !== 'sentence') return [];
  const runs: Run[] = [];
  const { tokens } = block;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || !isNamePart(tokens, i)) continue;
    let last = i;
    for (let next = nextPart(tokens, last); next >= 0; next = nextPart(tokens, last)) last = next;
    runs.push({ block: block.index, first: i, last });
    i = last;
  }
  return runs;
}

/** Index of the next name part that continues a run after `last`, or -1. */
function nextPart(tokens: readonly Token[], last: number): number {
  const current = tokens[last];
  const next = tokens[last + 1];
  if (!current || !next || next.sentenceStart || !continues(current, next)) return -1;
  if (isNamePart(tokens, last + 1)) return last + 1;
  // A particle (or two) continues the run only when a name part follows it.
  for (let i = last + 1; i <= last + 2; i++) {
    const particle = tokens[i];
    const after = tokens[i + 1];
    if (!particle || !after || !PARTICLES.has(particle.text) || !isJoined(after.gap)) return -1;
    if (isNamePart(tokens, i + 1)) return i + 1;
  }
  return -1;
}

function continues(current: Token, next: Token): boolean {
  if (!isJoined(next.gap)) return false;
  // "Donald J. Trump": a full stop continues a name only after an initial or an abbreviation.
  return !next.gap.startsWith('.') || current.text.length === 1 || /^(?:St|Jr|Sr|Mt|Ft)$/.test(current.text);
}
