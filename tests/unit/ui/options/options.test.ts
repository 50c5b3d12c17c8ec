// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { readSettings, type Settings } from '../../../../src/settings/schema';
import { startOptions } from '../../../../src/ui/options/options';
import type { OptionsPorts, PackRow } from '../../../../src/ui/options/types';
import { click, settle } from '../card/page';

const PACK: PackRow = {
  id: 'world', name: 'World <i>news</i>', version: '3', licence: 'MIT', notice: 'Copyright', attribution: 'Editors',
  asOf: '2026-01', entities: 1671, problem: '',
}; // prettier-ignore
const BROKEN: PackRow = { ...PACK, id: 'bad', name: 'bad.pack', problem: 'The file is cut off.' };

let ending = new AbortController();
afterEach(() => ending.abort());

async function open(stored: Partial<Settings>, change: Partial<OptionsPorts> = {}) {
  ending = new AbortController();
  let settings = readSettings(stored).settings;
  let told = (): void => {};
  const ports: OptionsPorts = {
    load: () => Promise.resolve(settings),
    change: (how) => {
      settings = { ...settings, ...how(settings) };
      told();
      return Promise.resolve(settings);
    },
    onChange: (listener) => (told = listener),
    check: readSettings,
    packs: () => Promise.resolve([PACK, BROKEN]),
    nameOf: (entity) => Promise.resolve(entity === 'japan' ? 'Japan' : null),
    save: () => {},
    ...change,
  };
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  await startOptions(root, ports, ending.signal);
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name),
    );
  return { root, button, now: () => settings };
}

test('shows every list with what can be taken out of it', async () => {
  const { root } = await open({
    sites: { 'off.example': false, 'on.example': true },
    knownEntities: ['japan', 'gone'],
    rejected: [{ entity: 'japan', surface: 'Tokyo' }],
    chosen: [{ entity: 'japan', surface: 'Nippon' }],
  });
  const rows = [...root.querySelectorAll('.removable bdi')].map((row) => row.textContent);
  expect(rows).toEqual(['off.example', 'Japan', 'gone', '“Tokyo” is not Japan', '“Nippon” is Japan']);
});

test.each<[string, keyof Settings, unknown]>([
  ['Remove off.example', 'sites', { 'on.example': true }],
  ['Remove Japan', 'knownEntities', ['gone']],
  ['Remove “Tokyo” is not Japan', 'rejected', []],
])('%s takes it out', async (name, key, left) => {
  const { button, now, root } = await open({
    sites: { 'off.example': false, 'on.example': true },
    knownEntities: ['japan', 'gone'],
    rejected: [{ entity: 'japan', surface: 'Tokyo' }],
  });
  click(button(name));
  await settle();
  expect(now()[key]).toEqual(left);
  expect(root.querySelector('[role=status]')?.textContent).toMatch(/^Removed from/);
});

test('packs show whose they are, and a broken one why it was put aside', async () => {
  const { root } = await open({});
  const text = root.querySelector('.packs')?.textContent ?? '';
  for (const part of [
    'World <i>news</i>',
    'Version 3',
    'January 2026',
    '1,671 records',
    'MIT',
    'Editors',
    'Copyright',
  ]) {
    expect(text).toContain(part);
  }
  expect(root.querySelector('.broken')?.textContent).toBe('bad.packPut aside: The file is cut off.');
  expect(root.querySelectorAll('.packs i, .packs [role=switch]')).toHaveLength(1);
});

test('a pack is switched off and on again', async () => {
  const { button, now } = await open({});
  click(button('World'));
  await settle();
  expect(now().disabledPacks).toEqual(['world']);
  expect(button('World')?.getAttribute('aria-checked')).toBe('false');
  click(button('World'));
  await settle();
  expect(now().disabledPacks).toEqual([]);
});

test('every control has a label', async () => {
  const { root } = await open({});
  for (const input of root.querySelectorAll('input')) {
    expect(root.querySelector(`label[for="${input.id}"]`)?.textContent, input.id).toBeTruthy();
  }
});

test('settings that change elsewhere are shown, and the theme is applied', async () => {
  const { root } = await open({ theme: 'dark', dwellMs: 800 });
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(root.querySelector('output')?.textContent).toBe('800 ms');
});

test('packs that cannot be read do not hide the settings', async () => {
  const { root } = await open({}, { packs: () => Promise.reject(new Error('gone')) });
  expect(root.querySelector('[role=status]')?.textContent).toMatch(/could not be read/);
  expect(root.querySelector('#dwell')).not.toBeNull();
});
