import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';

describe('switches take effect in open tabs without a reload', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('this site off and on', async () => {
    const page = await running.openStory();
    await running.untilMarked(page);
    const { url } = { url: page.url() };
    await running.tell('set-site', { url, enabled: false });
    await running.untilMarked(page, 0);
    expect((await running.ask(page, 'status', {}))?.reason).toBe('site-off');
    await running.tell('set-site', { url, enabled: true });
    await running.untilMarked(page);
    await page.close();
  });

  it('everything off and on', async () => {
    const page = await running.openStory();
    await running.untilMarked(page);
    await running.tell('set-all', { enabled: false });
    await running.untilMarked(page, 0);
    expect((await running.ask(page, 'status', {}))?.reason).toBe('all-off');
    await running.tell('set-all', { enabled: true });
    await running.untilMarked(page);
    await page.close();
  });

  it('a pause, and its end by hand', async () => {
    const page = await running.openStory();
    await running.untilMarked(page);
    await running.tell('pause', { minutes: 60 });
    await running.untilMarked(page, 0);
    expect((await running.ask(page, 'status', {}))?.reason).toBe('paused');
    await running.tell('pause', { minutes: 0 });
    await running.untilMarked(page);
    await page.close();
  });

  it('a name the reader knows is listed, no longer underlined', async () => {
    const page = await running.openStory();
    await running.untilMarked(page);
    const entity = (await running.report(page))?.marks.find(({ underlined }) => underlined)?.entity ?? '';
    await running.tell('mark-known', { entity, known: true });
    for (;;) {
      const marks = (await running.report(page))?.marks.filter((mark) => mark.entity === entity) ?? [];
      expect(marks.length).toBeGreaterThan(0);
      if (marks.every(({ underlined }) => !underlined)) break;
    }
    await running.tell('mark-known', { entity, known: false });
    await page.close();
  });
});

describe('switches', () => {
  it('are remembered when the browser starts again', async () => {
    const profile = mkdtempSync(path.join(tmpdir(), 'sidelight-profile-'));
    const first = await startExtension({ profile });
    await first.tell('set-site', { url: 'http://127.0.0.1/', enabled: false });
    await first.close();
    const second = await startExtension({ profile });
    const page = await second.openStory();
    expect(await second.tell('site-state', { url: page.url() })).toMatchObject({
      siteEnabled: false,
      host: '127.0.0.1',
    });
    await second.untilMarked(page, 0);
    await second.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
});
