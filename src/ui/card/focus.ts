import { activeElement } from '../page';
import type { Shell } from './shell';

const FOCUSABLE = 'a[href], button, summary';

/** Where the keyboard was before a card took it, to give it back. */
export type FocusKeeper = {
  /** Moves the keyboard into the card, to its heading. */
  take: () => void;
  /** Gives it back to what had it before, if it is in the card now. */
  giveBack: () => void;
  isInside: () => boolean;
};

export function createFocusKeeper(shell: Shell): FocusKeeper {
  let before: Element | null = null;
  const isInside = (): boolean => shell.root.activeElement !== null;
  return {
    isInside,
    take() {
      if (!isInside()) before = activeElement();
      focusHeading(shell);
    },
    giveBack() {
      if (!isInside()) return;
      const inside = shell.root.activeElement;
      if (before instanceof HTMLElement && before.isConnected && before !== shell.host) {
        before.focus({ preventScroll: true });
      }
      if (isInside() && inside instanceof HTMLElement) inside.blur();
      before = null;
    },
  };
}

/** Keyboard users hear and see the name of the card they are now in. */
export function focusHeading({ card }: Shell): void {
  (card.querySelector<HTMLElement>('#name') ?? card).focus({ preventScroll: true });
}

/** Whether Tab would leave the card: forward from its last control, or back from its first or its heading. */
export function isLeaving(shell: Shell, event: KeyboardEvent): boolean {
  const controls = [...shell.card.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.checkVisibility());
  const at = shell.root.activeElement;
  if (!at) return false;
  if (!event.shiftKey) return at === controls.at(-1);
  const first = controls[0];
  return at === first || at === shell.card || first === undefined;
}
