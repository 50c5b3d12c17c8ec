import { describe, expect, it } from 'vitest';
import { namesOfCard, surnameOf } from '../../../src/pipeline/names';
import { cardOf } from './cards';

describe('a surname', () => {
  it.each([
    ['Shigeru Ishiba', 'Ishiba'],
    ['Ursula von der Leyen', 'von der Leyen'],
    ['Luiz Inácio Lula da Silva', 'da Silva'],
    ['Mohammed bin Salman', 'bin Salman'],
    ['Robert F. Kennedy Jr.', 'Kennedy'],
    ["Beto O'Rourke", "O'Rourke"],
    ['Jean-Luc Mélenchon', 'Mélenchon'],
    ['Lula', null],
    ['習近平', null],
    ['Владимир Путин', null],
  ])('of %s is %s', (name, surname) => {
    expect(surnameOf(name)).toBe(surname);
  });
});

const flagsByName = (card: Parameters<typeof namesOfCard>[0]): Record<string, string[]> =>
  Object.fromEntries(namesOfCard(card).map(({ t, flags }) => [t, flags]));

describe('the names of a card', () => {
  it('add the surname of a person as coref-only', () => {
    const card = cardOf({ id: 'a', type: 'person', name: 'Sanae Takaichi', names: { ja: '高市早苗' } });
    expect(flagsByName(card)).toEqual({ 'Sanae Takaichi': [], 高市早苗: [], Takaichi: ['coref-only'] });
  });

  it.each([
    ['Zhu Rongji', 'china', 'Zhu'],
    ['Lee Teng-hui', 'taiwan', 'Lee'],
    // Given name first, as the surname's place in the list of surnames says.
    ['Carrie Lam', 'hong-kong', 'Lam'],
    ['Morris Chang', 'taiwan', 'Chang'],
    // A surname that East Asia has as well, of somebody from elsewhere.
    ['Lee Hsien', 'australia', 'Hsien'],
    ['Park Geun Hye Lee', 'south-korea', 'Lee'],
  ])('take the surname of %s (%s) from where it stands: %s', (name, country, surname) => {
    const card = cardOf({ id: 'a', type: 'person', name, rel: [{ p: 'citizen', o: country }] });
    expect(flagsByName(card)).toEqual({ [name]: [], [surname]: ['coref-only'] });
  });

  it('leave the surname to an editor who named a short form', () => {
    const card = cardOf({
      id: 'a',
      type: 'person',
      name: 'Lee Jae Myung',
      aliases: [{ t: 'Lee', flags: ['coref-only'] }],
    });
    expect(flagsByName(card)).toEqual({ 'Lee Jae Myung': [], Lee: ['coref-only'] });
  });

  it('hold a mononym back until the full name stood there', () => {
    expect(flagsByName(cardOf({ id: 'a', type: 'person', name: 'Pelé' }))).toEqual({ Pelé: ['coref-only'] });
    expect(flagsByName(cardOf({ id: 'a', type: 'city', name: 'Nara' }))).toEqual({ Nara: [] });
  });

  it('take a title of several words, but none with a qualifier', () => {
    const named = (title: string): string[] => namesOfCard(cardOf({ id: 'a', name: 'Acme', title })).map(({ t }) => t);
    expect(named('Acme Corporation')).toEqual(['Acme', 'Acme Corporation']);
    expect(named('Acme (company)')).toEqual(['Acme']);
    expect(named('Acme, Ohio')).toEqual(['Acme']);
  });

  it("keep an editor's flags for the name itself and unite repeated ones", () => {
    const card = cardOf({
      id: 'a',
      name: 'Target',
      aliases: [
        { t: 'Target', flags: ['needs-context'] },
        { t: 'Target', flags: ['case-sensitive'] },
      ],
    });
    expect(flagsByName(card)).toEqual({ Target: ['needs-context', 'case-sensitive'] });
  });
});
