// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CardModel } from '../../../../src/core/kb/card';
import type { CardControllerOptions } from '../../../../src/ui/card/types';
import { FACT, HOSTILE, LEE, MENTION, OTHER_LEE, TOWN } from '../fixtures';
import { buttonNamed, click, createTestPage, settle, type TestPage } from './page';

let page: TestPage | null = null;

function start(options: Partial<CardControllerOptions> = {}): TestPage {
  const models = new Map<string, CardModel>([LEE, TOWN].map((model) => [model.entity, model]));
  page = createTestPage({ load: (entity) => Promise.resolve(models.get(entity) ?? null), ...options });
  return page;
}

async function opened(options: Partial<CardControllerOptions> = {}, request = {}): Promise<TestPage> {
  const started = start(options);
  started.open(request);
  await settle();
  return started;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  page?.end();
  vi.useRealTimers();
});

test('nothing is added to the page before the first card', () => {
  start();
  expect(document.querySelector('[popover]')).toBeNull();
});

test('the card is a dialog named by its heading, in a closed root, with nothing in it the page can read', async () => {
  const { root } = await opened();
  const host = document.querySelector('[popover]')!;
  expect(host.shadowRoot).toBeNull();
  expect(host.childNodes).toHaveLength(0);
  const card = root().querySelector('[role=dialog]')!;
  expect(root().querySelector(`#${card.getAttribute('aria-labelledby')}`)?.textContent).toBe('Lee Jae Myung');
  expect(card.hasAttribute('aria-modal')).toBe(false);
});

test('parts stand in reading order', async () => {
  const { text } = await opened({}, { occurrences: [{ before: 'a ', text: 'Lee', after: ' b', jump: () => {} }] });
  const order = [
    'Person', 'Lee Jae Myung', '이재명', LEE.line, 'As of this story, 13 January 2026', 'Since 4 June 2025',
    LEE.background!, 'President since', 'Timeline', 'Connected', 'In this story: 1 mention', 'Wikipedia',
    'As of January 2026', 'Nara summit', 'Sidelight editors', 'MIT', 'I know this', 'Not this',
  ]; // prettier-ignore
  const places = order.map((part) => text().indexOf(part));
  expect(
    places.every((place) => place >= 0),
    `missing: ${order.filter((part) => !text().includes(part)).join()}`,
  ).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('every fact says its source and when it held, and age is said in words', async () => {
  const { root } = await opened();
  const rows = [...root().querySelectorAll('.facts > div')].map((row) => row.querySelector('.from')?.textContent);
  expect(rows).toEqual([
    'General reference, as of Jan 2026. May be outdated',
    'General reference, as of Jan 2026. May have changed',
    'AP, 13 January 2026, as of Jan 2026',
  ]);
});

test('native names carry their language; one that two languages share is shown once', async () => {
  const { root } = await opened();
  const names = [...root().querySelectorAll('.native bdi')].map((name) => [
    name.getAttribute('lang'),
    name.textContent,
  ]);
  expect(names).toEqual([['ko', '이재명'], ['ja', '李在明']]); // prettier-ignore
  expect(root().querySelector('.native')?.textContent).toContain('Japanese, Chinese');
});

test('a dozen native names are folded, and who held a post is a way to their card', async () => {
  const nativeNames = ['fr', 'es', 'it', 'pt', 'ru'].map((lang) => ({ lang, text: `Japan ${lang}` }));
  const holders = [
    { text: 'Prime minister', from: '2025-10-21', onDate: '2026-01-13', entity: LEE.entity, name: LEE.name },
  ];
  const load = (entity: string) => Promise.resolve(entity === LEE.entity ? LEE : { ...TOWN, nativeNames, holders });
  const { root, text } = await opened({ load }, { mention: { ...MENTION, entity: 'japan' } });
  expect(root().querySelector('summary')?.textContent).toBe('In 5 other languages');
  expect(text()).toContain('Prime minister: Lee Jae Myung, since 21 Oct 2025');
  click(buttonNamed(root(), 'Lee Jae Myung'));
  await settle();
  expect(root().querySelector('h2')?.textContent).toBe('Lee Jae Myung');
});

test('links out are https, tell nobody where the reader was and open beside the story', async () => {
  const bad = {
    ...LEE,
    links: [
      { label: 'Bad', url: 'javascript:alert(1)' },
      { label: 'Plain', url: 'http://a.example/' },
    ],
  };
  const { root } = await opened({ load: () => Promise.resolve({ ...bad, links: [...bad.links, ...LEE.links] }) });
  const links = [...root().querySelectorAll('a')];
  expect(links.map((link) => link.textContent)).toEqual(['AP, 13 January 2026', 'Wikipedia', 'Map']);
  for (const link of links) {
    expect(link.href).toMatch(/^https:/);
    expect([link.rel, link.target, link.referrerPolicy || link.getAttribute('referrerpolicy')]).toEqual([
      'noopener noreferrer', '_blank', 'no-referrer',
    ]); // prettier-ignore
  }
});

test('a related name opens in the same card, and Back returns', async () => {
  const { root, controller } = await opened();
  expect(buttonNamed(root(), 'Back')).toBeUndefined();
  click(buttonNamed(root(), 'President, South Korea'));
  await settle();
  expect(root().querySelector('h2')?.textContent).toBe('South Korea');
  expect(buttonNamed(root(), 'I know this')).toBeUndefined();
  expect(controller.mention()?.entity).toBe('lee-jae-myung');
  click(buttonNamed(root(), 'Back'));
  expect(root().querySelector('h2')?.textContent).toBe('Lee Jae Myung');
  expect(buttonNamed(root(), 'Back')).toBeUndefined();
});

test('a record that comes after another card was asked for is ignored', async () => {
  const answers = new Map<string, (model: CardModel | null) => void>();
  const load = (entity: string): Promise<CardModel | null> => new Promise((resolve) => answers.set(entity, resolve));
  const { root, open } = start({ load });
  open();
  open({ mention: { ...MENTION, entity: 'south-korea', name: 'South Korea' } });
  answers.get('south-korea')!(TOWN);
  await settle();
  answers.get('lee-jae-myung')!(LEE);
  await settle();
  expect(root().querySelector('h2')?.textContent).toBe('South Korea');
});

test('a record that comes after Back is ignored too', async () => {
  let answer: (model: CardModel | null) => void = () => {};
  const load = (entity: string): Promise<CardModel | null> =>
    entity === 'south-korea' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(LEE);
  const { root } = await opened({ load });
  click(buttonNamed(root(), 'President, South Korea'));
  vi.advanceTimersByTime(200);
  click(buttonNamed(root(), 'Back'));
  answer(TOWN);
  await settle();
  expect(root().querySelector('h2')?.textContent).toBe('Lee Jae Myung');
});

test('one that comes after closing opens nothing', async () => {
  let answer: (model: CardModel | null) => void = () => {};
  const { controller, open, closed } = start({ load: () => new Promise((resolve) => (answer = resolve)) });
  open();
  controller.close('navigation');
  answer(LEE);
  await settle();
  expect(controller.isOpen()).toBe(false);
  expect(document.querySelector('[popover]')?.matches(':popover-open') ?? false).toBe(false);
  expect(closed).toEqual(['navigation']);
});

test('a slow record shows the name meanwhile, a failed one a sentence', async () => {
  let fail: (error: Error) => void = () => {};
  const { root, open, text } = start({ load: () => new Promise((_, reject) => (fail = reject)) });
  open();
  vi.advanceTimersByTime(200);
  expect(root().querySelector('h2')?.textContent).toBe('Lee Jae Myung');
  expect(text()).toContain('Looking it up');
  fail(new Error('gone'));
  await settle();
  expect(root().querySelector('.note')?.textContent).toMatch(/^Sidelight could not open this card\./);
});

test('a name that no pack knows any more says so', async () => {
  const { text } = await opened({ load: () => Promise.resolve(null) });
  expect(text()).toContain('No installed pack knows this name');
});

test.each(HOSTILE)('shows %s as it is, wherever it stands', async (evil) => {
  const model: CardModel = {
    ...LEE, name: evil, line: evil, background: evil, typeLabel: evil, nativeNames: [{ lang: evil, text: evil }],
    roles: [{ text: evil, from: evil, onDate: evil }], holders: [{ text: evil, onDate: evil, entity: evil, name: evil }],
    facts: [{ ...FACT, label: evil, value: evil, source: { text: evil, url: evil }, asOf: evil }],
    relations: [{ label: evil, value: evil, target: evil }], timeline: [{ date: evil, text: evil }],
    links: [{ label: evil, url: evil }], pack: { id: evil, name: evil, licence: evil, attribution: evil },
  }; // prettier-ignore
  const { root, text } = await opened(
    { load: () => Promise.resolve(model) },
    { mention: { ...MENTION, surface: evil, score: 0.5, alternatives: [{ ...OTHER_LEE, name: evil, line: evil }] } },
  );
  expect(root().querySelectorAll('.card img, .card script, .card style, .card i')).toHaveLength(0);
  expect(root().querySelector('h2')?.textContent).toBe(evil);
  expect(text().split(evil).length).toBeGreaterThan(15);
  for (const link of root().querySelectorAll('a'))
    expect(link.getAttribute('href')).toMatch(/^https:\/\/www\.openstreetmap/);
});

test('an uncertain link says probably and offers the other meanings', async () => {
  const onChoose = vi.fn();
  const mention = { ...MENTION, score: 0.6, alternatives: [OTHER_LEE] };
  const { root, text } = await opened({ onChoose }, { mention });
  expect(text()).toContain('Probably');
  expect(root().querySelector('details')?.open).toBe(true);
  click(buttonNamed(root(), 'Lee Nak-yon'));
  await settle();
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(mention, 'lee-nak-yon');
  expect(root().querySelector('h2')?.textContent).toBe('Lee Nak-yon');
});

test('a certain link without other meanings shows no doubt', async () => {
  const { text } = await opened();
  expect(text()).not.toMatch(/Probably|Which one/);
});

test('"I know this" is a toggle that stays as it was said, also after a look at another card', async () => {
  const onKnown = vi.fn();
  const { root } = await opened({ onKnown });
  const pressed = (): string | null | undefined => buttonNamed(root(), 'I know this')?.getAttribute('aria-pressed');
  expect(pressed()).toBe('false');
  click(buttonNamed(root(), 'I know this'));
  click(buttonNamed(root(), 'President, South Korea'));
  await settle();
  click(buttonNamed(root(), 'Back'));
  expect(pressed()).toBe('true');
  click(buttonNamed(root(), 'I know this'));
  expect(onKnown.mock.calls).toEqual([['lee-jae-myung', true], ['lee-jae-myung', false]]); // prettier-ignore
});

test('"Not this" closes the card and tells which link was wrong', async () => {
  const onReject = vi.fn();
  const { root, closed } = await opened({ onReject });
  click(buttonNamed(root(), 'Not this'));
  expect(onReject).toHaveBeenCalledExactlyOnceWith(MENTION);
  expect(closed).toEqual(['button']);
});

test('a place in the story is jumped to after the card has closed', async () => {
  const order: string[] = [];
  const { root, controller } = await opened(
    {},
    {
      occurrences: [
        { before: 'met ', text: 'Lee', after: ' on', jump: () => order.push(`jump, open: ${controller.isOpen()}`) },
      ],
    },
  );
  click(buttonNamed(root(), 'met Lee'));
  expect(order).toEqual(['jump, open: false']);
});

test('clicks that a script made do nothing', async () => {
  const onReject = vi.fn();
  const { root, controller } = await opened({ onReject });
  for (const one of root().querySelectorAll('button')) click(one, false);
  expect(onReject).not.toHaveBeenCalled();
  expect(controller.isOpen()).toBe(true);
  expect(root().querySelector('h2')?.textContent).toBe('Lee Jae Myung');
});

test('a pointer that comes back to the name finds its card as it left it', async () => {
  const { root, open } = await opened();
  click(buttonNamed(root(), 'President, South Korea'));
  await settle();
  open();
  await settle();
  expect(root().querySelector('h2')?.textContent).toBe('South Korea');
});

test('a pointer that leaves closes only what a pointer opened', async () => {
  const { controller, open } = await opened({}, { opener: 'touch' });
  controller.close('pointer');
  expect(controller.isOpen()).toBe(true);
  open({ mention: { ...MENTION } });
  controller.close('pointer');
  expect(controller.isOpen()).toBe(false);
});

test('a card of little content has no empty part', async () => {
  const { root } = await opened({ load: () => Promise.resolve(TOWN) });
  const parts = [...root().querySelectorAll('.main > *')].map((part) => part.textContent);
  expect(parts).toEqual(['South Korea', TOWN.line, expect.stringContaining('As of January 2026')]);
});

test('the signal closes the card and takes the host away', async () => {
  const { end, closed } = await opened();
  end();
  expect(closed).toEqual(['off']);
  expect(document.querySelector('[popover]')).toBeNull();
});
