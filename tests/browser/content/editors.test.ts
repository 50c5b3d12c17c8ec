import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { LEE, TAKAICHI, marked, newsPage, paragraph, untilTexts } from './stories';

/**
 * Editors in the middle of a story, made the way the well-known ones are: each keeps its own model of the text and
 * would write whatever an extension did to its nodes back into it.
 */
const EDITORS: Record<string, { html: string; script: string; read: () => unknown }> = {
  'a contenteditable element': {
    html: `<div class="editor" contenteditable="true"><p>${LEE} and</p></div>`,
    script: '',
    read: () => new XMLSerializer().serializeToString(document.querySelector('.editor')!),
  },
  'a text area': {
    html: `<textarea class="editor" rows="3" cols="60">${LEE} and</textarea>`,
    script: '',
    read: () => document.querySelector<HTMLTextAreaElement>('.editor')!.value,
  },
  'an editor of blocks that reads its document from the elements (as ProseMirror)': {
    html: `<div class="editor ProseMirror" contenteditable="true" role="textbox"><p>${LEE} and</p></div>`,
    // Every change of the elements is parsed back into the model; what it does not know would stay in it as markup.
    script: `addEventListener('DOMContentLoaded', () => {
      const editor = document.querySelector('.editor');
      const parse = () => (window.model = [...editor.childNodes].map((node) => new XMLSerializer().serializeToString(node)));
      new MutationObserver(parse).observe(editor, { subtree: true, childList: true, characterData: true, attributes: true });
      parse();
    });`,
    read: () => [
      (window as unknown as { model: string[] }).model,
      [...document.querySelectorAll('.editor p')].map((one) => one.textContent),
    ],
  },
  'an editor of lines with a hidden input (as CodeMirror)': {
    html: `<div class="CodeMirror"><div class="lines"><pre class="line">${LEE} and</pre></div><textarea class="editor" style="position:absolute;opacity:0;height:1em"></textarea></div>`,
    script: `addEventListener('DOMContentLoaded', () => {
      const input = document.querySelector('.editor');
      window.model = document.querySelector('.line').textContent;
      input.addEventListener('input', () => {
        window.model += input.value;
        input.value = '';
        document.querySelector('.line').textContent = window.model;
      });
    });`,
    read: () => [
      (window as unknown as { model: string }).model,
      new XMLSerializer().serializeToString(document.querySelector('.lines')!),
      document.querySelector<HTMLTextAreaElement>('.editor')!.value,
    ],
  },
  'an editor that draws on a canvas': {
    html: '<canvas class="drawn" width="300" height="40"></canvas><div class="editor" contenteditable="true" style="width:1px;height:1px;overflow:hidden"></div>',
    script: `addEventListener('DOMContentLoaded', () => {
      const editor = document.querySelector('.editor'), canvas = document.querySelector('.drawn').getContext('2d');
      window.model = ${JSON.stringify(`${LEE} and`)};
      editor.addEventListener('beforeinput', (event) => {
        event.preventDefault();
        window.model += event.data;
        canvas.clearRect(0, 0, 300, 40);
        canvas.fillText(window.model, 5, 20);
      });
    });`,
    read: () => [
      (window as unknown as { model: string }).model,
      new XMLSerializer().serializeToString(document.querySelector('.editor')!),
      document.querySelector<HTMLCanvasElement>('.drawn')!.toDataURL(),
    ],
  },
};

/** Types a name at the end of the editor's text, takes the last letter back, and reads what the editor holds. */
async function typeInto(page: Page, read: () => unknown): Promise<unknown> {
  await page.focus('.editor');
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type(` ${TAKAICHI}, too`);
  return page.evaluate(read);
}

describe('what is typed beside underlined names', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it.each(Object.entries(EDITORS))('in %s is what it would be without us', async (_, { html, script, read }) => {
    const story = newsPage(`${paragraph(TAKAICHI)}${html}${paragraph(LEE)}${paragraph('others')}`, { script });
    const page = await running.openStory(story);
    expect(await untilTexts(page, (texts) => texts.length > 1)).toEqual([TAKAICHI, LEE]);
    const typed = await typeInto(page, read);
    // The underlines are outside the editor, before and after typing: the name in it was read at no time.
    await page.evaluate(
      (more: string) =>
        document.querySelector('article')!.append(document.createRange().createContextualFragment(more)),
      paragraph('Xi Jinping'),
    );
    await untilTexts(page, (texts) => texts.includes('Xi Jinping'));
    expect((await marked(page)).sort()).toEqual([LEE, TAKAICHI, 'Xi Jinping'].sort());
    expect(
      await page.evaluate(() =>
        ['note', 'note-open'].some((name) =>
          [...(CSS.highlights.get(name) ?? [])].some((range) =>
            document.querySelector('.editor, .CodeMirror')!.contains(range.startContainer),
          ),
        ),
      ),
    ).toBe(false);
    await page.close();

    await running.tell('set-all', { enabled: false });
    const control = await running.openStory(story);
    await running.untilMarked(control, 0);
    expect(await typeInto(control, read)).toEqual(typed);
    await running.tell('set-all', { enabled: true });
    await control.close();
  });
});
