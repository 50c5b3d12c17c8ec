import type { PartialDate } from '../core/kb/record';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
]; // prettier-ignore

/**
 * A date of known precision in words: `4 June 2025`, `June 2025`, `2025`, `44 BC`. What is not a date is returned as it
 * is. With `short`, months have three letters.
 */
export function formatDate(date: PartialDate, length: 'long' | 'short' = 'long'): string {
  const match = /^(-?)0*(\d+)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  const month = match?.[3] === undefined ? undefined : MONTHS[Number(match[3]) - 1];
  if (!match || (match[3] !== undefined && month === undefined)) return date;
  const year = match[1] ? `${match[2]} BC` : match[2];
  const name = length === 'short' ? month?.slice(0, 3) : month;
  const day = match[4] === undefined ? undefined : String(Number(match[4]));
  return [day, name, year].filter((part) => part !== undefined).join(' ');
}

/** `since 4 June 2025`, `2018 to 2021`, `until 2021`; empty where nothing is known. */
export function formatSpan(
  from: PartialDate | undefined,
  to: PartialDate | undefined,
  length: 'long' | 'short' = 'long',
): string {
  if (from !== undefined && to !== undefined) return `${formatDate(from, length)} to ${formatDate(to, length)}`;
  if (from !== undefined) return `since ${formatDate(from, length)}`;
  return to === undefined ? '' : `until ${formatDate(to, length)}`;
}
