import type { Block, BlockRole } from '../core/link/types';
import { isSpace, rawOffset, squeeze } from './text';
import type { Run } from './walk';

/** A run as it was sent to the worker, with what is needed to find any of its characters in the page again. */
export type PageBlock = Block & {
  nodes: Text[];
  datas: string[];
  /** Offset in `text` at which each node's text starts. */
  starts: number[];
  /** Whether each node's text is in the block as it stands, so that offsets in both are alike. */
  plain: boolean[];
  element: Element;
};

/** The run's text, squeezed, with the map back to its nodes. */
export function createBlock(run: Run, role: BlockRole): PageBlock {
  const starts: number[] = [];
  const plain: boolean[] = [];
  let text = '';
  let line = 0;
  for (let i = 0; i < run.nodes.length; i++) {
    if (run.lines[line] === i) {
      line++;
      if (!endsInSpace(text)) text += ' ';
    }
    starts.push(text.length);
    const data = run.datas[i] ?? '';
    const piece = squeeze(data, endsInSpace(text));
    plain.push(piece === data);
    text += piece;
  }
  // Trailing white space belongs to no word; offsets before it stay valid.
  return { text: text.trimEnd(), role, nodes: run.nodes, datas: run.datas, starts, plain, element: run.place.element };
}

function endsInSpace(text: string): boolean {
  return text.length === 0 || isSpace(text.charCodeAt(text.length - 1));
}

/** Where the characters `start` to `end` of the block stand now; null when the page changed one of their nodes. */
export function rangeOf(block: PageBlock, start: number, end: number): StaticRange | null {
  const first = nodeAt(block, start, 'start');
  const last = nodeAt(block, end, 'end');
  for (let i = first; i <= last; i++) {
    const node = block.nodes[i];
    if (!node?.isConnected || !sameText(node.data, block.datas[i] ?? '')) return null;
  }
  const startContainer = block.nodes[first];
  const endContainer = block.nodes[last];
  if (!startContainer || !endContainer) return null;
  return new StaticRange({
    startContainer,
    startOffset: offsetIn(block, first, start, 'start'),
    endContainer,
    endOffset: offsetIn(block, last, end, 'end'),
  });
}

/** The node that held the character at this offset when the block was read. */
export function nodeOf(block: PageBlock, offset: number): Text | undefined {
  return block.nodes[nodeAt(block, offset, 'start')];
}

const LONG_NODE = 100_000;

/** Very long nodes are read only up to a bound. */
function sameText(now: string, then: string): boolean {
  return now === then || (then.length >= LONG_NODE && now.length > then.length && now.startsWith(then));
}

function offsetIn(block: PageBlock, index: number, offset: number, side: 'start' | 'end'): number {
  const start = block.starts[index] ?? 0;
  if (block.plain[index]) return offset - start;
  const afterSpace = start === 0 || isSpace(block.text.charCodeAt(start - 1));
  return rawOffset(block.datas[index] ?? '', afterSpace, offset - start, side);
}

/** Index of the node that holds the character at (`start`) or before (`end`) this offset. */
function nodeAt(block: PageBlock, offset: number, side: 'start' | 'end'): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = block.starts[middle] ?? 0;
    if (side === 'start' ? start <= offset : start < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
