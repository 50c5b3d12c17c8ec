/**
 * Whether a page states the day that a stored set gives for it. Sets know the day a page was stored, or just the year;
 * a page stored months after its publication states another day, and nothing read from it could be right.
 */

/** Days that a page may have been stored after the day it states. */
const STORED_WITHIN_DAYS = 7;
const DAY_MS = 86_400_000;

/** Right is a date of the expected year, or up to a week before the expected day, with a day's leeway for time zones. */
export function isDateOf(expected: string, found: string): boolean {
  if (expected.length < 10) return found.startsWith(expected);
  const days = (Date.parse(expected) - Date.parse(found)) / DAY_MS;
  return days >= -1 && days <= STORED_WITHIN_DAYS;
}

/** Words that a statement of a date follows in markup, metadata and addresses; the date stands this near behind one. */
const WORDS = '(?:publi|date|time|posted|modif|updat|issued|created|url"?)[^<>]{0,60}?';

/** Whether a day that would be right stands in the page's source behind a word for dates. */
export function statesDate(html: string, expected: string): boolean {
  const days = expected.length < 10 ? [dayOfYear(expected)] : daysBefore(expected).flatMap(formsOf);
  return new RegExp(`${WORDS}(?:${days.join('|')})`, 'i').test(html);
}

function daysBefore(expected: string): Date[] {
  return Array.from({ length: STORED_WITHIN_DAYS + 2 }, (_, i) => new Date(Date.parse(expected) + DAY_MS - i * DAY_MS));
}

function formsOf(day: Date): string[] {
  const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-');
  const worded = `(?:${date}|${Number(date)})\\.? ${monthOf(day)}\\w*\\.?,? ${year}`;
  const english = `${monthOf(day)}\\w*\\.? ${Number(date)},? ${year}`;
  return [
    `${year}[-/]?${month}[-/]?${date}`,
    `${date}\\.${month}\\.${year}`,
    `${Number(date)}\\.${Number(month)}\\.${year}`,
    worded,
    english,
  ];
}

function monthOf(day: Date): string {
  return day.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' });
}

function dayOfYear(year: string): string {
  return `${year}-\\d\\d-\\d\\d|${year}/\\d\\d/\\d\\d|[a-z]{3,9}\\.? \\d{1,2},? ${year}`;
}
