import type { PartialDate } from './record';

/** Days of a partial date's first and last day, as whole days since 1970-01-01; null for what is not a date. */
export function dayRange(date: PartialDate): { first: number; last: number } | null {
  const match = /^(-?\d{1,4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]) - 1;
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const first = utcDay(year, month ?? 0, day ?? 1);
  // Day 0 of the following month is the last day of this one.
  const last = day !== undefined ? first : month !== undefined ? utcDay(year, month + 1, 0) : utcDay(year, 11, 31);
  return { first, last };
}

function utcDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  // `Date.UTC` reads years 0 to 99 as 1900 to 1999; this does not.
  date.setUTCFullYear(year, month, day);
  return Math.floor(date.getTime() / 86_400_000);
}

/** Whether a span of partial dates includes a day (`YYYY-MM-DD`); an open end includes everything on its side. */
export function includesDay(span: { from?: PartialDate; to?: PartialDate }, day: string): boolean {
  const at = dayRange(day);
  if (!at) return false;
  const from = span.from === undefined ? null : dayRange(span.from);
  const to = span.to === undefined ? null : dayRange(span.to);
  return (from === null || from.first <= at.first) && (to === null || at.first <= to.last);
}
