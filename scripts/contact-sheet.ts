import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';

/** Pages on one sheet, in rows of this many; more pages make more sheets, `F.png`, `F-2.png` and so on. */
const ON_A_SHEET = 60;
const IN_A_ROW = 6;
/** What is taken of a page, and how wide it is shown, in CSS pixels. */
const TAKEN = { width: 1280, height: 1600 };
const SHOWN_WIDTH = 300;

/** Small pictures of many pages on one, for a person who wants to see at a glance what was underlined where. */
export type Sheet = {
  /** Takes a picture of the page as it stands. */
  add: (page: Page, label: string) => Promise<void>;
  /** Writes the sheets and returns their names. */
  write: (browser: Browser) => Promise<string[]>;
};

export function createSheet(file: string): Sheet {
  const pictures: { label: string; data: string }[] = [];
  return {
    async add(page, label) {
      await page.setViewport(TAKEN);
      const data = await page.screenshot({ type: 'jpeg', quality: 60, encoding: 'base64' });
      pictures.push({ label, data });
    },
    async write(browser) {
      mkdirSync(path.dirname(file), { recursive: true });
      const page = await browser.newPage();
      const files: string[] = [];
      for (let i = 0; i < pictures.length; i += ON_A_SHEET) {
        const name = files.length === 0 ? file : file.replace(/(\.\w+)?$/, `-${files.length + 1}$1`);
        await page.setViewport({ width: IN_A_ROW * (SHOWN_WIDTH + 12) + 24, height: 800 });
        await page.setContent(sheetOf(pictures.slice(i, i + ON_A_SHEET)), { waitUntil: 'load' });
        writeFileSync(name, await page.screenshot({ type: 'png', fullPage: true }));
        files.push(name);
      }
      await page.close();
      return files;
    },
  };
}

function sheetOf(pictures: readonly { label: string; data: string }[]): string {
  const figures = pictures.map(
    ({ label, data }) =>
      `<figure><img src="data:image/jpeg;base64,${data}" alt=""><figcaption>${label}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { display: grid; grid-template-columns: repeat(${IN_A_ROW}, ${SHOWN_WIDTH}px); gap: 12px; margin: 12px; font: 12px sans-serif }
    figure { margin: 0 } img { width: 100%; border: 1px solid #999 } figcaption { overflow-wrap: anywhere }
  </style>${figures.join('')}`;
}
