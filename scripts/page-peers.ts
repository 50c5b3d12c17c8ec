import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';

export const PEERS = ['readability', 'defuddle'] as const;
export type Peer = (typeof PEERS)[number];
export type PeerTexts = Record<Peer, string[]>;

const FILES = ['@mozilla/readability/Readability.js', 'defuddle/dist/index.js'];

/** The peers' own files, to be run in a page. */
export function peerSource(): string {
  return FILES.map((file) => readFileSync(path.resolve('node_modules', file), 'utf8')).join('\n;\n');
}

/**
 * What the peers take for the article's text, a paragraph an entry. Each gets its own copy of the page, since they
 * change what they read.
 */
export async function runPeers(page: Page, source: string, html: string): Promise<PeerTexts> {
  // The loader names functions with a helper that a page does not have.
  await page.evaluate(
    `${source}; globalThis.__name ??= (value) => value; globalThis.sidelightPeers = { Readability, Defuddle: globalThis.Defuddle }`,
  );
  return page.evaluate((markup: string): Record<'readability' | 'defuddle', string[]> => {
    type Parsed = { content?: string | null } | null;
    type Reader = new (document: Document, options?: object) => { parse: () => Parsed };
    const { Readability, Defuddle } = (globalThis as unknown as { sidelightPeers: Record<string, unknown> })
      .sidelightPeers;
    const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');
    const paragraphs = (content: string | null | undefined): string[] => {
      const body = parse(content ?? '').body;
      const blocks = [...body.querySelectorAll('p,li,h1,h2,h3,h4,h5,h6,blockquote,figcaption,td,pre,div')];
      const leaves = blocks.filter((block) => !block.querySelector('p,li,h1,h2,h3,h4,h5,h6,blockquote,div,td'));
      return (leaves.length > 0 ? leaves : [body]).map((block) => block.textContent ?? '');
    };
    const run = (reader: unknown): string[] => {
      try {
        const Class = (typeof reader === 'function' ? reader : (reader as { default: Reader }).default) as Reader;
        return paragraphs(new Class(parse(markup)).parse()?.content);
      } catch {
        return [];
      }
    };
    return { readability: run(Readability), defuddle: run(Defuddle) };
  }, html);
}
