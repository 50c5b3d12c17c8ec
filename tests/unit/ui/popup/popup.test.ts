// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { startPopup } from '../../../../src/ui/popup/popup';
import type { PageState, PopupPorts, SwitchState } from '../../../../src/ui/popup/types';
import { click, settle } from '../card/page';

const NAMES: PageState['names'] = [
  { entity: 'lee', name: 'Lee <b>Jae</b> Myung', line: 'President of South Korea', count: 8, underlined: true },
  { entity: 'japan', name: 'Japan', line: '', count: 1, underlined: false },
];

let ending = new AbortController();
afterEach(() => ending.abort());

/** A popup whose switches really switch. */
async function open(change: Partial<PopupPorts> = {}) {
  ending = new AbortController();
  const state: SwitchState = { host: 'news.example', siteEnabled: true, allEnabled: true, pausedUntil: 0 };
  const calls = { setPage: vi.fn(), jump: vi.fn(), close: vi.fn(), requestAccess: vi.fn(), openOptions: vi.fn() };
  const ports: PopupPorts = {
    theme: () => Promise.resolve('dark'),
    access: () => Promise.resolve('granted'),
    requestAccess: () => Promise.resolve(calls.requestAccess()),
    switches: () => Promise.resolve({ ...state }),
    setSite: (on) => Promise.resolve((state.siteEnabled = on)),
    setAll: (on) => Promise.resolve((state.allEnabled = on)),
    pause: (minutes) => Promise.resolve((state.pausedUntil = minutes * 60_000)),
    page: () => Promise.resolve({ state: 'on', reason: null, names: NAMES }),
    setPage: (on) => Promise.resolve(calls.setPage(on)),
    jump: (entity) => Promise.resolve(calls.jump(entity)),
    shortcuts: () =>
      Promise.resolve([
        { description: 'Next name', keys: 'Alt+Shift+N' },
        { description: 'Explain', keys: '' },
      ]),
    openOptions: () => Promise.resolve(calls.openOptions()),
    close: calls.close,
    ...change,
  };
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  await startPopup(root, ports, ending.signal);
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((one) => one.textContent?.includes(name) && !one.hidden);
  return { root, button, calls, use: async (name: string) => (click(button(name)), settle()) };
}

test('names in reading order, shown literally, with line and count', async () => {
  const { root } = await open();
  const rows = [...root.querySelectorAll('.names button')].map((row) => row.textContent);
  expect(rows).toEqual(['Lee <b>Jae</b> Myung8, 8 timesPresident of South Korea', 'Japan1, once']);
  expect(root.querySelectorAll('.names b')).toHaveLength(0);
  expect(root.querySelector('[role=status]')?.textContent).toBe('2 names explained here');
});

test('a name jumps to its place and the popup goes', async () => {
  const { use, calls } = await open();
  await use('Japan');
  expect(calls.jump).toHaveBeenCalledExactlyOnceWith('japan');
  expect(calls.close).toHaveBeenCalledOnce();
});

test('the switches name the host, switch, and say what is true', async () => {
  const { use, button, root } = await open();
  expect(button('On this site')?.textContent).toContain('news.example');
  expect(button('On this site')?.getAttribute('aria-checked')).toBe('true');
  await use('On this site');
  expect(button('On this site')?.getAttribute('aria-checked')).toBe('false');
  expect(root.querySelector('[role=status]')?.textContent).toBe('Sidelight is off on news.example.');
  expect(root.querySelector<HTMLElement>('.story')?.hidden).toBe(true);
});

test('pausing turns into resuming', async () => {
  const { use, button } = await open();
  await use('Pause for an hour');
  expect(button('Pause for an hour')).toBeUndefined();
  await use('Resume now');
  expect(button('Pause for an hour')).toBeDefined();
});

test('a page that is no story can be asked for', async () => {
  const { use, calls } = await open({
    page: () => Promise.resolve({ state: 'off', reason: 'not-an-article', names: [] }),
  });
  await use('Explain names on this page');
  expect(calls.setPage).toHaveBeenCalledExactlyOnceWith(true);
});

test('access is asked for while the click is handled', async () => {
  const { button, calls } = await open({
    access: () => Promise.resolve('withheld'),
    page: () => Promise.resolve(null),
  });
  click(button('Allow on this site'));
  expect(calls.requestAccess).toHaveBeenCalledOnce();
});

test('shortcuts are shown as the browser has them', async () => {
  const { root } = await open();
  expect([...root.querySelectorAll('dd')].map((keys) => keys.textContent)).toEqual(['Alt+Shift+N', 'Not set']);
});

test('a worker that does not answer gets a sentence, and the theme is the reader\u2019s', async () => {
  const { root } = await open({ switches: () => Promise.reject(new Error('gone')) });
  expect(root.querySelector('[role=status]')?.textContent).toMatch(/does not answer/);
  expect(document.documentElement.dataset.theme).toBe('dark');
});
