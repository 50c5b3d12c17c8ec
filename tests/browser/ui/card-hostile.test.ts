import { afterAll, beforeAll, expect, test } from 'vitest';
import { PLAIN, closedBy, isOpen, openCard, rectOf, startCardBrowser, story, type CardBrowser } from './card-harness';

let browser: CardBrowser;
beforeAll(async () => {
  browser = await startCardBrowser();
});
afterAll(() => browser?.close());

test.each<[string, (host: HTMLElement) => void]>([
  ['made transparent', (host) => (host.style.opacity = '0')],
  ['given an attribute', (host) => host.setAttribute('inert', '')],
  ['removed', (host) => host.remove()],
  ['moved', (host) => document.querySelector('main')!.append(host)],
  ['hidden', (host) => host.hidePopover()],
  ['no popover any more', (host) => host.removeAttribute('popover')],
])('a host that is %s closes the card', async (_, alter) => {
  const page = await browser.open(PLAIN);
  await openCard(page);
  await page.evaluate(`(${alter.toString()})(window.cardPage.root().host)`);
  // Two frames: long before the regular look at the host, which would find it too.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await closedBy(page)).toEqual(['tampered']);
  await openCard(page);
  expect(await isOpen(page)).toBe(true);
});

test('a popover of the page over the card closes it, one elsewhere does not', async () => {
  const page = await browser.open(
    `${PLAIN}<div id="over" popover style="inset:0;width:100vw;height:100vh;opacity:.01"></div><div id="beside" popover="manual" style="inset:auto;left:0;bottom:0;margin:0">Hi</div>`,
  );
  await openCard(page);
  await page.evaluate(() => document.querySelector<HTMLElement>('#beside')!.showPopover());
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  expect(await isOpen(page)).toBe(true);
  await page.evaluate(() => document.querySelector<HTMLElement>('#over')!.showPopover());
  await page.waitForFunction(() => !window.cardPage.controller.isOpen());
  expect(await closedBy(page)).toEqual(['tampered']);
});

test('events that the page makes do nothing', async () => {
  const page = await browser.open(PLAIN);
  await openCard(page);
  await page.evaluate(() => {
    const { host } = window.cardPage.root();
    for (const target of [document.body, host]) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, composed: true }));
      target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    }
    for (const button of window.cardPage.card().querySelectorAll('button')) button.click();
  });
  expect(await isOpen(page)).toBe(true);
  expect(await page.evaluate(() => window.cardPage.card().querySelector('h2')!.textContent)).toBe('Lee Jae Myung');
});

test('what the reader does in the card is not heard by the page', async () => {
  const page = await browser.open(PLAIN);
  await page.evaluate(() => {
    const heard: string[] = ((window as unknown as { heard: string[] }).heard = []);
    for (const type of ['click', 'mousedown', 'keydown', 'keyup'])
      document.body.addEventListener(type, () => heard.push(type));
  });
  await openCard(page, { opener: 'keyboard' });
  await page.keyboard.press('j');
  const card = await rectOf(page, 'card');
  await page.mouse.click(card.left + 40, card.top + 60);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

test('no style of the page reaches the card', async () => {
  const hostile = `* { font-size: 40px !important; color: red !important; transform: rotate(45deg) !important; }
    div { display: none !important; opacity: 0 !important; position: static !important; width: 3px !important; zoom: 3 }
    [popover]::backdrop { background: red } html { font-size: 62.5% }`;
  const [plain, styled] = [
    await browser.open(PLAIN),
    await browser.open(story('<p>A <span class="name">Lee</span></p>', { style: hostile })),
  ];
  const look = async (page: typeof plain) => {
    await openCard(page);
    return page.evaluate(() => {
      const { font, color, width, transform } = getComputedStyle(window.cardPage.card());
      return { font, color, width, transform };
    });
  };
  expect(await look(styled)).toEqual(await look(plain));
});

test('named elements that shadow the document do not stop the card', async () => {
  const names = ['createElement', 'body', 'activeElement', 'addEventListener', 'getRootNode', 'querySelector', 'head'];
  const traps = names.map((name) => `<form name="${name}" id="${name}"><input name="parentNode"></form>`).join('');
  const page = await browser.open(story(`${traps}<p>About <span class="name">Lee</span></p>`));
  await openCard(page);
  await page.keyboard.press('Escape');
  expect(await closedBy(page)).toEqual(['escape']);
});

test('a strict policy with Trusted Types has nothing to report, and the card is styled', async () => {
  const policy =
    "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const page = await browser.open(PLAIN.replace(/<style>[^]*<\/style>/, ''), { 'content-security-policy': policy });
  await openCard(page);
  const { violations, radius } = await page.evaluate(() => ({
    violations: window.cardPage.violations,
    radius: getComputedStyle(window.cardPage.card()).borderTopLeftRadius,
  }));
  expect(violations).toEqual([]);
  expect(radius).toBe('10px');
});

test('nothing of the page changes but for the host', async () => {
  const page = await browser.open(PLAIN);
  const records = await page.evaluate(async () => {
    const seen: string[] = [];
    const note = (list: MutationRecord[]): void => {
      for (const { type, target, addedNodes, removedNodes } of list) {
        const nodes = [...addedNodes, ...removedNodes];
        const own =
          target === window.cardPage.root()?.host || nodes.every((node) => node === window.cardPage.root().host);
        if (!own || type !== 'childList') seen.push(`${type} ${target.nodeName}`);
      }
    };
    const observer = new MutationObserver(note);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    window.cardPage.open();
    await new Promise((done) => setTimeout(done, 50));
    window.cardPage.controller.close('button');
    note(observer.takeRecords());
    return seen;
  });
  expect(records).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  '%s by the reader\u2019s word, whatever the page says of itself',
  async (theme) => {
    const page = await browser.open(
      story('<p>About <span class="name">Lee</span></p>', {
        style: `:root { color-scheme: ${theme === 'light' ? 'dark' : 'light'} }`,
      }),
    );
    await page.evaluate((chosen) => (window.cardPage.theme = chosen), theme);
    await openCard(page);
    expect(await paper(page)).toBe(theme);
  },
);

test('follows the dark scheme and the wish for less motion of the system', async () => {
  const system = await startCardBrowser({ dark: true });
  try {
    const page = await system.open(PLAIN);
    await openCard(page);
    expect(await paper(page)).toBe('dark');
    expect(await page.evaluate(() => getComputedStyle(window.cardPage.card()).animationName)).toBe('none');
  } finally {
    await system.close();
  }
});

/** Whether the card's ground is a light or a dark one. */
function paper(page: Awaited<ReturnType<CardBrowser['open']>>): Promise<string> {
  return page.evaluate(() => {
    const red = /\d+/.exec(getComputedStyle(window.cardPage.card()).backgroundColor)?.[0];
    return Number(red) > 128 ? 'light' : 'dark';
  });
}
