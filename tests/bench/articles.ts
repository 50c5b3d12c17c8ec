import { readFileSync } from 'node:fs';
import type { Block } from '../../src/core/link/types';

/** Paragraphs of the demo story over and over, up to this many words: real density of names, any length. */
export function articleBlocks(words: number): Block[] {
  const html = readFileSync('assets/demo/story.html', 'utf8');
  const article = html.slice(html.indexOf('<article>'), html.indexOf('</article>'));
  const paragraphs = [...article.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((match) =>
    (match[1] ?? '')
      .replace(/<[^>]+>/g, '')
      .replace(/&nbsp;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const blocks: Block[] = [];
  for (let count = 0, i = 0; count < words; i++) {
    const text = paragraphs[i % paragraphs.length] ?? '';
    blocks.push({ text, role: 'paragraph' });
    count += text.split(' ').length;
  }
  return blocks;
}
