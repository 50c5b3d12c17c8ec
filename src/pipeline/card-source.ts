import { LineCounter, parseDocument } from 'yaml';
import type { SourceProblem } from './source-error';

/**
 * A card as an editor writes it: YAML front matter between two `---` lines, then the background as running text.
 * Nothing is checked here but the outer form; `card-schema.ts` knows the fields.
 */
export type CardSource = {
  file: string;
  fields: Record<string, unknown>;
  background: string;
  /** Line of the field at this path, for messages: `['facts', 1, 'asOf']`. */
  lineOf: (path: readonly (string | number)[]) => number;
};

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/** Reads one card. Returns null, with a problem added, when the file is not a card at all. */
export function readCardSource(file: string, text: string, problems: SourceProblem[]): CardSource | null {
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    problems.push({ file, line: 1, message: 'expected front matter between two lines "---", found none' });
    return null;
  }
  const lines = new LineCounter();
  // YAML 1.2: in 1.1 the country code NO would be false and a date an object.
  const document = parseDocument(match[1] ?? '', { lineCounter: lines, version: '1.2', schema: 'core' });
  for (const error of document.errors) {
    const line = (error.linePos?.[0].line ?? 0) + 1;
    problems.push({ file, line, message: `not valid YAML: ${error.message.split('\n')[0]}` });
  }
  if (document.errors.length > 0) return null;
  const fields: unknown = document.toJS({ maxAliasCount: 0 });
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    problems.push({ file, line: 2, message: 'expected fields "key: value" in the front matter' });
    return null;
  }
  return {
    file,
    fields: fields as Record<string, unknown>,
    background: (match[2] ?? '').trim().replace(/\s+/g, ' '),
    lineOf: (path) => lineAt(document, lines, path),
  };
}

function lineAt(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly (string | number)[],
): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
    // The front matter starts on the file's second line; the counter's lines start at 1.
    if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line + 1;
  }
  return 2;
}
