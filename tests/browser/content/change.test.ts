import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { LEE, STORY, TAKAICHI, marked, newsPage, paragraph, untilTexts } from './stories';

const OTHER_STORY = `<h1>Talks elsewhere</h1>${paragraph('Xi Jinping')}${paragraph('Vladimir Putin')}${paragraph('others')}`;

describe('a page that changes', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('names split by markup, soft hyphens and hard spaces are found', async () => {
    const page = await running.openStory(
      newsPage(
        `<p><span class="dropcap">S</span>anae <b>Taka</b>ichi spoke for more than an hour to the people who had come to hear what she had to say.</p>
         <p>Later the president, Lee&nbsp;Jae <i>My\u00adung</i>, answered all the questions that reporters had for him in the great hall.</p>${paragraph('others')}`,
      ),
    );
    const texts = await untilTexts(page, (found) => found.length > 1);
    expect(texts.map((text) => text.replace(/\u00ad/g, '').replace(/\u00a0/g, ' '))).toEqual(
      expect.arrayContaining([TAKAICHI, LEE]),
    );
    await page.close();
  });

  it('what is not the story is left alone', async () => {
    const page = await running.openStory(
      newsPage(
        `${paragraph('Xi Jinping')}${paragraph('others')}<aside>${paragraph(LEE)}</aside><div class="comments">${paragraph(TAKAICHI)}</div>
         <p hidden>${LEE} is not here to be seen by anyone at all, and this text says so at some length.</p><pre>${LEE}</pre>${paragraph('more')}`,
      ),
    );
    await untilTexts(page, (texts) => texts.includes('Xi Jinping'));
    expect((await marked(page)).filter((text) => text === LEE || text === TAKAICHI)).toEqual([]);
    await page.close();
  });

  it('a mention that cannot be seen gives its underline to the next', async () => {
    const page = await running.openStory(
      newsPage(
        `<p>The meeting began, and <span style="display:none">${TAKAICHI} herself</span> nobody said a word about it until late in the evening.</p>${paragraph(TAKAICHI)}${paragraph('others')}`,
      ),
    );
    await untilTexts(page, (texts) => texts.includes(TAKAICHI));
    const isVisible = await page.evaluate(() =>
      [...(CSS.highlights.get('note') ?? [])].every((range) => range.startContainer.parentElement?.checkVisibility()),
    );
    expect(isVisible).toBe(true);
    await page.close();
  });

  it('text that arrives later is found, once for each name', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    await page.evaluate(
      (html: string) =>
        document.querySelector('article')!.append(document.createRange().createContextualFragment(html)),
      paragraph(`Xi Jinping and ${TAKAICHI}`),
    );
    const texts = await untilTexts(page, (found) => found.includes('Xi Jinping'));
    expect(texts.filter((text) => text === TAKAICHI)).toHaveLength(1);
    await page.close();
  });

  it('a story that is replaced in place is read anew within a second', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const took = await page.evaluate(async (html: string) => {
      history.pushState(null, '', '/other');
      document.querySelector('article')!.replaceChildren(document.createRange().createContextualFragment(html));
      const start = performance.now();
      const texts = (): string[] =>
        [...(CSS.highlights.get('note') ?? [])].map(({ startContainer }) => startContainer.textContent ?? '');
      while (!texts().some((text) => text.includes('Xi Jinping')) && performance.now() - start < 5000) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - start;
    }, OTHER_STORY);
    expect(took).toBeLessThan(1000);
    expect(await marked(page)).not.toContain(TAKAICHI);
    await page.close();
  });

  it('an endless page stays bounded', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    await page.evaluate(async (html: string) => {
      for (let i = 0; i < 50; i++) {
        document.querySelector('article')!.append(document.createRange().createContextualFragment(html.repeat(20)));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, paragraph('Xi Jinping'));
    await untilTexts(page, (texts) => texts.includes('Xi Jinping'));
    expect((await marked(page)).length).toBeLessThan(2_000);
    expect((await running.report(page))?.blocks.length).toBeLessThan(4_000);
    await page.close();
  });

  it('going back to a page finds its names marked', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 0)));
    await page.goto('about:blank');
    await page.goBack();
    expect(await untilTexts(page, (texts) => texts.length > 0)).toContain(TAKAICHI);
    await page.close();
  });

  it('a script that is put in twice leaves one set of marks', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const before = await marked(page);
    await page.reload();
    await running.untilMarked(page);
    expect(await marked(page)).toEqual(before);
    await page.close();
  });
});
