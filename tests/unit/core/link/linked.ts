import { loadBundledPacks } from '../../../../src/pipeline/load-packs';
import { linkDocument } from '../../../../src/core/link/link-document';
import type { Block, DocumentFacts, Mention } from '../../../../src/core/link/types';
import type { Pack } from '../../../../src/core/kb/pack';

let opened: Pack[] | null = null;

/** The packs that ship, opened once a test file. */
export function packs(): Pack[] {
  opened ??= loadBundledPacks(() => {});
  return opened;
}

/** Links a text with the packs that ship; blocks are separated by a blank line, `# ` starts a headline. */
export function link(text: string, facts: DocumentFacts = { date: '2026-01-13' }): Mention[] {
  const blocks = text
    .split('\n\n')
    .map((part): Block =>
      part.startsWith('# ') ? { role: 'headline', text: part.slice(2) } : { role: 'paragraph', text: part },
    );
  return linkDocument({ blocks, facts }, packs()).mentions;
}

/** Entity that the last mention of exactly this surface is linked to; null when it is linked to nothing. */
export function entityOf(text: string, surface: string, facts?: DocumentFacts): string | null {
  return link(text, facts).findLast((mention) => mention.surface === surface)?.entity ?? null;
}
