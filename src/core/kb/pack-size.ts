import { readContainer } from './container';
import { SECTIONS, type SectionName } from './format';

/** Bytes of a pack by section; `total` includes header, directory and padding. */
export type PackSize = { total: number; sections: Record<SectionName, number> };

/** Where the bytes of a pack go. */
export function packSize(bytes: Uint8Array): PackSize {
  const sections = readContainer(bytes);
  const entries = SECTIONS.map((name) => [name, sections[name].bytes.length]);
  return { total: bytes.length, sections: Object.fromEntries(entries) as Record<SectionName, number> };
}

/** What the matcher needs to find a name, without the text of the names themselves. */
export const INDEX_SECTIONS: readonly SectionName[] = ['name-filter', 'name-filter-quiet', 'name-slots'];
