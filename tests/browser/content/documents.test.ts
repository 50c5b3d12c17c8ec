import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, startExtension } from '../extension';
import type { Running } from '../extension';
import { LEE, STORY, TAKAICHI, marked, newsPage, paragraph, untilTexts } from './stories';

const BODY = paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others');
/** The smallest image that there is: one transparent dot. */
const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

/** A document of one page with nothing on it but a name. */
function pdf(): Buffer {
  const drawn = `BT /F1 18 Tf 20 100 Td (${TAKAICHI} met ${LEE}.) Tj ET`;
  return Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${drawn.length}>>stream
${drawn}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`);
}

const DOCUMENTS: Record<string, { type: string; content: string | Buffer }> = {
  'drawn.svg': { type: 'image/svg+xml', content: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${TAKAICHI}</text></svg>` },
  'feed.xml': { type: 'application/xml', content: `<feed><entry><title>${TAKAICHI}</title><p>${LEE}</p></entry></feed>` },
  'story.json': { type: 'application/json', content: JSON.stringify({ text: `${TAKAICHI} met ${LEE}.`.repeat(40) }) },
  'story.txt': { type: 'text/plain', content: `${TAKAICHI} met ${LEE} for an hour, and they spoke of trade.\n\n`.repeat(20) },
  'dot.gif': { type: 'image/gif', content: GIF },
  'story.pdf': { type: 'application/pdf', content: pdf() },
}; // prettier-ignore

describe('documents that are no page of news', () => {
  let running: Running;
  let address = '';
  const server = createServer((request, response) => {
    const { type, content } = DOCUMENTS[(request.url ?? '').slice(1)] ?? { type: 'text/html', content: '' };
    response.writeHead(200, { 'content-type': type }).end(content);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    running = await startExtension();
  });
  afterAll(async () => {
    await running.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('XML, SVG, JSON, plain text, an image and a PDF stay quiet', async () => {
    const pages = [];
    for (const name of Object.keys(DOCUMENTS)) {
      const page = await running.browser.newPage();
      // A viewer may take the place of the document, and then the driver never hears that it has loaded.
      await page.goto(address + name, { waitUntil: 'domcontentloaded', timeout: 3_000 }).catch(() => undefined);
      pages.push(page);
    }
    // By the time that a story which was opened after all of them is read, they would have been, too.
    const story = await running.openStory(STORY);
    await running.untilMarked(story);
    for (const page of pages) {
      const report = await running.report(page);
      expect(report?.marks ?? [], page.url()).toEqual([]);
      expect(report?.isArticle ?? false, page.url()).toBe(false);
      await page.close();
    }
    await story.close();
  });

  // Only Firefox has a view for reading that is a page of its own.
  if (BROWSER !== 'firefox') return;
  it('the reader view stays quiet', async () => {
    const story = await running.openStory(STORY);
    await running.untilMarked(story);
    const reader = await running.browser.newPage();
    const url = `about:reader?url=${encodeURIComponent(story.url())}`;
    void reader.goto(url).catch(() => undefined);
    await expect
      .poll(() => reader.evaluate(() => document.body.innerText).catch(() => ''), { timeout: 20_000 })
      .toContain(TAKAICHI);
    const again = await running.openStory(STORY);
    await running.untilMarked(again);
    expect(await marked(reader)).toEqual([]);
    for (const page of [reader, again, story]) await page.close();
  });
});

describe('frames', () => {
  let running: Running;
  const errors: string[] = [];
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('of any kind that are too small to read are left alone, and the story around them is read', async () => {
    const other = await running.openStory(STORY);
    const inner = STORY.replace(/"/g, '&quot;');
    const page = await running.openStory(
      newsPage(`${BODY}
        <iframe id="blank"></iframe><iframe id="same" srcdoc="${inner}"></iframe>
        <iframe id="sandboxed" sandbox srcdoc="${inner}"></iframe><iframe id="cross" src="${other.url().replace('127.0.0.1', 'localhost')}"></iframe>
        <iframe id="script" src="javascript:'<p>${LEE} went home.</p>'"></iframe><object id="object" data="about:blank"></object>`),
    );
    page.on('pageerror', (error) => errors.push(String(error)));
    await running.untilMarked(page);
    await page.evaluate((html: string) => {
      const fill = ({ contentDocument: inside }: HTMLIFrameElement): void =>
        inside!.body.append(inside!.createRange().createContextualFragment(html));
      fill(document.querySelector<HTMLIFrameElement>('#blank')!);
      const detached = document.body.appendChild(document.createElement('iframe'));
      fill(detached);
      detached.remove();
    }, BODY);
    // Something new in the page itself shows that it has been read again, with all the frames in it.
    await page.evaluate(
      (html: string) =>
        document.querySelector('article')!.append(document.createRange().createContextualFragment(html)),
      paragraph('Xi Jinping'),
    );
    const texts = await untilTexts(page, (found) => found.includes('Xi Jinping'));
    expect(texts).toEqual(expect.arrayContaining([TAKAICHI, LEE]));
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      expect(await frame.evaluate(() => [...CSS.highlights.keys()]).catch(() => []), frame.url()).toEqual([]);
    }
    expect(errors).toEqual([]);
    await page.close();
    await other.close();
  });

  it('that hold the whole page make it no article', async () => {
    const page = await running.openStory(
      `<!doctype html><html><frameset cols="50%,50%"><frame src="about:blank"><frame src="about:blank"></frameset></html>`,
    );
    await expect.poll(async () => (await running.ask(page, 'status', {}))?.reason ?? 'silent').toMatch(/not-an-article|silent/);
    expect(await marked(page)).toEqual([]);
    await page.close();
  }); // prettier-ignore
});
