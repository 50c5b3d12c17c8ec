import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { CARD_HOST, openByPointer, untilCard } from './card-on-page';
import { LEE, STORY, TAKAICHI, hosts, marked, newsPage, paragraph, placeOf, untilTexts } from './stories';

const BODY = paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others');

describe('a page that works against us', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('cannot open a card with events of its own', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const { x, y } = await placeOf(page, TAKAICHI);
    await page.evaluate(
      async (clientX: number, clientY: number) => {
        const target = document.elementFromPoint(clientX, clientY)!;
        for (const type of ['pointerover', 'pointermove', 'mousemove', 'pointerdown', 'click', 'touchstart']) {
          const options = { clientX, clientY, bubbles: true, pointerType: type === 'click' ? 'touch' : 'mouse' };
          for (const offset of [0, 1])
            target.dispatchEvent(new PointerEvent(type, { ...options, clientX: clientX + offset }));
        }
        // Longer than any dwell.
        await new Promise((resolve) => setTimeout(resolve, 1200));
      },
      x,
      y,
    );
    expect(await hosts(page)).toBe(0);
    await page.close();
  });

  it('that empties the registry gets the underlines back a few times, then its way', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const before = (await marked(page)).length;
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => CSS.highlights.clear());
      await untilTexts(page, (texts) => texts.length === before);
    }
    await page.evaluate(() => CSS.highlights.clear());
    // Whoever comes back to a page sees it looked after at once; whatever was to be put back is back by then.
    await running.control.bringToFront();
    await page.bringToFront();
    await page.waitForFunction(() => document.visibilityState === 'visible', { polling: 50 });
    expect((await running.report(page))?.marks.length).toBeGreaterThan(0);
    expect(await marked(page)).toEqual([]);
    await page.close();
  });

  it('that puts a highlight of its own under our name does not lead us to wrong cards', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('h1')!);
      CSS.highlights.set('note', new Highlight(range));
    });
    await untilTexts(page, (texts) => texts.includes(TAKAICHI));
    await page.close();
  });

  it('that shadows properties by named elements is read all the same', async () => {
    const names = [
      'parentNode',
      'childNodes',
      'attributes',
      'nodeName',
      'localName',
      'previousSibling',
      'getAttribute',
      'isConnected',
    ];
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    const documentNames = [
      'body',
      'documentElement',
      'querySelectorAll',
      'createTreeWalker',
      'hidden',
      'title',
      'contentType',
    ];
    const images = documentNames.map((name) => `<img name="${name}">`).join('');
    const page = await running.openStory(
      newsPage(
        `${images}<form id="navigation">${inputs}</form><form><input name="parentNode"><div>${BODY}</div></form>`,
      ),
    );
    expect(await untilTexts(page, (texts) => texts.length > 1)).toContain(TAKAICHI);
    await page.close();
  });

  it('that pollutes prototypes is read all the same', async () => {
    const script = `
      for (const key of ['map', 'filter', 'push', 'includes']) Array.prototype[key] = () => { throw new Error('polluted'); };
      Map.prototype.get = () => 'polluted'; Node.prototype.contains = () => false; Object.prototype.entity = 'polluted';
      Element.prototype.getAttribute = () => 'polluted'; Document.prototype.createTreeWalker = () => null;`;
    const page = await running.openStory(newsPage(BODY, { script }));
    await running.untilMarked(page);
    expect(
      (await running.report(page))?.marks.filter(({ underlined }) => underlined).map(({ text }) => text),
    ).toContain(TAKAICHI);
    await page.close();
  });

  it('cannot stop us with a framework’s own event', async () => {
    const page = await running.openStory(STORY);
    await running.untilMarked(page);
    const id = new URL(running.extensionUrl).host;
    await page.evaluate(
      (ids: string[]) => {
        // The names under which the framework's own scripts end each other (WXT's content script context).
        for (const own of ids) {
          for (const entry of ['page', 'content']) {
            const detail = { contentScriptName: entry, messageId: 'x' };
            const type = `${own}:${entry}:wxt:content-script-started`;
            document.dispatchEvent(new CustomEvent(type, { detail }));
            window.dispatchEvent(new CustomEvent(type, { detail }));
            window.postMessage({ type, ...detail }, '*');
          }
        }
      },
      [id, 'sidelight@sidelight.example', 'sidelight', 'undefined'],
    );
    await page.evaluate(
      (html: string) =>
        document.querySelector('article')!.append(document.createRange().createContextualFragment(html)),
      paragraph('Xi Jinping'),
    );
    await untilTexts(page, (texts) => texts.includes('Xi Jinping'));
    await page.close();
  });

  it.each<[string, (host: HTMLElement) => void]>([
    ['removes', (host) => host.remove()],
    ['hides', (host) => host.style.setProperty('display', 'none', 'important')],
    ['makes transparent', (host) => host.style.setProperty('opacity', '0', 'important')],
    ['moves', (host) => document.querySelector('footer')!.append(host)],
    ['covers', () => document.querySelector<HTMLElement>('#over')!.showPopover()],
  ])('that %s the card closes it, and the next one is another', async (_, alter) => {
    const over = '<div id="over" popover="manual" style="inset:0;width:100vw;height:100vh;opacity:.01"></div>';
    const page = await running.openStory(newsPage(BODY + over));
    await running.untilMarked(page);
    await openByPointer(page, TAKAICHI);
    await page.evaluate(`(${alter.toString()})(document.querySelector('${CARD_HOST}'))`);
    await untilCard(page, false);
    expect(await hosts(page)).toBe(0);
    await page.evaluate(() => document.querySelector('#over')!.remove());
    await page.mouse.move(5, 5);
    await openByPointer(page, LEE);
    expect(await hosts(page)).toBe(1);
    await page.close();
  });

  it('that answers every change with a change comes to rest with us', async () => {
    const script = `addEventListener('DOMContentLoaded', () => {
      let turns = 0; window.turns = () => turns;
      new MutationObserver(() => { if (turns++ < 400) setTimeout(() => { document.querySelector('#clock').textContent = 'Now ' + turns; }, 5); })
        .observe(document.body, { subtree: true, childList: true, characterData: true });
      document.querySelector('#clock').textContent = 'Start';
    });`;
    const page = await running.openStory(newsPage(`${BODY}<p id="clock"></p>`, { script }));
    await running.untilMarked(page);
    await page.waitForFunction(() => (window as unknown as { turns: () => number }).turns() >= 400);
    expect(await marked(page)).toContain(TAKAICHI);
    await page.close();
  });

  it('with one text of five million characters or ten thousand boxes in each other is survived', async () => {
    const long = await running.openStory(newsPage(`${BODY}<p>${'word and more words '.repeat(250_000)}</p>`));
    await running.untilMarked(long);
    await long.close();
    const deep = await running.openStory(
      newsPage(BODY, {
        script: `addEventListener('DOMContentLoaded', () => {
          let at = document.querySelector('main').appendChild(document.createElement('div'));
          // Laying out so many boxes is beyond the browser itself.
          at.style.display = 'none';
          for (let i = 0; i < 10000; i++) at = at.appendChild(document.createElement('div'));
          at.textContent = 'The deepest text of them all, which is long enough to be looked at by anyone who reads.';
        });`,
      }),
    );
    expect(await untilTexts(deep, (texts) => texts.length > 0)).toContain(TAKAICHI);
    await deep.close();
  });
});
