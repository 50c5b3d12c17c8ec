import { expect, test } from 'vitest';
import { formatDate, formatSpan } from '../../../src/ui/dates';

test.each([
  ['2025-06-04', '4 June 2025', '4 Jun 2025'],
  ['2025-06', 'June 2025', 'Jun 2025'],
  ['0607', '607', '607'],
  ['-0044', '44 BC', '44 BC'],
  ['2025-13', '2025-13', '2025-13'],
  ['soon', 'soon', 'soon'],
])('%s reads %s', (date, long, short) => {
  expect(formatDate(date)).toBe(long);
  expect(formatDate(date, 'short')).toBe(short);
});

test('spans say what is known', () => {
  expect(formatSpan('2018', '2021-03')).toBe('2018 to March 2021');
  expect(formatSpan('2025-06-04', undefined)).toBe('since 4 June 2025');
  expect(formatSpan(undefined, '2021')).toBe('until 2021');
  expect(formatSpan(undefined, undefined)).toBe('');
});
