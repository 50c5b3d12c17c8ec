import type { AliasFlag } from '../core/kb/record';
import type { AliasSource, Card } from './card-schema';

/** Family-name particles that belong to the surname: "von der Leyen" is one name, "Leyen" none. */
const PARTICLES = new Set([
  'von', 'van', 'der', 'den', 'de', 'da', 'do', 'dos', 'das', 'del', 'della', 'di', 'du', 'la', 'le', 'bin', 'bint',
  'ibn', 'al', 'el', 'ben', 'ter', 'ten', 'zu', 'af', 'st.', 'mac', 'san', 'abu',
]); // prettier-ignore
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv', 'v']);
const LATIN_NAME = /^[\p{Script=Latin}\p{M}.'’\- ]+$/u;

/** Where people are named surname first in English texts as well, as ids of countries. */
const SURNAME_FIRST = new Set(['china', 'north-korea', 'south-korea', 'taiwan', 'hong-kong', 'macau', 'singapore']);

/**
 * The commonest Chinese and Korean surnames in the spellings of news desks. Only they come first: "Carrie Lam" and
 * "Morris Chang" have their surname last.
 */
const EAST_ASIAN_SURNAMES = new Set(
  (
    'an ahn bae bai bang bo bu byun cai cao cha chae chan chang chen cheng cheong cheung chi chiang chien chin cho choe ' +
    'choi chong chou chow chu chun chung chyung cui dai deng ding dong du duan eom fan fang feng fu gao ge geng go gong ' +
    'gu guan guo ha hahm ham han hao he heo ho hong hou hsieh hsu hu hua huang huh hung hur hwang im in jang jeon jeong ' +
    'ji jia jiang jin jo joo ju jun jung kang ke ki kil kim ko kong koo ku kung kuo kwak kwok kwon lai lan lau lee lei ' +
    'leung li liang liao lim lin ling liu lo long lu luo lyu ma mao mei meng miao min moon na nam namkung nie no noh oh ' +
    'ou paik pak pan pang park peng pi pu pyo qi qian qiao qin qiu qu ra ren rhee ri ro roh ruan ryoo ryu seo seok seol ' +
    'shao shen shi shim shin sim sin so sohn son song su suh sul sun sung tae tai tan tang tao teng tian tong tsai tsang ' +
    'tsao tseng tu uhm um wan wang wei wen weng wi won wong woo wu xi xia xiang xiao xie xin xiong xu xue yan yang yao ye ' +
    'yee yeo yeom yeon yi yim yin ying yon yoo yoon you yu yuan yue yum yun zeng zhai zhan zhang zhao zheng zhong zhou zhu ' +
    'zhuang zong zou'
  ).split(' '),
);

/** The surname of a card whose name puts it first ("Zhu Rongji", "Lee Teng-hui"), else null. */
function leadingSurname(card: Card): string | null {
  const [first, ...rest] = card.name.split(' ');
  const last = rest.at(-1);
  if (first === undefined || last === undefined || rest.length > 2) return null;
  if (!EAST_ASIAN_SURNAMES.has(first.toLowerCase())) return null;
  return card.rel.some(({ o }) => SURNAME_FIRST.has(o)) ? first : null;
}

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
    if (!all.has(name)) add({ t: name, lang, flags: flagsAbroad(card, lang, name) });
  }
  if (card.title !== undefined && !/[(),:]/.test(card.title) && card.title.includes(' ') && !all.has(card.title)) {
    add({ t: card.title, flags: [] });
  }
  if (card.type === 'person' && ![...all.values()].some((alias) => alias.flags.includes('coref-only'))) {
    const surname = leadingSurname(card) ?? surnameOf(card.name);
    if (surname !== null) add({ t: surname, flags: ['coref-only'] });
  }
  return [...all.values()];
}

/** "Chili" is Chile in French and a fruit in English: names in other languages are names in their texts only. */
function flagsAbroad(card: Card, lang: string, name: string): AliasFlag[] {
  const flags: AliasFlag[] = isMononym(card, name) ? ['coref-only'] : [];
  return lang !== 'en' && LATIN_NAME.test(name) ? [...flags, 'other-language'] : flags;
}

/** A one-word name of a person in an alphabet: it links only after the full name. */
function isMononym(card: Card, name: string): boolean {
  return (
    card.type === 'person' &&
    !/\s/.test(name) &&
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}'’.-]+$/u.test(name)
  );
}
