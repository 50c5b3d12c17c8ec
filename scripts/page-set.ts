import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One stored page: its address, its HTML and what a person found in it. */
export type StoredPage = {
  id: string;
  url: string;
  isNews: boolean;
  lang: string | null;
  /** A day or a year; null where the page states none. */
  date: string | null;
  title: string;
  /** The article's text as judged by hand; empty for pages that are no article. */
  body: string;
  html: () => string;
  /** Where the markup is stored; null for a page that was made up. */
  file: string | null;
};

/** One line of `pages.jsonl`. */
type Row = {
  id: string;
  url?: string;
  date?: string;
  news: boolean;
  lang?: string;
  title?: string;
  body?: string;
  html: string;
};

/** Reads `pages.jsonl` of a folder; throws with the file and what is wrong. */
export function readPageSet(folder: string): StoredPage[] {
  const file = path.join(folder, 'pages.jsonl');
  if (!existsSync(file)) throw new Error(`${file} does not exist: expected a folder with pages.jsonl.`);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, i) => toPage(parseRow(line, `${file}:${i + 1}`), folder, `${file}:${i + 1}`));
}

function parseRow(line: string, where: string): Row {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new Error(`${where}: not a line of JSON.`, { cause: error });
  }
  const { id, html } = row as Partial<Row>;
  if (typeof id !== 'string' || typeof html !== 'string') throw new Error(`${where}: expected an id and an html file.`);
  return row as Row;
}

function toPage(row: Row, folder: string, where: string): StoredPage {
  const file = path.join(folder, row.html);
  if (!existsSync(file)) throw new Error(`${where}: ${file} does not exist.`);
  return {
    id: row.id,
    url: row.url ?? `https://stored.example/${row.id.replace(/[^\w.-]+/g, '/')}`,
    isNews: row.news,
    lang: row.lang === undefined || row.lang === 'und' ? null : row.lang,
    date: row.date?.slice(0, 10) || null,
    title: row.title ?? '',
    body: row.body ?? '',
    html: () => readHtml(file),
    file,
  };
}

function readHtml(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
