import type { Mention } from '../core/link/types';
import { dom } from './dom';

/** One underlined mention. */
export type Mark = { mention: Mention; range: StaticRange };

/** Names in the page's highlight registry; the rules for them are in the manifest's style sheet. */
export const MARK_NAMES = { certain: 'note', open: 'note-open', current: 'note-current' } as const;

/** Ranges painted at once; beyond them painting itself begins to cost. */
const MAX_MARKS = 2_000;
/** How often a page may empty the registry before we leave it alone. */
const MAX_REPAIRS = 3;

export type Marks = {
  /** Paints these marks too. */
  add: (added: readonly Mark[]) => void;
  remove: (mark: Mark) => void;
  setCurrent: (mark: Mark | null) => void;
  /** Marks at a node, for the hit test. */
  at: (node: Node) => readonly Mark[];
  all: () => readonly Mark[];
  /** Open shadow trees that marks stand in: without them the browser's caret stops at their hosts. */
  roots: () => ShadowRoot[];
  /** Puts our highlights back when the page removed or replaced them; false once it has done so too often. */
  repair: () => boolean;
  clear: () => void;
};

/** Keeps the painted ranges and an index of them by node. Nothing in the page's tree is touched. */
export function createMarks(): Marks {
  const highlights = { certain: new Highlight(), open: new Highlight(), current: new Highlight() };
  highlights.current.priority = 1;
  const byNode = new Map<Node, Mark[]>();
  const marks = new Set<Mark>();
  const roots = new Set<ShadowRoot>();
  let registered = false;
  let repairs = 0;

  function register(): void {
    for (const kind of ['certain', 'open', 'current'] as const) {
      CSS.highlights.set(MARK_NAMES[kind], highlights[kind]);
    }
    registered = true;
  }
  function highlightOf(mark: Mark): Highlight {
    return mark.mention.alternatives.length > 0 ? highlights.open : highlights.certain;
  }
  return {
    add(added) {
      for (const mark of added.slice(0, MAX_MARKS - marks.size)) {
        const { startContainer, endContainer } = mark.range;
        marks.add(mark);
        highlightOf(mark).add(mark.range);
        // A mention over three or more nodes is still hit at its ends.
        putInto(byNode, startContainer, mark);
        if (endContainer !== startContainer) putInto(byNode, endContainer, mark);
        const root = startContainer.getRootNode();
        if (root instanceof ShadowRoot) roots.add(root);
      }
      // Last, since a registered highlight has the browser look at the page again for each range.
      if (!registered && marks.size > 0) register();
    },
    remove(mark) {
      marks.delete(mark);
      highlightOf(mark).delete(mark.range);
      highlights.current.delete(mark.range);
      dropFrom(byNode, mark.range.startContainer, mark);
      dropFrom(byNode, mark.range.endContainer, mark);
    },
    setCurrent(mark) {
      highlights.current.clear();
      if (mark) highlights.current.add(mark.range);
    },
    at: (node) => byNode.get(node) ?? [],
    all: () => [...marks],
    roots: () => [...roots],
    repair() {
      if (!registered) return true;
      const intact = (['certain', 'open', 'current'] as const).every(
        (kind) => CSS.highlights.get(MARK_NAMES[kind]) === highlights[kind],
      );
      if (intact) return true;
      if (repairs >= MAX_REPAIRS) return false;
      repairs++;
      register();
      return true;
    },
    clear() {
      for (const kind of ['certain', 'open', 'current'] as const) {
        highlights[kind].clear();
        // Only what is ours: the page may have put its own highlight under the same name.
        if (CSS.highlights.get(MARK_NAMES[kind]) === highlights[kind]) CSS.highlights.delete(MARK_NAMES[kind]);
      }
      registered = false;
      marks.clear();
      roots.clear();
      byNode.clear();
    },
  };
}

function putInto(index: Map<Node, Mark[]>, node: Node, mark: Mark): void {
  const list = index.get(node);
  if (list) list.push(mark);
  else index.set(node, [mark]);
}

function dropFrom(index: Map<Node, Mark[]>, node: Node, mark: Mark): void {
  const rest = (index.get(node) ?? []).filter((other) => other !== mark);
  if (rest.length > 0) index.set(node, rest);
  else index.delete(node);
}

/** Client rectangles of a range now. The live range is gone when this returns. */
export function rectsOf(range: StaticRange): DOMRect[] {
  const live = liveRange(range);
  return live ? [...live.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0) : [];
}

/** A live copy for measuring; null when the page no longer holds the text. */
export function liveRange(range: StaticRange): Range | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  const live = new Range();
  try {
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
  } catch {
    return null;
  }
  return live;
}

/** The mark under a client point, found from the caret position there: its cost does not grow with the number of marks. */
export function markAt(marks: Marks, x: number, y: number): Mark | null {
  const caret = dom().caretAt(x, y, marks.roots());
  if (!caret) return null;
  for (const mark of marks.at(caret.offsetNode)) {
    // The caret snaps to the nearest letter, also from the margin: the rectangles decide.
    if (rectsOf(mark.range).some((rect) => covers(rect, x, y))) return mark;
  }
  return null;
}

function covers(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}
