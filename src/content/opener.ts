import type { CardAnchor, CardController, CardOpener, Occurrence } from '../ui/card/types';
import { dom } from './dom';
import { elementAround } from './flat';
import { rectsOf, type Mark, type Marks } from './marks';
import type { Painter } from './painter';
import { rangeOf } from './block';
import type { Session } from './session';
import type { Found } from './story';

/** Characters of context on each side of an occurrence in the card's list. */
const CONTEXT = 48;
const MAX_OCCURRENCES = 100;

/** Opens the card for marks, steps through them and jumps to them. */
export type Opener = {
  open: (mark: Mark, by: CardOpener) => void;
  /** Goes to the next (1) or previous (-1) underlined name and says which it is. */
  step: (direction: 1 | -1) => void;
  openCurrent: () => void;
  jumpTo: (entity: string) => void;
  forgetCurrent: () => void;
};

export function createOpener(card: CardController, marks: Marks, painter: Painter, session: Session): Opener {
  let current: Mark | null = null;

  function setCurrent(mark: Mark | null): void {
    current = mark;
    marks.setCurrent(mark);
  }

  function open(mark: Mark, by: CardOpener): void {
    const { mention } = mark;
    const known = session.settings()?.knownEntities.includes(mention.entity) ?? false;
    card.open({ mention, anchor: anchorOf(mark.range), occurrences: occurrences(mention.entity), opener: by, known });
  }

  function occurrences(entity: string): Occurrence[] {
    const all = session.story().found.filter(({ mention }) => mention.entity === entity);
    return all.slice(0, MAX_OCCURRENCES).map((found) => ({ ...contextOf(found), jump: () => jump(found) }));
  }

  function jump(found: Found): void {
    const range = rangeOf(found.block, found.mention.start, found.mention.end);
    if (!range) return;
    scrollTo(range);
    setCurrent(painter.markOf(found) ?? { mention: found.mention, range });
  }

  function goTo(mark: Mark): void {
    setCurrent(mark);
    scrollTo(mark.range);
  }

  return {
    open,
    step(direction) {
      const all = painter.marks().filter(({ range }) => rectsOf(range).length > 0);
      if (all.length === 0) return;
      const from = current ? all.indexOf(current) : -1;
      const start = from >= 0 ? from : firstInView(all) - (direction > 0 ? 1 : 0);
      const index = (start + direction + all.length) % all.length;
      const mark = all[index];
      if (!mark) return;
      const wasOpen = card.isOpen();
      goTo(mark);
      if (wasOpen) open(mark, 'keyboard');
      else card.announce(`${index + 1} of ${all.length}: ${mark.mention.name}`);
    },
    openCurrent() {
      const all = painter.marks();
      const mark = (current && painter.marks().includes(current) ? current : null) ?? all[firstInView(all)];
      if (!mark) return;
      goTo(mark);
      open(mark, 'keyboard');
    },
    jumpTo(entity) {
      const mark = painter.marks().find(({ mention }) => mention.entity === entity);
      const found = session.story().found.find(({ mention }) => mention.entity === entity);
      if (mark) {
        goTo(mark);
        open(mark, 'keyboard');
      } else if (found) {
        jump(found);
        if (current) open(current, 'keyboard');
      }
    },
    forgetCurrent: () => setCurrent(null),
  };
}

/** Index of the first mark at or below the top of the window; 0 when all are above. */
function firstInView(marks: readonly Mark[]): number {
  const index = marks.findIndex(({ range }) => (rectsOf(range)[0]?.bottom ?? -1) >= 0);
  return Math.max(index, 0);
}

function contextOf({ block, mention }: Found): { before: string; text: string; after: string } {
  return {
    before: block.text.slice(Math.max(0, mention.start - CONTEXT), mention.start),
    text: block.text.slice(mention.start, mention.end),
    after: block.text.slice(mention.end, mention.end + CONTEXT),
  };
}

function anchorOf(range: StaticRange): CardAnchor {
  const container = elementAround(range.startContainer) ?? dom().rootOf(document)!;
  const dir = getComputedStyle(container).direction === 'rtl' ? 'rtl' : 'ltr';
  return { rects: () => rectsOf(range), container, dir };
}

/** Brings the text to the middle of the window, the way the page itself scrolls. */
function scrollTo(range: StaticRange): void {
  const rect = rectsOf(range)[0];
  if (rect && rect.top >= 0 && rect.bottom <= innerHeight) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'auto';
  const element = elementAround(range.startContainer);
  if (element) Element.prototype.scrollIntoView.call(element, { block: 'center', behavior });
}
