import type { NameMatch, Pack } from '../../../../src/core/kb/pack';
import { flagBit } from '../../../../src/core/kb/record';
import { foldText } from '../../../../src/core/text/fold';

/**
 * The matcher in its slowest, most obvious form: every stretch of the folded text is compared with every name. Knows
 * nothing of tokens, hashes or tables; shares only the folding with the real one.
 */
export function findAllSlowly(text: string, packs: readonly Pack[]): NameMatch[] {
  const folded = foldText(text);
  const names = packs.map(namesByFoldedForm);
  const longest = Math.max(0, ...names.flatMap((byForm) => [...byForm.keys()].map((form) => form.length)));
  const found: NameMatch[] = [];
  for (let a = 0; a < folded.text.length; a++) {
    if (!mayStart(folded.text, a)) continue;
    for (let b = Math.min(folded.text.length, a + longest); b > a; b--) {
      if (!mayEnd(folded.text, b)) continue;
      const start = folded.starts[a] ?? 0;
      const end = folded.ends[b - 1] ?? 0;
      const form = folded.text.slice(a, b);
      packs.forEach((opened, pack) => {
        for (const { name, exact } of names[pack]?.get(form) ?? []) {
          if (agrees(opened.surface(name), text.slice(start, end), exact)) found.push({ start, end, pack, name });
        }
      });
    }
  }
  return found.sort((x, y) => x.start - y.start || y.end - x.end || x.pack - y.pack || x.name - y.name);
}

/** Leftmost-longest by going through all matches in order. */
export function findSlowly(text: string, packs: readonly Pack[]): NameMatch[] {
  const kept: NameMatch[] = [];
  for (const match of findAllSlowly(text, packs)) {
    const last = kept.at(-1);
    const isSameSpan = last?.start === match.start && last.end === match.end;
    if (!last || match.start >= last.end || isSameSpan) kept.push(match);
  }
  return kept;
}

type Name = { name: number; exact: boolean };
const known = new WeakMap<Pack, Map<string, Name[]>>();

function namesByFoldedForm(pack: Pack): Map<string, Name[]> {
  const cached = known.get(pack);
  if (cached) return cached;
  const byForm = new Map<string, Name[]>();
  for (let name = 0; name < pack.nameCount; name++) {
    const form = foldText(pack.surface(name)).text;
    const flags = pack.postings(name).reduce((bits, posting) => bits | posting.flags, 0);
    const exact = (flags & (flagBit('case-sensitive') | flagBit('acronym'))) !== 0;
    byForm.set(form, [...(byForm.get(form) ?? []), { name, exact }]);
  }
  known.set(pack, byForm);
  return byForm;
}

const HANGUL = /^[\uac00-\ud7a3]$/;
/** A letter or digit of a script that writes words apart. */
const WORD =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u30fc])[\p{L}\p{N}\p{M}_]$/u;

/** Footnote figures, and jamo and sound marks that no neighbour took up, stand alone. */
const ALONE = /[\u00b2\u00b3\u00b9\u2070-\u2079\u1100-\u11ff\u3099\u309a]/;

function isWord(unit: string): boolean {
  return WORD.test(unit) && !ALONE.test(unit);
}

function mayStart(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const first = text.charAt(at);
  if (HANGUL.test(first)) return !HANGUL.test(before) && !isWord(before);
  return !(isWord(before) && isWord(first));
}

function mayEnd(text: string, at: number): boolean {
  return !(isWord(text.charAt(at - 1)) && isWord(text.charAt(at)));
}

function agrees(surface: string, found: string, exact: boolean): boolean {
  const wanted = foldText(surface);
  const actual = foldText(found);
  if (wanted.text !== actual.text) return false;
  return wanted.upper.every((upper, i) => (exact ? upper === actual.upper[i] : upper <= (actual.upper[i] ?? 0)));
}
