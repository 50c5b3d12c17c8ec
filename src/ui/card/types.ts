import type { CardModel } from '../../core/kb/card';
import type { Mention } from '../../core/link/types';

/** Where a card belongs on the page. */
export type CardAnchor = {
  /** Client rectangles of the mention now, one a line box; empty when it is gone. */
  rects: () => DOMRect[];
  /** Element that the text stands in; decides the dialog or fullscreen element the host must live in. */
  container: Element;
  dir: 'ltr' | 'rtl';
};

/** One place of the story that mentions the entity. */
export type Occurrence = { before: string; text: string; after: string; jump: () => void };

export type CardOpener = 'pointer' | 'keyboard' | 'touch';

export type CardRequest = {
  mention: Mention;
  anchor: CardAnchor;
  occurrences: Occurrence[];
  opener: CardOpener;
  /** Whether the reader said "I know this" of the entity. */
  known: boolean;
};

export type CardCloseReason = 'escape' | 'pointer' | 'button' | 'navigation' | 'off' | 'gone' | 'tampered';

export type CardControllerOptions = {
  /** The record to show; null when no pack has it any more. Rejects when the worker cannot be reached. */
  load: (entity: string) => Promise<CardModel | null>;
  onKnown: (entity: string, known: boolean) => void;
  /** "Not this": the link was wrong. */
  onReject: (mention: Mention) => void;
  /** "Which one?": the reader chose another candidate. */
  onChoose: (mention: Mention, entity: string) => void;
  onClose: (reason: CardCloseReason) => void;
  theme: () => 'auto' | 'light' | 'dark';
  signal: AbortSignal;
};

/** The one card of a page. Its host is added to the page on the first `open` and removed when `signal` aborts. */
export type CardController = {
  open: (request: CardRequest) => void;
  close: (reason: CardCloseReason) => void;
  isOpen: () => boolean;
  /** Entity of the mention that the card was opened for (not of a related entity reached from it). */
  mention: () => Mention | null;
  /** Whether this client point is inside the card, or on the way to it (bridge between name and card). */
  covers: (x: number, y: number) => boolean;
  /** Says a status once to screen readers ("3 of 27: Horyu Temple"); only on a keyboard command. */
  announce: (text: string) => void;
};
