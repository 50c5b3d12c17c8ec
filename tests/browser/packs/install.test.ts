import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO, startExtension } from '../extension';
import type { Running } from '../extension';
import { killWorker } from '../extension';
import { cardName, openOptions, storedFiles, summaryOf } from './options-page';
import type { OptionsPage } from './options-page';
import { createFolder, smallPack } from './pack-files';

/** The demo story with one more name in it. */
const STORY = DEMO.replace(
  'South Korean President',
  'Delegates of the Zorbel Institute were there first. South Korean President',
);

describe('a pack of the reader', () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'sidelight-profile-'));
  const file = createFolder();
  let running: Running;
  let options: OptionsPage;
  beforeAll(async () => {
    running = await startExtension({ profile });
    options = await openOptions(running);
  });
  afterAll(async () => {
    await running.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is added in the options, and named as unsigned', async () => {
    const pack = file('own.pack', smallPack('own', '1', 'Zorbel Institute'));
    expect(await options.add(pack)).toBe('Pack own was added.');
    const row = (await options.rows()).find((text) => text.includes('Pack own'));
    expect(row).toContain('Your pack (unsigned)');
    expect(row).toContain('1 records');
    expect((await options.rows()).filter((text) => text.includes('unsigned'))).toHaveLength(1);
  });

  it('works at once, in the worker that was there', async () => {
    expect(await cardName(running, 'own-1')).toBe('Zorbel Institute');
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const marks = (await running.report(page))?.marks ?? [];
    expect(marks.find(({ entity }) => entity === 'own-1')).toMatchObject({ text: 'Zorbel Institute' });
    await page.close();
  });

  it('works in a new worker', async () => {
    await killWorker(running);
    expect(await cardName(running, 'own-1')).toBe('Zorbel Institute');
    expect(await cardName(running, 'nara')).toBe('Nara');
  });

  it('works when the browser starts again', async () => {
    await running.close();
    running = await startExtension({ profile });
    options = await openOptions(running);
    expect(await cardName(running, 'own-1')).toBe('Zorbel Institute');
  });

  it('reaches pages that are open, when it is switched, taken away and added', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    // What the page shows once it is in front and has been read: the names of the other packs, and the pack's own.
    const shown = async (): Promise<string> => {
      await page.bringToFront();
      const report = await running.report(page);
      const own = report?.marks.filter(({ entity }) => entity === 'own-1').length ?? 0;
      return `${report?.settled === true} ${(report?.marks.length ?? 0) - own} and ${own}`;
    };
    const before = await shown();
    expect(before).toMatch(/^true [1-9]\d* and 1$/);
    const without = before.replace(/1$/, '0');
    const change = async (action: () => Promise<unknown>, expected: string): Promise<void> => {
      await options.page.bringToFront();
      await action();
      await expect.poll(shown, { timeout: 15_000 }).toBe(expected);
    };
    await change(() => options.toggle('Pack own'), without);
    await change(() => options.toggle('Pack own'), before);
    await change(() => options.remove('Pack own'), without);
    await change(() => options.add(file('own.pack', smallPack('own', '1', 'Zorbel Institute'))), before);
    await page.close();
  });

  it('gives way to a newer version, of which alone the file is kept', async () => {
    // 10 is newer than 9, though not as text.
    for (const version of ['9', '10']) {
      expect(await options.add(file('own.pack', smallPack('own', version)))).toBe('Pack own was added.');
    }
    expect((await summaryOf(running, 'own'))?.version).toBe('10');
    expect([await cardName(running, 'own-1'), await cardName(running, 'own-9')]).toEqual([null, null]);
    expect(await cardName(running, 'own-10')).toBe('Zorbel own 10');
    const files = await storedFiles(running);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatch(/^own@10#[0-9a-f]{16}$/);
  });

  it('replaces a bundled pack only when it is newer', async () => {
    const bundled = (await summaryOf(running, 'countries'))?.version ?? '';
    expect(await options.add(file('same.pack', smallPack('countries', bundled)))).toMatch(
      /comes with Sidelight in version .* is not newer\.$/,
    );
    expect(await options.add(file('newer.pack', smallPack('countries', '999')))).toBe('Pack countries was added.');
    expect(await summaryOf(running, 'countries')).toMatchObject({ version: '999', installed: true, entities: 1 });
    await options.remove('Pack countries');
    expect(await summaryOf(running, 'countries')).toMatchObject({ version: bundled, installed: false, problem: '' });
  });

  it('is removed with its file, and the worker knows', async () => {
    await options.remove('Pack own');
    expect(await cardName(running, 'own-10')).toBeNull();
    expect(await summaryOf(running, 'own')).toBeUndefined();
    expect(await storedFiles(running)).toEqual([]);
    expect((await options.rows()).join()).not.toContain('unsigned');
  });
});
