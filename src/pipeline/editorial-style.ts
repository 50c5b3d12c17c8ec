import type { Card } from './card-schema';
import { sentencesOf, wordsOf } from './editorial-sentences';

/** Plain prose: averages of newspapers lie at 20 to 24 words a sentence, and nobody follows one of more than 45. */
export const MAX_MEAN_WORDS = 24;
export const MAX_SENTENCE_WORDS = 45;

/** Phrases that say nothing, praise or judge, with what to do instead. */
export const WORDING: readonly { pattern: RegExp; advice: string }[] = [
  { pattern: /\b(?:is|are|was|were|remains) (?:a |an |the |one of the )?(?:most )?(?:well-known|famous|renowned|celebrated|iconic|legendary|prominent|notable)\b/i, advice: 'say what for, not that it is known' },
  { pattern: /\b(?:best|widely|well) known (?:for|as)\b|\bis known (?:for|as a)\b/i, advice: 'say what it did' },
  { pattern: /\bplay(?:s|ed|ing)? an? (?:key|crucial|vital|major|important|central|pivotal|significant) (?:role|part)\b/i, advice: 'say which role' },
  { pattern: /\bit is worth noting\b|\bit should be noted\b|\bnotably\b|\bneedless to say\b|\bof course\b/i, advice: 'leave it out' },
  { pattern: /\bnotorious(?:ly)?\b|\binfamous(?:ly)?\b/i, advice: 'judges; name the act and who condemned it' },
  { pattern: /\bso-called\b|\bself-styled\b/i, advice: 'doubts; say who uses the name' },
  { pattern: /(?<!Nazi |Vichy |Hitler['’]s |sanctions |emissions |tax |legal |testing |inspection )\bregime\b/i, advice: 'judges; write government, rule or leadership' },
  { pattern: /\b(?:strongman|hardliner|firebrand|warlord|despot|thug|henchm[ae]n)\b/i, advice: 'judges; name office and acts, or attribute it' },
  { pattern: /\b(?:tragic(?:ally)?|shocking(?:ly)?|horrific|heinous|barbaric|brutally|ruthless(?:ly)?|heroic(?:ally)?|courageous(?:ly)?|visionary|beloved|disgraced|embattled)\b/i, advice: 'judges; state the facts' },
  { pattern: /\b(?:world-class|state-of-the-art|groundbreaking|cutting-edge|game-chang\w+|revolutionary product|unprecedented success)\b/i, advice: 'advertises; state the facts' },
  { pattern: /\b(?:obviously|undoubtedly|unfortunately|sadly|fortunately|arguably)\b/i, advice: 'an opinion; leave it out' },
  { pattern: /\b(?:freedom fighters?|martyr(?:ed|s)?|liberated by|terror state)\b/, advice: 'takes a side; attribute it or describe' },
  { pattern: /\b(?:illegals|illegal (?:aliens?|immigrants?))\b/i, advice: 'write people without papers, or migrants' },
  { pattern: /\bnot (?:just|only|merely) [^.;]{3,60}\bbut (?:also )?/i, advice: 'rhetorical contrast; say both plainly' },
  { pattern: /—/, advice: 'em dash; use a comma or a full stop' },
  { pattern: /\bas of (?:now|today|this writing)\b|\bcurrently\b|(?<!most )\brecently\b|\bthis year\b|\blast year\b|\bat present\b|\bnowadays\b/i, advice: 'ages; name the date' },
]; // prettier-ignore

export type Finding = { path: readonly (string | number)[]; message: string };

/** How a card is written: phrases, and the length of its sentences. */
export function styleFindings(card: Card): Finding[] {
  const texts = textsOf(card);
  return [...texts.flatMap(({ path, text }) => wordingFindings(path, text)), ...readingFindings(card.background)];
}

/** Every text of a card that a reader sees as prose, with its place in the file. */
export function textsOf(card: Card): { path: readonly (string | number)[]; text: string }[] {
  return [
    { path: ['line'], text: card.line },
    { path: [], text: card.background },
    ...card.facts.map((fact, i) => ({ path: ['facts', i, 'v'], text: fact.v })),
    ...card.timeline.map((step, i) => ({ path: ['timeline', i, 'v'], text: step.v })),
  ].filter(({ text }) => text !== '');
}

function wordingFindings(path: Finding['path'], text: string): Finding[] {
  const unquoted = text.replace(/["“][^"”]*["”]/g, '""');
  return WORDING.flatMap(({ pattern, advice }) => {
    const match = pattern.exec(unquoted);
    return match ? [{ path, message: `"${match[0]}": ${advice}` }] : [];
  });
}

function readingFindings(background: string): Finding[] {
  const lengths = sentencesOf(background).map((sentence) => wordsOf(sentence).length);
  if (lengths.length === 0) return [];
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const longest = Math.max(...lengths);
  const findings: Finding[] = [];
  if (mean > MAX_MEAN_WORDS) {
    findings.push({ path: [], message: `sentences of ${mean.toFixed(1)} words on average; at most ${MAX_MEAN_WORDS}` });
  }
  if (longest > MAX_SENTENCE_WORDS) {
    findings.push({ path: [], message: `a sentence of ${longest} words; at most ${MAX_SENTENCE_WORDS}` });
  }
  return findings;
}
