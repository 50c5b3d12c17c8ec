import { describe, expect, it } from 'vitest';
import { dayRange, includesDay } from '../../../../src/core/kb/calendar';

const day = (text: string): number => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);

describe('partial dates', () => {
  it.each([
    ['2025-06-04', '2025-06-04', '2025-06-04'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['1910', '1910-01-01', '1910-12-31'],
    ['0607', '0607-01-01', '0607-12-31'],
    ['1900-02', '1900-02-01', '1900-02-28'],
  ])('%s runs from %s to %s', (date, first, last) => {
    expect(dayRange(date)).toEqual({ first: day(first), last: day(last) });
  });

  it.each(['', 'May 2025', '2025-6', '2025-06-04T10:00'])('"%s" is no date', (text) => {
    expect(dayRange(text)).toBeNull();
  });

  it.each([
    [{ from: '2025-06-04' }, '2026-01-13', true],
    [{ from: '2025-06-04' }, '2025-06-03', false],
    [{ from: '2022-05', to: '2025-04-04' }, '2025-04-04', true],
    [{ from: '2022-05', to: '2025-04-04' }, '2025-04-05', false],
    [{ to: '2024' }, '2024-12-31', true],
    [{}, '2026-01-13', true],
    [{}, 'yesterday', false],
  ])('%j includes %s: %s', (span, date, expected) => {
    expect(includesDay(span, date)).toBe(expected);
  });
});
