import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError, parseArguments, runCommand } from './command-line';
import type { DocumentFacts } from '../core/link/types';
import { annotateText } from './annotate-text';
import type { TextMention } from './annotate-text';
import { loadBundledPacks } from './load-packs';
import { SourceError } from './source-error';
import { dateOfLine } from './text-blocks';

const USAGE = 'Usage: npm run annotate -- FILE.txt|FILE.jsonl [--out F.jsonl]';

type Input = { id: string; text: string; facts: DocumentFacts };

await runCommand(async () => {
  const { options, rest } = parseArguments(process.argv.slice(2), ['out']);
  const [file] = rest;
  if (file === undefined || rest.length > 1) throw new UsageError(USAGE);
  const inputs = readInputs(file);
  const packs = loadBundledPacks(console.error);
  const lines = inputs.map(({ id, text, facts }) => ({ id, mentions: annotateText(text, facts, packs) }));
  const out = options.get('out');
  if (out !== undefined) {
    writeFileSync(fromCaller(out), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const count = lines.reduce((sum, { mentions }) => sum + mentions.length, 0);
    console.log(`${lines.length} documents, ${count} mentions written to ${out}`);
  } else if (file.endsWith('.jsonl')) {
    for (const line of lines) console.log(JSON.stringify(line));
  } else {
    for (const mention of lines[0]?.mentions ?? []) console.log(describe(mention));
  }
  return 0;
});

function fromCaller(file: string): string {
  return path.resolve(process.env.SIDELIGHT_CWD ?? '.', file);
}

function describe({ start, end, surface, entity, score, source }: TextMention): string {
  return `${start}-${end}\t${surface}\t${entity}\t${score}\t${source}`;
}

function readInputs(file: string): Input[] {
  const text = readText(file);
  if (file.endsWith('.txt')) return [{ id: path.basename(file), text, facts: datedFacts(text) }];
  if (!file.endsWith('.jsonl')) throw new UsageError(`${file}: expected a .txt or .jsonl file. ${USAGE}`);
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [readLine(file, i + 1, line)]));
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(fromCaller(file)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourceError([{ file, line: 1, message: `cannot be read as UTF-8 text (${reason})` }]);
  }
}

/** A text whose first line is nothing but a date is dated by it. */
function datedFacts(text: string): DocumentFacts {
  const date = dateOfLine(text.trimStart().split('\n', 1)[0] ?? '');
  return date === null ? {} : { date };
}

function readLine(file: string, line: number, json: string): Input {
  const fail = (message: string): never => {
    throw new SourceError([{ file, line, message }]);
  };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return fail(`not valid JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (typeof value !== 'object' || value === null) return fail('expected an object {id, text}');
  const { id, text, lang, date } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return fail(`id: expected text, found ${JSON.stringify(id)}`);
  if (typeof text !== 'string') return fail(`text: expected text, found ${JSON.stringify(text)?.slice(0, 40)}`);
  const facts: DocumentFacts = {};
  if (typeof lang === 'string') facts.lang = lang;
  if (typeof date === 'string' && /^\d{4}-\d\d-\d\d/.test(date)) facts.date = date.slice(0, 10);
  return { id: String(id), text, facts };
}
