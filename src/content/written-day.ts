/**
 * Days as machines and people write them, by the writer's own clock, as `YYYY-MM-DD`. Month names come from the
 * browser, in the page's language and in English, so that none is shipped.
 */

/** The day in a machine's value (an attribute, JSON-LD, a `meta`) or a person's; empty for neither. */
export function isoDay(value: string, lang = ''): string {
  const iso = /^\s*((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])/.exec(value);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const short = /^\s*(\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\s*$/.exec(value);
  if (short) return `20${short[1]}-${short[2]}-${short[3]}`;
  if (/^\s*1\d{9}(?:\d{3})?\s*$/.test(value)) {
    return new Date(Number(value.trim().padEnd(13, '0'))).toISOString().slice(0, 10);
  }
  return writtenDay(value, lang);
}

const YEAR = '((?:19|20)\\d\\d)';
/** `14 January 2026`, `14. Januar 2026`, `14 de enero de 2026`, `14-Jan-2026`. */
const DAY_FIRST = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s-]+(?:de\\s+|d['’]|of\\s+)?([\\p{L}\\p{M}]{3,14})[.,]?[\\s-]+(?:del?\\s+)?${YEAR}`,
  'giu',
);
/** `January 14, 2026`, `Jan. 14th 2026`, `Jan 14 19:30:35 GMT 2026`. */
const MONTH_FIRST = new RegExp(
  `([\\p{L}\\p{M}]{3,14})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,|\\s+\\d\\d:\\d\\d(?::\\d\\d)?(?:\\s\\S{3,9})?)?\\s+${YEAR}`,
  'giu',
);
/** `2026. január 14.`, `2026 m. sausio 14 d.` */
const YEAR_FIRST = new RegExp(`${YEAR}[.,]?\\s+(?:m\\.\\s+)?([\\p{L}\\p{M}]{3,14})\\.?\\s+(\\d{1,2})\\b`, 'giu');
/** With the groups that hold year, month and day. */
const WORDED: readonly (readonly [pattern: RegExp, year: number, month: number, day: number])[] = [
  [DAY_FIRST, 3, 2, 1],
  [MONTH_FIRST, 3, 1, 2],
  [YEAR_FIRST, 1, 2, 3],
];
/** `2026-01-14`, `2026/1/14`, `2026. 1. 14.`, `2026年1月14日`, `2026년 1월 14일`. */
const NUMBERS = /(?<!\d)((?:19|20)\d\d)\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)/;
/** `14.01.2026`, `14/1/2026`, `01/14/2026`. */
const NUMBERS_YEAR_LAST = /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)\d\d)(?!\d)/;

/** The first day written out in a text, in words before digits; empty where there is none. */
export function writtenDay(text: string, lang = ''): string {
  const plain = latinDigits(text);
  const numbers = NUMBERS.exec(plain);
  if (numbers) return isoFrom(numbers[1], Number(numbers[2]), numbers[3]);
  for (const [pattern, ...order] of WORDED) {
    for (const match of plain.matchAll(pattern)) {
      const [year, month, date] = order.map((group) => match[group]);
      const day = isoFrom(year, monthOf(month, lang), date);
      if (day) return day;
    }
  }
  return yearLast(NUMBERS_YEAR_LAST.exec(plain), lang);
}

/** Arabic, Persian and Devanagari digits as the ones of this file. */
function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code - (code < 0x6f0 ? 0x660 : code < 0x966 ? 0x6f0 : 0x966)) % 10);
  });
}

/** Dots stand between day and month; with other signs only numbers above 12, or the language, tell the day. */
function yearLast(match: RegExpExecArray | null, lang: string): string {
  if (!match) return '';
  const [, first = '', sign, second = '', year] = match;
  if (Number(first) <= 12 && Number(second) > 12) return isoFrom(year, Number(first), second);
  const isUnsure = sign !== '.' && Number(first) <= 12 && first !== second && (lang === '' || lang === 'en');
  return isUnsure ? '' : isoFrom(year, Number(second), first);
}

/** Lower-case names of the months, 1 to 12, long and short, alone and in a date, by language. */
const calendars = new Map<string, Map<string, number>>();

/** 1 to 12, or 0 for no month's name in this language or in English. */
function monthOf(word = '', lang = ''): number {
  const name = word.toLowerCase();
  return monthIn(name, 'en') || (lang && lang !== 'en' ? monthIn(name, lang) : 0);
}

const SHORTEST = 3;

function monthIn(name: string, lang: string): number {
  let months = calendars.get(lang);
  if (!months) calendars.set(lang, (months = namesOfMonths(lang)));
  const whole = months.get(name);
  if (whole !== undefined) return whole;
  // Papers cut names as they like (`Sept`, `febr`): the start of one month's name only.
  const found = new Set<number>();
  for (const [full, month] of months) if (name.length >= SHORTEST && full.startsWith(name)) found.add(month);
  return found.size === 1 ? [...found][0]! : 0;
}

function namesOfMonths(lang: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    for (const options of [{ month }, { month, day: 'numeric' }] as const) {
      const format = formatOf(lang, options);
      if (!format) continue;
      for (let number = 0; number < 12; number++) {
        const name = format.formatToParts(new Date(Date.UTC(2024, number, 15))).find(({ type }) => type === 'month');
        if (name) names.set(name.value.toLowerCase().replace(/\.$/, ''), number + 1);
      }
    }
  }
  return names;
}

/** Null for a language that the browser does not know by this code. */
function formatOf(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(`${lang}-u-ca-gregory`, { ...options, timeZone: 'UTC' });
  } catch {
    return null;
  }
}

function isoFrom(year = '', month: number, date = ''): string {
  if (month < 1 || month > 12 || Number(date) < 1 || Number(date) > 31) return '';
  return `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
}
