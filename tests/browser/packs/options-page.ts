import type { ElementHandle, Page } from 'puppeteer-core';
import type { PackSummary } from '../../../src/messaging/protocol';
import type { Running } from '../extension';

/** The options page as a reader with own packs uses it. */
export type OptionsPage = {
  page: Page;
  /** Gives the file input a file; resolves with the sentence that says what came of it. */
  add: (file: string) => Promise<string>;
  /** Presses the remove button of a pack; resolves when it is done. */
  remove: (name: string) => Promise<void>;
  /** Presses the switch of a pack. */
  toggle: (name: string) => Promise<void>;
  /** The text of each row of the list. */
  rows: () => Promise<string[]>;
};

/** A page that lies behind another one draws no frames; it must be asked by the clock. */
const BEHIND = { polling: 50 };

export async function openOptions(running: Running): Promise<OptionsPage> {
  const page = await running.openExtensionPage('options.html');
  await page.waitForSelector('.packs li');
  return {
    page,
    async add(file) {
      const chooser = (await page.$('#add-pack')) as ElementHandle<HTMLInputElement>;
      // What an earlier file left would be taken for this one's result.
      await page.evaluate(() => document.querySelectorAll('.status, .error').forEach((one) => (one.textContent = '')));
      await chooser.uploadFile(file);
      const result = await page.waitForFunction(() => {
        const input = document.querySelector<HTMLInputElement>('#add-pack');
        const error = document.querySelector('#packs ~ .field .error')?.textContent ?? '';
        const status = document.querySelector('.status')?.textContent ?? '';
        const said = error === '' && status.endsWith('was added.') ? status : error;
        return input?.disabled === false && said !== '' ? said : null;
      }, BEHIND);
      return (await result.jsonValue()) ?? '';
    },
    async remove(name) {
      // A page that lies behind cannot be clicked.
      await page.bringToFront();
      const button = await page.waitForSelector(`button[aria-label="Remove ${name}"]`);
      await button?.click();
      await page.waitForFunction(
        (said) => document.querySelector('.status')?.textContent === said,
        BEHIND,
        `${name} was removed.`,
      );
      await page.waitForFunction(
        (label) => document.querySelector(`[aria-label="${label}"]`) === null,
        BEHIND,
        `Remove ${name}`,
      );
    },
    async toggle(name) {
      await page.bringToFront();
      const found = await page.evaluateHandle((wanted) => {
        const rows = [...document.querySelectorAll('.packs > li')];
        return rows
          .find((one) => one.querySelector('strong')?.textContent === wanted)
          ?.querySelector('[role="switch"]');
      }, name);
      // A real press: switches do not listen to a page's own events.
      await (found as ElementHandle<HTMLElement>).click();
    },
    rows: () => page.$$eval('.packs > li', (rows) => rows.map((row) => row.textContent ?? '')),
  };
}

export async function summaryOf(running: Running, id: string): Promise<PackSummary | undefined> {
  return ((await running.tell('packs', {})) as PackSummary[]).find((pack) => pack.id === id);
}

/** The name on an entity's card, null where no pack has it. */
export async function cardName(running: Running, entity: string): Promise<string | null> {
  return ((await running.tell('card', { entity })) as { name: string } | null)?.name ?? null;
}

/** Keys of all stored files, asked of the browser itself. */
export function storedFiles(running: Running): Promise<string[]> {
  return running.control.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('packs');
        opening.addEventListener('error', () => reject(new Error('no store')));
        opening.addEventListener('success', () => {
          const keys = opening.result.transaction('files').objectStore('files').getAllKeys();
          keys.addEventListener('success', () => {
            opening.result.close();
            resolve(keys.result.map((key) => key as string));
          });
        });
      }),
  );
}
