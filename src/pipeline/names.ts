import type { AliasFlag } from '../core/kb/record';
import type { AliasSource, Card } from './card-schema';

/** Family-name particles that belong to the surname: "von der Leyen" is one name, "Leyen" none. */
const PARTICLES = new Set([
  'von', 'van', 'der', 'den', 'de', 'da', 'do', 'dos', 'das', 'del', 'della', 'di', 'du', 'la', 'le', 'bin', 'bint',
  'ibn', 'al', 'el', 'ben', 'ter', 'ten', 'zu', 'af', 'st.', 'mac', 'san', 'abu',
]); // prettier-ignore
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv', 'v']);
const LATIN_NAME = /^[\p{Script=Latin}\p{M}.'’\- ]+$/u;

/**
 * The surname of a person's name written in the Latin script and in the order given name, surname, with its particles;
 * null where there is none (mononyms, "John Paul II"). Records of people whose surname comes first name it themselves.
 */
export function surnameOf(name: string): string | null {
  if (!LATIN_NAME.test(name)) return null;
  const words = name.split(' ').filter((word) => word !== '');
  // "Benedict XVI", "John Paul II": popes and sovereigns have no surname.
  if (words.length < 4 && /^[IVX]+$/.test(words.at(-1) ?? '')) return null;
  while (words.length > 1 && SUFFIXES.has((words.at(-1) ?? '').toLowerCase())) words.pop();
  if (words.length < 2) return null;
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start--;
  const surname = words.slice(start).join(' ');
  return /^\p{Lu}?[\p{L}'’-]{1,}/u.test(surname) && surname.replace(/[^\p{L}]/gu, '').length >= 2 ? surname : null;
}

/**
 * All names of a card with their flags: its name, native names, unambiguous title, aliases and, for a person whose
 * aliases hold no short form, the surname. Flags that an editor set win over derived ones; the same text comes once.
 */
export function namesOfCard(card: Card): AliasSource[] {
  const all = new Map<string, AliasSource>();
  const add = (alias: AliasSource): void => {
    const known = all.get(alias.t);
    if (!known) all.set(alias.t, { ...alias, flags: [...alias.flags] });
    else known.flags = [...new Set<AliasFlag>([...known.flags, ...alias.flags])];
  };
  for (const alias of card.aliases) add(alias);
  if (!all.has(card.name)) add({ t: card.name, flags: isMononym(card, card.name) ? ['coref-only'] : [] });
  for (const [lang, name] of Object.entries(card.names)) {
    if (!all.has(name)) add({ t: name, lang, flags: isMononym(card, name) ? ['coref-only'] : [] });
  }
  if (card.title !== undefined && !/[(),:]/.test(card.title) && card.title.includes(' ') && !all.has(card.title)) {
    add({ t: card.title, flags: [] });
  }
  if (card.type === 'person' && ![...all.values()].some((alias) => alias.flags.includes('coref-only'))) {
    const surname = surnameOf(card.name);
    if (surname !== null) add({ t: surname, flags: ['coref-only'] });
  }
  return [...all.values()];
}

/** A one-word name of a person in an alphabet: it links only after the full name. */
function isMononym(card: Card, name: string): boolean {
  return (
    card.type === 'person' &&
    !/\s/.test(name) &&
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}'’.-]+$/u.test(name)
  );
}
