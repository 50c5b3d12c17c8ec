import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { PartialDate, Source, Tier } from '../core/kb/record';
import { readBriefTable } from './brief-table';
import { parseCard } from './card-schema';
import type { Card } from './card-schema';
import { readCardSource } from './card-source';
import type { SourceProblem } from './source-error';

/** `pack.yaml` of a pack's folder: the manifest without what the compiler knows itself. */
export type PackDescription = {
  id: string;
  name: string;
  version: string;
  tier: number;
  languages: string[];
  licence: string;
  notice: string;
  attribution: string;
  asOf: PartialDate;
  /** Articles that facts with `src: article` refer to (the first), with the hash of the text they were read from. */
  articles: (Source & { sha256?: string })[];
};

/** One pack's sources, read but not yet checked against each other. */
export type PackSource = { folder: string; description: PackDescription; cards: { card: Card; tier: Tier }[] };

const REQUIRED = ['id', 'name', 'version', 'licence', 'notice', 'attribution', 'asOf'] as const;

/**
 * Reads a pack's folder: `pack.yaml`, cards as `**\/*.md` (full) and tables as `**\/*.tsv` (brief), in the order of their
 * names so that the result does not depend on the file system.
 */
export function readPackSource(folder: string, problems: SourceProblem[]): PackSource {
  const description = readDescription(path.join(folder, 'pack.yaml'), problems);
  const cards: PackSource['cards'] = [];
  for (const file of filesBelow(folder)) {
    const shown = path.relative(process.cwd(), file);
    if (file.endsWith('.md') && path.basename(file) !== 'README.md') {
      const source = readCardSource(shown, readFileSync(file, 'utf8'), problems);
      if (source) cards.push({ card: parseCard(source, problems), tier: 'full' });
    } else if (file.endsWith('.tsv')) {
      const rows = readBriefTable(shown, readFileSync(file, 'utf8'), problems);
      cards.push(...rows.map((card) => ({ card, tier: 'brief' as const })));
    }
  }
  return { folder, description, cards };
}

function readDescription(file: string, problems: SourceProblem[]): PackDescription {
  const fields: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
  const shown = path.relative(process.cwd(), file);
  if (typeof fields !== 'object' || fields === null) {
    problems.push({ file: shown, line: 1, message: 'expected the description of a pack, found none' });
    return emptyDescription();
  }
  for (const key of REQUIRED) {
    if (typeof (fields as Record<string, unknown>)[key] !== 'string') {
      problems.push({ file: shown, line: 1, message: `${key}: expected text` });
    }
  }
  return { ...emptyDescription(), ...fields };
}

function emptyDescription(): PackDescription {
  return {
    id: '', name: '', version: '', tier: 1, languages: ['en'], licence: '', notice: '', attribution: '', asOf: '',
    articles: [],
  }; // prettier-ignore
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
