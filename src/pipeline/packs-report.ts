import { SECTIONS } from '../core/kb/format';
import type { PackSize } from '../core/kb/pack-size';
import type { NameBearers } from './check-packs';
import type { Stats } from './packs-stats';

const KB = 1024;
/** Of the types of a gold set's mentions, the commonest are shown. */
const SHOWN_TYPES = 5;

/** A table whose columns are as wide as their widest cell; the first and the last are set left, the others right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          i === 0 || i === row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Bytes of each section in each pack, in KB. */
export function sizeReport(sizes: readonly { id: string; size: PackSize }[]): string {
  const kb = (bytes: number): string => (bytes / KB).toFixed(1);
  const total = sizes.reduce((sum, { size }) => sum + size.total, 0);
  const rows = SECTIONS.map((name) => [
    name,
    ...sizes.map(({ size }) => kb(size.sections[name])),
    kb(sizes.reduce((sum, { size }) => sum + size.sections[name], 0)),
  ]);
  return table([
    ['section (KB)', ...sizes.map(({ id }) => id), 'all'],
    ...rows,
    ['total', ...sizes.map(({ size }) => kb(size.total)), kb(total)],
  ]);
}

export function statsReport({ packs, total, coverage }: Stats): string {
  const rows = [...packs, { id: 'all', licence: '', ...total }].map((pack) => [
    pack.id,
    String(pack.records.full),
    String(pack.records.brief),
    String(pack.records.gazetteer),
    String(pack.aliases),
    String(Object.keys(pack.languages).length),
    `${Math.round(pack.bytes.raw / KB)} KB`,
    `${Math.round(pack.bytes.brotli / KB)} KB`,
    `${pack.asOf.oldest} to ${pack.asOf.newest}`,
    pack.licence,
  ]);
  const head = ['pack', 'full', 'brief', 'gazetteer', 'aliases', 'languages', 'raw', 'brotli', 'as of', 'licence'];
  const shown = coverage.map(({ set, mentions, covered, percent, byType }) => [
    set,
    `${percent.toFixed(1)} %`,
    `${covered}/${mentions}`,
    Object.entries(byType)
      .slice(0, SHOWN_TYPES)
      .map((pair) => pair.join(' '))
      .join(', '),
  ]);
  const parts = [table([head, ...rows])];
  if (shown.length > 0) parts.push('Mentions of the dev gold sets whose title is in the packs:', table(shown));
  else parts.push('Coverage: skipped, the gold sets (../shared/corpora) are not on this machine.');
  return parts.join('\n\n');
}

/** Every name that several records bear, with the records: all become `ambiguous` in the packs. */
export function sharedNamesReport(bearers: NameBearers): string {
  const shared = [...bearers].filter(([, list]) => new Set(list.map(({ card }) => card.id)).size > 1);
  const lines = shared
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => `${name}: ${[...new Set(list.map(({ card }) => card.id))].join(', ')}`);
  return [`${lines.length} names are shared by several records:`, ...lines].join('\n');
}
