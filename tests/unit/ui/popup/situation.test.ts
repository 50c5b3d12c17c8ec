import { expect, test } from 'vitest';
import { situationOf } from '../../../../src/ui/popup/situation';
import type { Access, PageReason, PageState, SwitchState } from '../../../../src/ui/popup/types';

const ON: SwitchState = { host: 'news.example', siteEnabled: true, allEnabled: true, pausedUntil: 0 };
const NAMES = [{ entity: 'a', name: 'A', line: '', count: 1, underlined: true }];

function page(reason: PageReason | null, names = NAMES): PageState {
  return { state: reason === null ? 'on' : 'off', reason, names };
}

function say(access: Access, switches: Partial<SwitchState>, state: PageState | null) {
  return situationOf(access, { ...ON, ...switches }, state, () => '14:30');
}

test.each<[string, ReturnType<typeof say>, string | null]>([
  ['1 name explained here', say('granted', {}, page(null)), 'leave'],
  ['2 names explained here', say('granted', {}, page(null, [...NAMES, ...NAMES])), 'leave'],
  ['No name that Sidelight knows was found on this page.', say('granted', {}, page('no-names', [])), 'leave'],
  [
    'This does not look like a news story, so nothing is underlined.',
    say('granted', {}, page('not-an-article', [])),
    'explain',
  ],
  ['Sidelight is off on news.example.', say('granted', { siteEnabled: false }, page('site-off', [])), null],
  [
    'Sidelight is off on every site.',
    say('granted', { allEnabled: false, siteEnabled: false }, page('all-off', [])),
    null,
  ],
  ['Paused on every site until 14:30.', say('granted', { pausedUntil: 1 }, page('paused', [])), null],
  ['Your browser withholds access to this site.', say('withheld', { host: null }, null), null],
  ['This page cannot be annotated. Browsers keep extensions out of it.', say('never', { host: null }, null), null],
  ['This page cannot be annotated.', say('granted', {}, page('unsupported', [])), null],
  ['Nothing answers on this page yet. Reloading it usually helps.', say('granted', {}, null), null],
])('%s', (sentence, situation, pageButton) => {
  expect(situation).toMatchObject({ sentence, pageButton });
});

test('a switch is true at once, whatever the page still says', () => {
  expect(say('granted', { siteEnabled: false }, page(null)).kind).toBe('site-off');
});
