import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { Story } from '../page/react-page.js';

type Page = { complaints: string[]; hydrate: () => void };

describe('a page that React 18 serves and hydrates', () => {
  let running: Running;
  let html = '';
  beforeAll(async () => {
    running = await startExtension();
    const bundle = await build({
      entryPoints: ['tests/browser/page/react-client.js'],
      bundle: true,
      write: false,
      format: 'iife',
      define: { 'process.env.NODE_ENV': '"development"' },
    });
    const script = bundle.outputFiles[0]?.text ?? '';
    html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title></head>
      <body><div id="root">${renderToString(createElement(Story))}</div><script>${script.replaceAll('</script', '<\\/script')}</script></body></html>`;
  });
  afterAll(() => running.close());

  it('hydrates over underlined names without a complaint, and keeps working', async () => {
    const page = await running.openStory(html);
    await running.untilMarked(page);
    await page.evaluate(() => (globalThis as unknown as Page).hydrate());
    await page.waitForFunction(() => document.getElementById('state')?.textContent === 'hydrated');
    await page.click('#more');
    await page.waitForFunction(() => document.querySelector('article p')?.textContent?.endsWith('Read 1 times.'));
    expect(await page.evaluate(() => (globalThis as unknown as Page).complaints)).toEqual([]);
    await running.untilMarked(page);
    await page.close();
  });
});
