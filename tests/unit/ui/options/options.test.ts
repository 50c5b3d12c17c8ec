// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { readSettings, type Settings } from '../../../../src/settings/schema';
import { startOptions } from '../../../../src/ui/options/options';
import type { OptionsPorts, PackRow } from '../../../../src/ui/options/types';
import { click, settle } from '../card/page';

const PACK: PackRow = {
  id: 'world', name: 'World <i>news</i>', version: '3', licence: 'MIT', notice: 'Copyright', attribution: 'Editors',
  asOf: '2026-01', entities: 1671, problem: '', installed: false,
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
    addPack: () => Promise.resolve({ error: 'Nothing was expected.' }),
    removePack: () => Promise.resolve(''),
    packsChanged: () => Promise.resolve([PACK]),
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

const OWN: PackRow = { ...PACK, id: 'own', name: 'Own', installed: true };

function choose(input: HTMLInputElement | null): void {
  Object.defineProperty(input, 'files', { value: [new File(['pack'], 'own.pack')], configurable: true });
  input?.dispatchEvent(new Event('change'));
}

test('a pack is added: words on the way, the list anew, the switch as it is set', async () => {
  let finish = (_: { name: string }): void => {};
  const { root } = await open(
    { disabledPacks: ['own'] },
    {
      addPack: (_, onProgress) => {
        onProgress('Checking every byte');
        return new Promise((resolve) => (finish = resolve));
      },
      packsChanged: () => Promise.resolve([PACK, OWN]),
    },
  );
  const input = root.querySelector<HTMLInputElement>('#add-pack');
  choose(input);
  await settle();
  expect(root.querySelector('[role=status]')?.textContent).toBe('Checking every byte ...');
  expect(input?.disabled).toBe(true);
  finish({ name: 'Own' });
  await settle();
  expect(root.querySelector('[role=status]')?.textContent).toBe('Own was added.');
  expect(input?.disabled).toBe(false);
  const rows = [...root.querySelectorAll('.packs > li')];
  expect(rows.map((row) => row.textContent?.includes('Your pack (unsigned)'))).toEqual([false, true]);
  expect(rows[1]?.querySelector('[role=switch]')?.getAttribute('aria-checked')).toBe('false');
});

test('a pack that is refused: the reason, and the list as it was', async () => {
  const { root } = await open({}, { addPack: () => Promise.resolve({ error: 'This is not a Sidelight pack.' }) });
  choose(root.querySelector('#add-pack'));
  await settle();
  const alerts = [...root.querySelectorAll('[role=alert]')].map((one) => one.textContent);
  expect(alerts).toEqual(['This is not a Sidelight pack.', '']);
  expect(root.querySelector('[role=status]')?.textContent).toBe('');
  expect(root.querySelectorAll('.packs > li')).toHaveLength(2);
});

test('own packs are removed, also one that was put aside; bundled ones cannot be', async () => {
  const removed: string[] = [];
  const rows = [PACK, BROKEN, OWN, { ...BROKEN, id: 'worn', name: 'worn', installed: true }];
  const { root, button } = await open(
    {},
    {
      packs: () => Promise.resolve(rows),
      removePack: (id) => {
        removed.push(id);
        return Promise.resolve('');
      },
    },
  );
  const labels = [...root.querySelectorAll('.packs button[aria-label]')].map((one) => one.getAttribute('aria-label'));
  expect(labels).toEqual(['Remove Own', 'Remove worn']);
  click(button('Remove worn'));
  await settle();
  expect(removed).toEqual(['worn']);
  expect(root.querySelector('[role=status]')?.textContent).toBe('worn was removed.');
  expect(document.activeElement).toBe(root.querySelector('.packs'));
});
