import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { killWorker } from '../extension';
import { cardName, openOptions, storedFiles, summaryOf } from './options-page';
import type { OptionsPage } from './options-page';
import { createFolder, damaged, ofOtherFormat, smallPack } from './pack-files';

describe('a file that is no good', () => {
  const file = createFolder();
  const good = smallPack('own', '2');
  let running: Running;
  let options: OptionsPage;
  beforeAll(async () => {
    running = await startExtension();
    options = await openOptions(running);
    expect(await options.add(file('own.pack', good))).toBe('Pack own was added.');
  });
  afterAll(() => running.close());

  it.each<[string, Uint8Array, RegExp]>([
    ['a damaged pack', damaged(good), /^This pack is damaged: its content is not what its maker sealed\.$/],
    ['half a pack', good.subarray(0, good.length / 2), /^This file is not whole: it should have \d+ and has \d+ bytes\.$/],
    ['a beginning', good.subarray(0, 20), /^This file is not whole/],
    ['something else', new TextEncoder().encode('{"format":"sidelight-settings"}'), /^This is not a Sidelight pack\.$/],
    ['nothing', new Uint8Array(), /^This is not a Sidelight pack\.$/],
    ['a pack of a later format', ofOtherFormat(good, 1), /^This pack was made for a newer Sidelight: its format is 3, this one reads 2\.$/],
    ['a pack of an earlier format', ofOtherFormat(good, -1), /^This pack was made for an older Sidelight: its format is 1, this one reads 2\.$/],
    ['an older version', smallPack('own', '1'), /^Pack own is here in version 2; version 1 is older\.$/],
    ['an id that is none', smallPack('../own', '3'), /^This pack cannot be added: its id/],
    ['a pack without a version', smallPack('own', ''), /^This pack cannot be added: its version/],
    ['a file that is too large', new Uint8Array(64 * 1024 * 1024 + 1), /^This file is too large: a pack has at most 64 MB\.$/],
  ])('%s is refused in a sentence, and the old pack stays', async (_, bytes, sentence) => {
    expect(await options.add(file('bad.pack', bytes))).toMatch(sentence);
    expect(await summaryOf(running, 'own')).toMatchObject({ version: '2', problem: '' });
    expect(await cardName(running, 'own-2')).toBe('Zorbel own 2');
    expect(await storedFiles(running)).toHaveLength(1);
  }); // prettier-ignore
});

/** From now on the page's IndexedDB takes no file, as when the disk is full. */
function fillDisk({ page }: OptionsPage): Promise<void> {
  return page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (
      ...all: unknown[]
    ) => unknown;
    Object.defineProperty(IDBObjectStore.prototype, 'put', {
      value(this: IDBObjectStore, value: unknown, ...key: unknown[]) {
        if (value instanceof Blob) throw new DOMException('No space.', 'QuotaExceededError');
        return own.call(this, value, ...key);
      },
    });
  });
}

describe('without space for one more pack', () => {
  const file = createFolder();
  let running: Running;
  let options: OptionsPage;
  beforeAll(async () => {
    running = await startExtension();
    options = await openOptions(running);
    expect(await options.add(file('own.pack', smallPack('own', '1')))).toBe('Pack own was added.');
    await fillDisk(options);
  });
  afterAll(() => running.close());

  it.each(['own', 'another'])('%s is refused in a sentence, the old pack stays, and no part of the new', async (id) => {
    expect(await options.add(file('full.pack', smallPack(id, '2')))).toBe(
      'There is not enough space on this computer for this pack.',
    );
    expect(await summaryOf(running, 'own')).toMatchObject({ version: '1', problem: '' });
    expect(await cardName(running, 'own-1')).toBe('Zorbel own 1');
    expect(await storedFiles(running)).toHaveLength(1);
  });
});

/** Puts bytes where the file of an installed pack is, as a failing disk would; null takes the file away. */
function spoil(running: Running, key: string, bytes: number[] | null): Promise<void> {
  return running.control.evaluate(
    (file, content) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('packs');
        opening.addEventListener('error', () => reject(new Error('no store')));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('files', 'readwrite');
          const files = transaction.objectStore('files');
          if (content === null) files.delete(file);
          else files.put(new Blob([new Uint8Array(content)]), file);
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    key,
    bytes,
  );
}

describe('a stored pack that no longer opens', () => {
  const file = createFolder();
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it.each<[string, number[] | null, RegExp]>([
    ['cut off', [...smallPack('worn', '1').subarray(0, 300)], /^This file is not whole/],
    ['another pack', [...smallPack('other', '1')], /is not the one that was added/],
    ['another version', [...smallPack('worn', '2')], /is not the one that was added/],
    ['gone', null, /has lost the file/],
  ])('%s: it is put aside with the reason, the others work, and it can be removed', async (_, bytes, reason) => {
    const options = await openOptions(running);
    for (const id of ['worn', 'fine']) await options.add(file(`${id}.pack`, smallPack(id, '1')));
    const key = (await storedFiles(running)).find((name) => name.startsWith('worn@')) ?? '';
    await spoil(running, key, bytes);
    await killWorker(running);
    await running.tell('packs-changed', {});
    expect((await summaryOf(running, 'worn'))?.problem).toMatch(reason);
    expect(await cardName(running, 'worn-1')).toBeNull();
    expect(await cardName(running, 'fine-1')).toBe('Zorbel fine 1');
    expect(await cardName(running, 'nara')).toBe('Nara');
    await options.page.close();
    const again = await openOptions(running);
    expect(await again.page.$eval('.broken', (row) => row.textContent)).toMatch(/^wornPut aside: /);
    await again.remove('worn');
    expect(await summaryOf(running, 'worn')).toBeUndefined();
    await again.page.close();
  });
});

describe('without IndexedDB', () => {
  const file = createFolder();
  it.each(['evicted', 'of a later version'])('%s: the bundled packs work', async (how) => {
    const running = await startExtension();
    const options = await openOptions(running);
    await options.add(file('own.pack', smallPack('own', '1')));
    await options.page.close();
    await running.control.evaluate(
      (later) =>
        new Promise<void>((resolve) => {
          const request = later ? indexedDB.open('packs', 99) : indexedDB.deleteDatabase('packs');
          request.addEventListener('success', () => resolve());
        }),
      how !== 'evicted',
    );
    await killWorker(running);
    await running.tell('packs-changed', {});
    expect(await cardName(running, 'own-1')).toBeNull();
    expect(await cardName(running, 'nara')).toBe('Nara');
    expect(((await running.tell('packs', {})) as { installed: boolean }[]).some(({ installed }) => installed)).toBe(
      false,
    );
    const again = await openOptions(running);
    expect(await again.add(file('own.pack', smallPack('own', '1')))).toMatch(
      how === 'evicted' ? /^Pack own was added\.$/ : /^The browser did not let Sidelight store or read packs/,
    );
    await running.close();
  });
});
