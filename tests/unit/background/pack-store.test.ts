import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packInput, entity, MANIFEST } from '../core/build-pack';
import { writePack } from '../../../src/core/kb/write-pack';
import { openPack } from '../../../src/core/kb/open-pack';
import type { OpenedPack } from '../../../src/background/bundled-packs';

vi.mock('wxt/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://self${path}` } },
}));
const { createPackStore, mergePacks } = await import('../../../src/background/pack-store');

function packOf(id: string, version: string, tier = 1): Uint8Array<ArrayBuffer> {
  const input = packInput(entity(`${id}-entity`, `Name of ${id}`));
  return Uint8Array.from(writePack({ ...input, manifest: { ...MANIFEST, id, version, tier } }));
}

function opened(id: string, version: string, tier = 1): OpenedPack {
  return { id, pack: openPack(packOf(id, version, tier)), problem: '' };
}

function told(bundled: OpenedPack[], installed: OpenedPack[]): string[] {
  const { packs, summaries } = mergePacks(bundled, installed);
  expect(summaries.filter(({ problem }) => problem === '').map(({ id }) => id)).toEqual(
    packs.map(({ manifest }) => manifest.id),
  );
  return summaries.map(
    (pack) => `${pack.id} ${pack.version} ${pack.installed ? 'own' : 'ours'}${pack.problem && ' aside'}`,
  );
}

test.each<[string, OpenedPack[], OpenedPack[], string[]]>([
  ['both are there', [opened('a', '1')], [opened('b', '1')], ['a 1 ours', 'b 1 own']],
  ['the newer own one works', [opened('a', '1.9')], [opened('a', '1.10')], ['a 1.10 own']],
  ['the newer bundled one works', [opened('a', '2')], [opened('a', '1')], ['a 2 ours', 'a  own aside']],
  ['of equal ones the bundled works', [opened('a', '2')], [opened('a', '2')], ['a 2 ours', 'a  own aside']],
  ['the more trusted comes first', [opened('a', '1', 2)], [opened('b', '1', 1)], ['b 1 own', 'a 1 ours']],
  ['of one tier the bundled comes first', [opened('b', '1')], [opened('a', '1')], ['b 1 ours', 'a 1 own']],
  ['a broken own one hides nothing', [opened('a', '1')], [{ id: 'a', pack: null, problem: 'Cut.' }], ['a 1 ours', 'a  own aside']],
  ['a broken bundled one hides nothing', [{ id: 'a', pack: null, problem: 'Cut.' }], [opened('a', '1')], ['a 1 own', 'a  ours aside']],
])('bundled and own packs: %s', (_, bundled, installed, rows) => {
  expect(told(bundled, installed)).toEqual(rows);
}); // prettier-ignore

let served: Record<string, BodyInit> = {};
beforeEach(() => {
  served = { 'index.json': '["a.pack","b.pack"]', 'a.pack': packOf('a', '1'), 'b.pack': packOf('b', '1') };
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(new Response(served[url.split('/').pop() ?? ''])));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function stubOpen(open: () => unknown): void {
  vi.stubGlobal('indexedDB', { open });
}

test.each<[string, () => unknown]>([
  ['refuses', () => { throw new DOMException('The operation is insecure.', 'SecurityError'); }],
  ['fails', () => Object.assign(failing(), { error: new DOMException('later', 'VersionError') })],
])('IndexedDB %s: the bundled packs work', async (_, open) => {
  stubOpen(open);
  const { packs, summaries } = await createPackStore().load();
  expect(packs.map(({ manifest }) => manifest.id)).toEqual(['a', 'b']);
  expect(summaries.every(({ installed, problem }) => !installed && problem === '')).toBe(true);
}); // prettier-ignore

function failing(): EventTarget {
  const request = new EventTarget();
  queueMicrotask(() => request.dispatchEvent(new Event('error')));
  return request;
}

test('IndexedDB never answers: the first request waits a second for it, the next does not', async () => {
  vi.useFakeTimers();
  stubOpen(() => new EventTarget());
  const store = createPackStore();
  let ids: string[] | null = null;
  const first = store.load().then(({ packs }) => (ids = packs.map(({ manifest }) => manifest.id)));
  await vi.advanceTimersByTimeAsync(990);
  expect(ids).toBeNull();
  await vi.advanceTimersByTimeAsync(20);
  expect(await first).toEqual(['a', 'b']);
  expect((await store.load()).packs).toHaveLength(2);
});

test('a bundled pack that does not open is put aside with a sentence, the others work', async () => {
  stubOpen(failing);
  served['a.pack'] = 'no pack';
  const { packs, summaries } = await createPackStore().load();
  expect(packs.map(({ manifest }) => manifest.id)).toEqual(['b']);
  expect(summaries.map(({ id, problem }) => [id, problem])).toEqual([
    ['b', ''],
    ['a.pack', 'This is not a Sidelight pack.'],
  ]);
});

test('an index that cannot be read is asked for again by the next request', async () => {
  stubOpen(failing);
  const store = createPackStore();
  served['index.json'] = 'cut o';
  await expect(store.load()).rejects.toThrow();
  served['index.json'] = '["a.pack"]';
  expect((await store.load()).packs).toHaveLength(1);
});
