import { describe, expect, it } from 'vitest';
import { isDateOf, statesDate } from '../../../scripts/page-dates';

describe('the date that a set gives for a page', () => {
  it.each([
    ['2026-01-13', '2026-01-13', true],
    ['2026-01-13', '2026-01-06', true],
    ['2026-01-13', '2026-01-14', true],
    ['2026-01-13', '2026-01-05', false],
    ['2026-01-13', '2026-01-15', false],
    ['2026', '2026-08-01', true],
    ['2026', '2025-12-31', false],
  ])('%s is met by %s: %s', (expected, found, right) => {
    expect(isDateOf(expected, found)).toBe(right);
  });

  it.each([
    ['<meta property="article:published_time" content="2026-01-13T09:00Z">', true],
    ['<time datetime="2026-01-12">', true],
    ['<a title="Published on 13.01.2026">', true],
    ['<p>Posted: Jan. 13, 2026</p>', true],
    ['<meta property="article:published_time" content="2025-10-02T09:00Z">', false],
    ['<p>The bridge opens on 2026-01-13.</p>', false],
  ])('2026-01-13 is stated by %s: %s', (html, stated) => {
    expect(statesDate(html, '2026-01-13')).toBe(stated);
  });
});
