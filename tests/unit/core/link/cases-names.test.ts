import { describe, expect, it } from 'vitest';
import { entityOf } from './linked';

/** Text, surface form, entity it must be linked to; null where silence is right. */
const CASES: [text: string, surface: string, entity: string | null][] = [
  // Acronyms match in their own case only.
  ['The WHO sent a team to Goma.', 'WHO', 'world-health-organization'],
  ['Nobody knew who had sent it.', 'who', null],
  ['They asked us to wait.', 'us', null],
  [
    'South Korea wants to join the CPTPP this year.',
    'CPTPP',
    'comprehensive-and-progressive-agreement-for-trans-pacific-partnership',
  ],
  // Weekdays, months, offices and currencies are no names.
  ['The talks resume on Wednesday in Geneva.', 'Wednesday', null],
  ['The report is due in March.', 'March', null],
  ['The deal is worth US$5 billion.', 'US', null],
  ['The President said he would wait.', 'President', null],
  // An office before its holder's name introduces the person.
  ['South Korean President Lee Jae Myung spoke.', 'South Korean President', null],
  ['Japanese Prime Minister Sanae Takaichi spoke.', 'Japanese Prime Minister', null],
  ['US President Donald Trump spoke.', 'US', null],
  // Nationality words are context, not names.
  ['The Japanese government was silent.', 'Japanese', null],
  ['South Korean shares fell in early trading.', 'South Korean', null],
  // Capitals that act, and capitals that are places.
  ['Tokyo faces a row with China over the remarks.', 'Tokyo', 'government-of-japan'],
  ['She ran the marathon in Tokyo.', 'Tokyo', 'tokyo'],
  ['Beijing said it would retaliate against Japan.', 'Beijing', 'government-of-china'],
  ['He flew to Beijing on Monday for talks in China.', 'Beijing', 'beijing'],
  // Datelines.
  ['NARA, Japan (AP) — South Korean President Lee Jae Myung arrived on Tuesday.', 'NARA', 'nara'],
  ['NARA, Japan (AP) — South Korean President Lee Jae Myung arrived on Tuesday.', 'AP', 'associated-press'],
  ['Farmers in AP, as the state of Andhra Pradesh is called, protested.', 'AP', null],
  // The longest name wins.
  [
    'The 2011 Fukushima Daiichi nuclear disaster changed the law.',
    '2011 Fukushima Daiichi nuclear disaster',
    'fukushima-daiichi-nuclear-disaster',
  ],
  ['The 2011 Fukushima Daiichi nuclear disaster changed the law.', 'Fukushima', null],
  // Split and decorated text.
  ['They visited Horyu\u00a0Temple at dawn.', 'Horyu\u00a0Temple', 'horyu-ji'],
  ['They visited Ho\u00adryu Temple at dawn.', 'Ho\u00adryu Temple', 'horyu-ji'],
  ['They visited Hōryū-ji at dawn.', 'Hōryū-ji', 'horyu-ji'],
  ['They visited Horyu Temple’s oldest hall.', 'Horyu Temple', 'horyu-ji'],
  // Part of a longer name that no pack knows.
  ['She flew with Japan Regional Wings to Osaka.', 'Japan', null],
  ['He studied at the University of Nara Hills.', 'Nara', null],
  ['The China Daily Boat Club met on Sunday.', 'China', null],
  // What the story does not name.
  ['The two countries agreed to talk again.', 'two countries', null],
  ['Japan is in a row with China over Taiwan.', 'row with China', 'china-japan-diplomatic-crisis-2025-26'],
  [
    'The talks turned to North Korea’s nuclear ambitions.',
    'nuclear ambitions',
    'north-korea-and-weapons-of-mass-destruction',
  ],
  [
    "The talks turned to North Korea's nuclear ambitions.",
    'nuclear ambitions',
    'north-korea-and-weapons-of-mass-destruction',
  ],
  ['Her nuclear ambitions ended with the exam.', 'nuclear ambitions', null],
  [
    'The competition between the U.S. and China shapes the region.',
    'competition between the U.S. and China',
    'us-china-strategic-competition',
  ],
  ['Mexico is in a row with China over steel.', 'row with China', null],
  [
    'Families remember the 1942 mining accident in Japan that killed Koreans.',
    '1942 mining accident',
    'chosei-coal-mine-disaster',
  ],
  ['Families remember the 1946 mining accident in Belgium.', 'mining accident', null],
];

describe('names', () => {
  it.each(CASES)('%s | %s -> %s', (text, surface, entity) => {
    expect(entityOf(text, surface)).toBe(entity);
  });
});
