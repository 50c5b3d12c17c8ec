import type { Page } from 'puppeteer-core';

/** A paragraph with a name in it, long enough to be prose. */
export function paragraph(name: string, more = ''): string {
  return `<p>The two sides spoke for more than an hour, and ${name} told reporters afterwards that the work would go on in the coming weeks, whatever others may think of it.${more}</p>`;
}

export const TAKAICHI = 'Sanae Takaichi';
export const LEE = 'Lee Jae Myung';

/** A news page of these paragraphs. `script` runs in the page itself, before its body. */
export function newsPage(body: string, { script = '', head = '', title = 'Leaders meet in Nara' } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2026-01-13T09:00:00Z">${head}
<script>${script}</script></head>
<body><header><nav><a href="#a">World</a> <a href="#b">Japan</a></nav></header>
<main><article><h1>${title}</h1>${body}</article></main>
<footer><p>All about us and our work.</p></footer></body></html>`;
}

export const STORY = newsPage(
  paragraph(TAKAICHI) + paragraph('the president') + paragraph(LEE) + paragraph('a third person'),
);

/** Names of our highlights in the page's registry, with the text of their ranges. */
export function marked(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const name of ['note', 'note-open']) {
      for (const range of CSS.highlights.get(name) ?? []) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        texts.push(live.toString());
      }
    }
    return texts;
  });
}

/** Middle of the first mark with this text, in client coordinates. */
export function placeOf(page: Pick<Page, 'evaluate'>, text: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted: string) => {
    for (const name of ['note', 'note-open']) {
      for (const range of CSS.highlights.get(name) ?? []) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (!live.toString().includes(wanted)) continue;
        const rect = live.getClientRects()[0];
        if (!rect) continue;
        const { x, y, width, height } = rect;
        return { x: x + width / 2, y: y + height / 2 };
      }
    }
    throw new Error(`no mark "${wanted}"`);
  }, text);
}

/** Waits in the page until a condition on the marks' texts holds. */
export async function untilTexts(
  page: Pick<Page, 'evaluate'>,
  isRight: (texts: string[]) => boolean,
  within = 10_000,
): Promise<string[]> {
  const until = Date.now() + within;
  for (;;) {
    const texts = await marked(page);
    if (isRight(texts)) return texts;
    if (Date.now() > until) throw new Error(`marks are ${JSON.stringify(texts)} after ${within} ms`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  }
}

/** Elements that the card could live in: popovers without an id, which no page of these tests has. */
export function hosts(page: Pick<Page, 'evaluate'>): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('div[popover=manual]:not([id])').length);
}
