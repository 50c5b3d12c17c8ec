import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../extension';
import type { Running } from '../extension';
import { CARD_HOST, openByPointer, untilCard } from './card-on-page';
import { LEE, TAKAICHI, newsPage, paragraph } from './stories';

/**
 * A page that lies in wait for extensions: before anything else runs it replaces what one would use and listens to
 * what one would cause. `window.seen` holds what it has caught.
 */
const DETECTOR = `
  window.seen = [];
  const note = (what) => seen.push(what);
  for (const [owner, names] of [
    [Element.prototype, ['attachShadow', 'append', 'remove', 'insertBefore', 'getBoundingClientRect', 'querySelectorAll', 'closest', 'getAttribute']],
    [Node.prototype, ['appendChild', 'contains', 'isEqualNode']],
    [Document.prototype, ['createElement', 'createTreeWalker', 'querySelectorAll', 'caretPositionFromPoint', 'createRange']],
    [HighlightRegistry.prototype, ['set', 'get', 'delete']],
    [Highlight.prototype, ['add', 'clear']],
    [EventTarget.prototype, ['addEventListener', 'dispatchEvent']],
    [HTMLElement.prototype, ['showPopover', 'focus']],
    [Range.prototype, ['getClientRects', 'setStart']],
    [Window.prototype ?? window, ['getComputedStyle']],
    [window, ['fetch', 'postMessage', 'matchMedia', 'requestAnimationFrame', 'setTimeout', 'setInterval', 'getSelection']],
    [MutationObserver.prototype, ['observe']],
    [Storage.prototype, ['getItem', 'setItem']],
  ]) {
    for (const name of names) {
      const own = owner[name];
      if (typeof own === 'function') owner[name] = function (...args) { note('call of ' + name); return own.apply(this, args); };
    }
  }
  const own = Function.prototype.call.bind(EventTarget.prototype.addEventListener);
  const listen = EventTarget.prototype.addEventListener;
  for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'storage', 'selectionchange', 'focusin', 'beforetoggle', 'toggle', 'animationstart', 'transitionrun', 'slotchange'])
    listen.call(window, type, (event) => note('event ' + event.type), true);
  new PerformanceObserver((list) => { for (const { name, entryType } of list.getEntries()) if (!/^https?:/.test(name) || entryType !== 'resource') note(entryType + ' ' + name); })
    .observe({ entryTypes: ['resource', 'mark', 'measure'] });
  for (const level of ['log', 'warn', 'error', 'info', 'debug']) console[level] = (...args) => note('console ' + args.join(' '));
  seen.length = 0;
`;

type Seen = { seen: string[] };

describe('a page that looks for extensions', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startExtension();
  });
  afterAll(() => running.close());

  it('catches no call, event, request or message of ours while names are found', async () => {
    const page = await running.openStory(
      newsPage(paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others'), { script: DETECTOR }),
    );
    await running.untilMarked(page);
    // The driver waits for frames in the page, which the page hears.
    const seen = await page.evaluate(() => (window as unknown as Seen).seen.slice());
    expect(seen.filter((what) => what !== 'call of requestAnimationFrame')).toEqual([]);
    await page.close();
  });

  it('finds nothing of the package at any address', async () => {
    const page = await running.openStory();
    await running.untilMarked(page);
    const files = ['manifest.json', 'page.js', 'popup.html', 'assets/marks.css', 'icon/32.png', 'packs/world.pack'];
    const found = await page.evaluate(
      async (base: string, names: string[]) => {
        const loads = names.map(
          (name) =>
            new Promise<string>((resolve) => {
              const image = new Image();
              image.addEventListener('load', () => resolve(name));
              image.addEventListener('error', () => resolve(''));
              image.src = base + name;
            }),
        );
        const fetched = names.map((name) => fetch(base + name).then(() => name, () => ''));
        return (await Promise.all([...loads, ...fetched])).filter((name) => name !== '');
      },
      running.extensionUrl,
      files,
    ); // prettier-ignore
    expect(found).toEqual([]);
    await page.close();
  });

  it('sees of an open card one empty element, and nothing of which name it is for', async () => {
    const page = await running.openStory(
      newsPage(paragraph(TAKAICHI) + paragraph(LEE) + paragraph('others'), { script: DETECTOR }),
    );
    await running.untilMarked(page);
    await openByPointer(page, TAKAICHI);
    const look = (): Promise<unknown> =>
      page.evaluate((selector: string) => {
        const host = document.querySelector<HTMLElement>(selector)!;
        const { x, y, width, height } = host.getBoundingClientRect();
        return {
          markup: new XMLSerializer().serializeToString(host),
          root: host.shadowRoot,
          box: [x, y, width, height].join(' '),
          parts: [host.part.length, host.textContent, host.innerText, host.getAnimations({ subtree: true }).length],
          active: document.activeElement === document.body,
          selection: String(getSelection()),
          sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        };
      }, CARD_HOST);
    const first = await look();
    expect(first).toMatchObject({
      markup: '<div xmlns="http://www.w3.org/1999/xhtml" popover="manual"></div>',
      root: null,
      active: true,
      selection: '',
    });
    await page.keyboard.press('Escape');
    await untilCard(page, false);
    await page.mouse.move(5, 5);
    await openByPointer(page, LEE);
    expect(await look()).toEqual(first);
    await page.close();
  });
});
