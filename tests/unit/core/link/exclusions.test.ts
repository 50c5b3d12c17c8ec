import { describe, expect, it } from 'vitest';
import { isExcluded } from '../../../../src/core/link/exclusions';
import { spanOf } from './spans';

/** Whether the words around the bracketed name exclude that it means this entity; `day` as yyyymmdd. */
function excludes(marked: string, entity: string, { lang = 'en', day = 20260113 } = {}): boolean {
  const { span, block, document } = spanOf(marked, lang);
  const reading = span.readings.find(({ id }) => id === entity);
  if (!reading) throw new Error(`${span.text} does not mean ${entity}`);
  return isExcluded(reading, span, block, document, day);
}

/** What excludes, with the words that do, and the same name where nothing does. */
const RULES: [rule: string, entity: string, excluded: string, free: string][] = [
  ['a body of another country', 'us-senate', 'Italy’s [Senate] met.', 'The [Senate] met.'],
  ['a body under another owner', 'us-congress', 'The [Congress] of Vienna met.', 'The [Congress] of Donald Trump met.'],
  ['a body of a state', 'us-senate', 'The Ohio state [Senate] met.', 'The US [Senate] met.'],
  [
    'a longer body of another country',
    'democratic-party-united-states',
    'Russia’s Liberal [Democratic Party] lost.',
    'America’s [Democratic Party] lost.',
  ],
  ['an area elsewhere', 'paris', 'He left [Paris], Texas.', 'He left [Paris], France.'],
  ['an area of an unknown county', 'boston', 'He left [Boston], Lincolnshire.', 'He left [Boston], a city.'],
  ['a thing that bears the name', 'brazil', 'A [Brazil] nut fell.', 'A [Brazil] fan fell.'],
  ['kin before a first name', 'sydney', 'His sister [Sydney] sang.', 'His sister in [Sydney] sang.'],
  ['a form of address', 'chad', 'Mr [Chad] sang.', 'In [Chad] they sang.'],
  ['the name of an animal', 'moscow', 'A cat called [Moscow] ran.', 'A cat in [Moscow] ran.'],
  ['the name of an animal after a comma', 'moscow', 'The dog, [Moscow], ran.', 'The dog, [Moscow] said, ran.'],
  ['the name of a ship', 'birmingham', 'The HMS [Birmingham] sank.', 'The town of [Birmingham] sank.'],
  ['the town of a team', 'los-angeles-dodgers', 'They moved to [Los Angeles].', 'They lost to [Los Angeles].'],
  [
    'a party of another country',
    'free-democratic-party',
    'Ignazio Cassis ([FDP]) sang.',
    'Christian Lindner ([FDP]) sang.',
  ],
  ['the end of a hyphened name', 'tahrir-square', 'Hizb ut-[Tahrir] met.', 'They met on [Tahrir].'],
  ['the title of a work', 'munich', 'The film “[Munich]” won.', 'The mayor of “[Munich]” won.'],
  ['an address', 'tokyo', 'See https://[Tokyo].example for it.', 'See [Tokyo].'],
  ['a road', 'm23', 'They crashed on the [M23].', 'They fled the [M23].'],
  ['a street', 'berlin', 'La rue de [Berlin] dort.', 'Le maire de [Berlin] dort.'],
  ['a private trade', 'david-cameron', 'The plumber [David Cameron] sang.', 'The former leader [David Cameron] sang.'],
  ['an age that does not fit', 'aaron-judge', '[Aaron Judge], 70, sang.', '[Aaron Judge], 33, sang.'],
  ['the article of a by-name', 'prince-harry', '[Prince Harry] the alpaca sang.', '[Prince Harry] sang.'],
];

describe('excluded by the words around it', () => {
  it.each(RULES)('%s: %s in %s, not in %s', (_rule, entity, excluded, free) => {
    expect(excludes(excluded, entity)).toBe(true);
    expect(excludes(free, entity)).toBe(false);
  });

  it('a German noun that a town bears, in German texts alone', () => {
    expect(excludes('Das [Essen] war kalt.', 'essen', { lang: 'de' })).toBe(true);
    expect(excludes('Er fuhr nach [Essen].', 'essen', { lang: 'de' })).toBe(false);
    expect(excludes('The [Essen] mayor left.', 'essen')).toBe(false);
  });

  it('an age says nothing where the article has no date', () => {
    expect(excludes('[Aaron Judge], 70, sang.', 'aaron-judge', { day: 0 })).toBe(false);
  });
});
