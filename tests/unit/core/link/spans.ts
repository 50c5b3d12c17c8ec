import { readDocument } from '../../../../src/core/link/document';
import type { LinkBlock, LinkDocument, Span } from '../../../../src/core/link/document';
import { packs } from './linked';

/** The span that stands in brackets ("南[日本]新聞"), in a document of that one paragraph; throws where it is no name. */
export function spanOf(marked: string, lang: string): { document: LinkDocument; block: LinkBlock; span: Span } {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const document = readDocument([{ role: 'paragraph', text }], {}, lang, packs());
  const [block] = document.blocks;
  const span = block?.spans.find((one) => one.start === start && one.end === end);
  if (!block || !span) throw new Error(`no pack knows the name ${text.slice(start, end)}`);
  return { document, block, span };
}
