import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { LEE, TAKAICHI, hosts, newsPage, paragraph, placeOf, untilTexts } from './stories';

/** Puts `inner` into an open (or closed) shadow tree of the page's `<x-story>`. */
function shadowScript(inner: string, mode: 'open' | 'closed' = 'open'): string {
  return `addEventListener('DOMContentLoaded', () => {
    document.querySelector('x-story').attachShadow({ mode: '${mode}' }).innerHTML = ${JSON.stringify(inner)};
  });`;
}

const BODY = paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others') + paragraph('everyone');

describe('text in shadow trees', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('a story in an open tree is underlined there, and shows its card', async () => {
    const page = await running.openStory(newsPage('<x-story></x-story>', { script: shadowScript(BODY) }));
    expect(await untilTexts(page, (texts) => texts.length > 1)).toEqual(expect.arrayContaining([TAKAICHI, LEE]));
    await page.bringToFront();
    const marked = await strip(page, TAKAICHI);
    const { x, y } = await placeOf(page, TAKAICHI);
    await page.mouse.move(x - 4, y);
    await page.mouse.move(x, y);
    await expect.poll(() => hosts(page)).toBe(1);
    await page.reload();
    await running.tell('set-site', { url: page.url(), enabled: false });
    await running.untilMarked(page, 0);
    expect(await page.screenshot({ encoding: 'base64', clip: marked.clip })).not.toBe(marked.picture);
    await running.tell('set-site', { url: page.url(), enabled: true });
    await page.close();
  });

  it('text is read in the order in which it is shown, slots and nested trees included', async () => {
    const script = `${shadowScript(`${paragraph(TAKAICHI)}<slot></slot><x-inner></x-inner><slot name="last">${paragraph('nobody')}</slot>`)}
      addEventListener('DOMContentLoaded', () => {
        document.querySelector('x-story').shadowRoot.querySelector('x-inner').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(paragraph('Xi Jinping'))};
      });`;
    const slotted = `<div slot="last">${paragraph('Vladimir Putin')}</div>${paragraph(LEE)}`;
    const page = await running.openStory(
      newsPage(`${paragraph('the host')}<x-story>${slotted}</x-story>${paragraph('the guest')}`, { script }),
    );
    await untilTexts(page, (texts) => texts.includes('Vladimir Putin'));
    const names = ['the host', TAKAICHI, LEE, 'Xi Jinping', 'Vladimir Putin', 'the guest'];
    const blocks = (await running.report(page))!.blocks.filter(({ role }) => role === 'paragraph');
    expect(blocks.map(({ text }) => names.find((name) => text.includes(name)))).toEqual(names);
    await page.close();
  });

  it('text that a custom element shows later is found', async () => {
    const page = await running.openStory(
      newsPage(`${BODY}<x-story></x-story>`, { script: shadowScript('<p>Loading</p>') }),
    );
    await running.untilMarked(page);
    await page.evaluate(
      (html: string) => {
        document
          .querySelector('x-story')!
          .shadowRoot!.replaceChildren(document.createRange().createContextualFragment(html));
      },
      paragraph('Xi Jinping') + paragraph('the others'),
    );
    expect(await untilTexts(page, (texts) => texts.includes('Xi Jinping'))).toContain(TAKAICHI);
    await page.close();
  });

  it('a closed tree is nobody’s business', async () => {
    const page = await running.openStory(
      newsPage(`${paragraph('Xi Jinping')}<x-story></x-story>${paragraph('others')}`, {
        script: shadowScript(BODY, 'closed'),
      }),
    );
    expect(await untilTexts(page, (texts) => texts.length > 0)).toEqual(['Xi Jinping']);
    expect((await running.report(page))!.blocks.map(({ text }) => text).join(' ')).not.toContain(LEE);
    await page.close();
  });

  it('the page’s shadow trees keep their style sheets and their markup', async () => {
    const page = await running.openStory(newsPage('<x-story></x-story>', { script: shadowScript(BODY) }));
    await running.untilMarked(page);
    const shadow = await page.evaluate(() => {
      const root = document.querySelector('x-story')!.shadowRoot!;
      const elements = [...root.querySelectorAll('*')];
      return {
        sheets: root.adoptedStyleSheets.length + root.styleSheets.length,
        elements: elements.map(({ localName, attributes }) => localName + attributes.length),
      };
    });
    expect(shadow).toEqual({ sheets: 0, elements: ['p0', 'p0', 'p0', 'p0'] });
    await page.close();
  });
});

type Clip = { x: number; y: number; width: number; height: number };

/** A picture of the lower half of a mark's line, where its underline is. */
async function strip(page: Page, text: string): Promise<{ clip: Clip; picture: string }> {
  const { x, y } = await placeOf(page, text);
  const clip = { x: Math.round(x) - 20, y: Math.round(y), width: 40, height: 16 };
  return { clip, picture: await page.screenshot({ encoding: 'base64', clip }) };
}
