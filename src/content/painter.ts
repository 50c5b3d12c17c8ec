import type { PageSettings } from '../messaging/protocol';
import { nodeOf, rangeOf } from './block';
import { elementAround } from './flat';
import type { Mark, Marks } from './marks';
import { chooseMarks, type Found, type Story } from './story';

/** Keeps the painted marks in step with the story and the settings. */
export type Painter = {
  paint: (story: Story, settings: PageSettings) => void;
  /** Marks in reading order. */
  marks: () => Mark[];
  markOf: (found: Found) => Mark | undefined;
  clear: () => void;
};

export function createPainter(marks: Marks): Painter {
  let byFound = new Map<Found, Mark>();

  return {
    paint(story, settings) {
      const next = new Map<Found, Mark>();
      for (const found of chooseMarks(story.found, settings, isVisible)) {
        const mark = currentMark(byFound.get(found)) ?? createMark(found);
        if (mark) next.set(found, mark);
      }
      for (const [found, mark] of byFound) if (next.get(found) !== mark) marks.remove(mark);
      marks.add([...next].filter(([found, mark]) => byFound.get(found) !== mark).map(([, mark]) => mark));
      byFound = next;
    },
    marks: () => [...byFound.values()],
    markOf: (found) => byFound.get(found),
    clear() {
      byFound = new Map();
      marks.clear();
    },
  };
}

/** The mark while its text is still in the page. */
function currentMark(mark: Mark | undefined): Mark | undefined {
  return mark?.range.startContainer.isConnected && mark.range.endContainer.isConnected ? mark : undefined;
}

function createMark({ block, mention }: Found): Mark | null {
  const range = rangeOf(block, mention.start, mention.end);
  return range && { mention, range };
}

/** Whether the reader can see the mention: asked only of the few mentions that may be marked. */
function isVisible({ block, mention }: Found): boolean {
  const node = nodeOf(block, mention.start);
  const element = node ? elementAround(node) : null;
  if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  // Text for screen readers only is commonly clipped to one pixel.
  const box = block.element.getBoundingClientRect();
  return box.width > 1 && box.height > 1;
}
