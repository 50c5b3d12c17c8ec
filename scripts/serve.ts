import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { blocksOfText, dateOfLine } from '../src/pipeline/text-blocks';

/** A page on this machine's own web server; `close` stops it. */
export type Served = { url: string; close: () => Promise<void> };

/** Serves an HTML document (or any map of paths to documents) on a free port of the loopback interface. */
export async function serve(
  pages: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<Served> {
  const server = createServer((request, response) => {
    const body = pages[new URL(request.url ?? '/', 'http://localhost').pathname];
    if (body === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page that cannot be opened; the message says which and why. */
export class PageError extends Error {
  override name = 'PageError';
}

/** Reads PAGE: an address is left as it is, an .html file is taken as it is, a .txt file becomes a plain article. */
export function readPage(page: string): { url: string } | { html: string } {
  if (/^https?:\/\//i.test(page)) return { url: page };
  const isPacked = page.toLowerCase().endsWith('.gz');
  const extension = path.extname(isPacked ? page.slice(0, -3) : page).toLowerCase();
  if (!['.html', '.htm', '.txt'].includes(extension)) {
    throw new PageError(
      `${page}: expected an address (http or https), an .html or a .txt file (or one of them packed as .gz).`,
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(
      isPacked ? gunzipSync(readFileSync(page)) : readFileSync(page),
    );
  } catch (error) {
    throw new PageError(
      `${page}: cannot be read as UTF-8 text (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
  if (text.trim() === '') throw new PageError(`${page}: the file is empty.`);
  return { html: extension === '.txt' ? articleOf(text) : text };
}

/** A plain text as a news page: date and headline first, then a paragraph a line. */
export function articleOf(text: string): string {
  const blocks = blocksOfText(text).map((block) => block.text.trim());
  const date = dateOfLine(blocks[0] ?? '') ?? '';
  if (date !== '') blocks.shift();
  const headline = (blocks[0] ?? '').length <= 160 ? (blocks.shift() ?? '') : '';
  const time = date === '' ? '' : `<p><time datetime="${date}">${date}</time></p>`;
  const meta = date === '' ? '' : `<meta property="article:published_time" content="${date}">`;
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>${escapeHtml(headline || 'Story')}</title><meta property="og:type" content="article">${meta}
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body{font:18px/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}h1{line-height:1.2}</style></head>
<body><article>${headline === '' ? '' : `<h1>${escapeHtml(headline)}</h1>`}${time}
${blocks.map((block) => `<p>${escapeHtml(block)}</p>`).join('\n')}
</article></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
