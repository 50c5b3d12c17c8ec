import type { Pack } from '../core/kb/pack';
import { linkDocument } from '../core/link/link-document';
import type { DocumentFacts, Mention } from '../core/link/types';
import { blocksOfText } from './text-blocks';

/** A link in a plain text; offsets are UTF-16 into the whole text. */
export type TextMention = {
  start: number;
  end: number;
  surface: string;
  entity: string;
  title: string | null;
  qid?: string;
  score: number;
  source: Mention['source'];
};

/** Links a plain text with the code that the extension ships. */
export function annotateText(text: string, facts: DocumentFacts, packs: readonly Pack[]): TextMention[] {
  const blocks = blocksOfText(text);
  const { mentions } = linkDocument({ blocks: blocks.map(({ text: t, role }) => ({ text: t, role })), facts }, packs);
  return mentions.map(({ block, start, end, surface, entity, title, qid, score, source }) => {
    const offset = blocks[block]?.offset ?? 0;
    return {
      start: offset + start,
      end: offset + end,
      surface,
      entity,
      title,
      ...(qid === null ? {} : { qid }),
      score,
      source,
    };
  });
}
