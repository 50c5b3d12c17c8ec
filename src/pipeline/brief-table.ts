import { ALIAS_FLAGS, ENTITY_TYPES } from '../core/kb/record';
import type { AliasFlag, EntityType } from '../core/kb/record';
import { MAX_LINE } from './card-schema';
import type { Card } from './card-schema';
import type { SourceProblem } from './source-error';

/**
 * Brief cards live in tab-separated tables, one entity a line, so that thousands stay easy to read, edit and diff:
 *
 *     id  type  name  title  qid  aliases  country  from  to  prior  line
 *
 * `aliases` are separated by `|`; flags stand in braces: `Fed{needs-context}|FOMC{acronym}`. So do words that speak for
 * the entity, without which a name that needs context never links: `John Cook{needs-context,+golf,+birdie}`; they hold
 * for the whole row. `country` is the id of the country the entity belongs to, `from` and `to` its dates of life or
 * existence. Empty cells are allowed where a card's field is optional. Lines that start with `#` are comments;
 * `# asOf: 2025-01` sets the date that all rows hold as of.
 */
export const BRIEF_COLUMNS = [
  'id', 'type', 'name', 'title', 'qid', 'aliases', 'country', 'from', 'to', 'prior', 'line',
] as const; // prettier-ignore
type Column = (typeof BRIEF_COLUMNS)[number];

const DATE = /^-?\d{1,4}(-\d\d(-\d\d)?)?$/;

/** Reads one table. Problems carry the row's line; rows with problems are left out of the result. */
export function readBriefTable(file: string, text: string, problems: SourceProblem[]): Card[] {
  const cards: Card[] = [];
  let asOf = '';
  text.split(/\r?\n/).forEach((row, index) => {
    const line = index + 1;
    const stamp = /^# asOf: (\S+)\s*$/.exec(row);
    if (stamp) asOf = stamp[1] ?? '';
    if (row === '' || row.startsWith('#')) return;
    const before = problems.length;
    const card = readRow(file, line, row, asOf, problems);
    if (problems.length === before) cards.push(card);
  });
  return cards;
}

function readRow(file: string, line: number, row: string, asOf: string, problems: SourceProblem[]): Card {
  const fail = (message: string): void => void problems.push({ file, line, message });
  const cells = row.split('\t');
  if (cells.length !== BRIEF_COLUMNS.length) {
    fail(`expected ${BRIEF_COLUMNS.length} cells (${BRIEF_COLUMNS.join(', ')}), found ${cells.length}`);
  }
  const cell = (column: Column): string => (cells[BRIEF_COLUMNS.indexOf(column)] ?? '').trim().normalize('NFC');
  for (const column of ['id', 'name', 'line'] as const)
    if (cell(column) === '') fail(`${column}: expected text, found nothing`);
  if (!(ENTITY_TYPES as readonly string[]).includes(cell('type'))) fail(`type: "${cell('type')}" is not a type`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell('id'))) fail(`id: expected words-with-hyphens, found "${cell('id')}"`);
  if (cell('line').length > MAX_LINE)
    fail(`line: expected at most ${MAX_LINE} characters, found ${cell('line').length}`);
  if (cell('qid') !== '' && !/^Q[1-9]\d*$/.test(cell('qid'))) fail(`qid: found "${cell('qid')}"`);
  if (!DATE.test(asOf)) fail('expected a line "# asOf: 2025-01" above the first row');
  const prior = Number(cell('prior'));
  if (!Number.isInteger(prior) || prior < 1 || prior > 100) fail(`prior: expected 1 to 100, found "${cell('prior')}"`);
  const card: Card = {
    file,
    lineOf: () => line,
    id: cell('id'),
    type: cell('type') as EntityType,
    name: cell('name'),
    asOf,
    prior,
    names: {},
    aliases: [],
    patterns: [],
    plus: [],
    minus: [],
    line: cell('line'),
    background: '',
    facts: [],
    rel: [],
    timeline: [],
    sensitivity: 'none',
    status: 'reviewed',
  };
  addAliases(card, cell('aliases'), fail);
  addOptional(card, cell, fail);
  return card;
}

function addOptional(card: Card, cell: (column: Column) => string, fail: (message: string) => void): void {
  if (cell('title') !== '') card.title = cell('title');
  if (cell('qid') !== '') card.qid = cell('qid');
  if (cell('country') !== '')
    card.rel.push({ p: card.type === 'person' ? 'country' : 'located-in', o: cell('country') });
  for (const end of ['from', 'to'] as const) {
    if (cell(end) === '') continue;
    if (DATE.test(cell(end))) card.valid = { ...card.valid, [end]: cell(end) };
    else fail(`${end}: expected a date such as 1954 or 1954-03-02, found "${cell(end)}"`);
  }
}

function addAliases(card: Card, text: string, fail: (message: string) => void): void {
  if (text === '') return;
  for (const part of text.split('|')) {
    const match = /^([^{}]+)(?:\{([^{}]*)\})?$/.exec(part.trim());
    if (!match) fail(`alias: expected "text" or "text{flag,+cue}", found "${part}"`);
    const marks = (match?.[2] ?? '').split(',').map((mark) => mark.trim());
    const flags = marks.filter((mark) => mark !== '' && !mark.startsWith('+'));
    for (const flag of flags) {
      if (flag === 'pattern' || !(ALIAS_FLAGS as readonly string[]).includes(flag))
        fail(`alias "${part}": no flag "${flag}"`);
    }
    const cues = marks.filter((mark) => mark.startsWith('+')).map((mark) => mark.slice(1));
    if (cues.some((cue) => !/^[\p{L}\p{N}]+$/u.test(cue))) fail(`alias "${part}": a cue is one word`);
    card.plus.push(...cues);
    card.aliases.push({ t: (match?.[1] ?? part).trim(), flags: flags as AliasFlag[] });
  }
}
