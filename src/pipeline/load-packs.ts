import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openPack } from '../core/kb/open-pack';
import type { Pack } from '../core/kb/pack';
import { PACKS_FOLDER, buildPacks } from './build-packs';

/** The bundled packs as the extension ships them, built first when their sources changed. */
export function loadBundledPacks(report: (line: string) => void): Pack[] {
  buildPacks(report);
  const index: unknown = JSON.parse(readFileSync(path.join(PACKS_FOLDER, 'index.json'), 'utf8'));
  const files = Array.isArray(index) ? index.map(String) : [];
  return files.map((file) => openPack(new Uint8Array(readFileSync(path.join(PACKS_FOLDER, file)))));
}
