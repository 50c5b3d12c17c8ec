import { describe, expect, it } from 'vitest';
import { entityOf } from './linked';

/** Text, surface form, entity it must be linked to; null where silence is right. */
const CASES: [text: string, surface: string, entity: string | null][] = [
  // One-word names follow the full name, wherever it stands.
  [
    '# Lee and Takaichi meet\n\nSouth Korean President Lee Jae Myung met Japanese Prime Minister Sanae Takaichi in Nara.',
    'Lee',
    'lee-jae-myung',
  ],
  ['Sanae Takaichi spoke first. Then Takaichi took questions.', 'Takaichi', 'sanae-takaichi'],
  ['Takaichi Sanae spoke in Nara. Takaichi then left for Tokyo.', 'Takaichi', 'sanae-takaichi'],
  ['Emmanuel Macron arrived. Macron’s plane left at noon.', 'Macron', 'emmanuel-macron'],
  ['Ursula von der Leyen spoke in Brussels. “No,” von der Leyen said.', 'von der Leyen', 'ursula-von-der-leyen'],
  ['Chinese President Xi Jinping arrived; Xi left a day later.', 'Xi', 'xi-jinping'],
  // Possessives stay outside.
  ['The court heard Vladimir Putin’s lawyers.', 'Vladimir Putin', 'vladimir-putin'],
  ["The court heard Vladimir Putin's lawyers.", 'Vladimir Putin', 'vladimir-putin'],
  // Middle initials.
  ['Donald J. Trump signed the order.', 'Donald J. Trump', 'donald-trump'],
  // Capitals.
  ['LEE JAE MYUNG ARRIVES IN NARA FOR SUMMIT WITH TAKAICHI', 'LEE JAE MYUNG', 'lee-jae-myung'],
  // Nobody was introduced: silence.
  ['She bought a pair of Lee jeans in the sale.', 'Lee', null],
  ['Lee said the shop would close at six.', 'Lee', null],
  ['“I did not see it,” said Kim.', 'Kim', null],
  // Somebody else of the name was introduced.
  ['Spike Lee showed his film on Monday. Lee said it took ten years.', 'Lee', 'spike-lee'],
  ['Marjorie Lee made four films. Lee died in 1973.', 'Lee', null],
  ['The actor Park Shin-hye arrived. Park smiled.', 'Park', null],
  // Two bearers of one name: only the reader can tell.
  ['Lee Jae Myung met the director Spike Lee in Seoul. Lee said the talk was friendly.', 'Lee', null],
  // Part of a longer name.
  ['They met at Trump Tower in the evening.', 'Trump', null],
  ['He grew up in Lee County and never left it.', 'Lee', null],
  ['Donald Trump spoke outside Trump Tower on Friday.', 'Trump', null],
  ['The Putin Museum opened in a village.', 'Putin', null],
  // A first name that contradicts the record.
  ['Melania Trump opened the library.', 'Trump', null],
  ['The baker Sarah Macron won a prize.', 'Macron', null],
];

describe('people', () => {
  it.each(CASES)('%s | %s -> %s', (text, surface, entity) => {
    expect(entityOf(text, surface)).toBe(entity);
  });
});
