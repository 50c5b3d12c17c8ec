import { listenToWindow } from '../page';
import { createFocusKeeper, isLeaving } from './focus';
import { createShell, type Shell } from './shell';
import { goTo, type Showing } from './showing';
import { removeStaleCards } from './stale';
import { trackPointer, watchSurroundings } from './surroundings';
import type { CardCloseReason, CardController, CardControllerOptions, CardRequest } from './types';

/**
 * The one card of a page. `close('pointer')` is for a pointer that left: a card that was opened by key or tap, or that
 * has the keyboard, ignores it.
 */
export function createCardController(options: CardControllerOptions): CardController {
  removeStaleCards();
  const pointer = trackPointer(options.signal);
  let shell: Shell | null = null;
  let showing: Showing | null = null;
  let ending = new AbortController();

  function shellNow(): Shell {
    return (shell ??= createShell(() => end('tampered')));
  }

  function open(request: CardRequest): void {
    // A pointer that comes back to the name finds its card as it left it.
    const isSame = showing?.mention === request.mention && request.opener === 'pointer';
    if (options.signal.aborted || isSame) return;
    const own = shellNow();
    const focus = showing?.focus ?? createFocusKeeper(own);
    if (request.opener !== 'keyboard') focus.giveBack();
    ending.abort();
    ending = new AbortController();
    const { signal } = ending;
    own.card.dataset.theme = options.theme();
    const surroundings = watchSurroundings(request, own, pointer, end, signal);
    const { mention } = request;
    showing = { options, mention, request, shell: own, focus, surroundings, steps: [], token: 0, signal, end };
    watchKeys(showing);
    watchOutside(showing);
    goTo(showing, mention.entity, mention.name || mention.surface);
  }

  function end(reason: CardCloseReason): void {
    if (!showing) return;
    const { focus, shell: own } = showing;
    showing = null;
    ending.abort();
    focus.giveBack();
    if (reason === 'tampered') dropShell();
    else own.hide();
    options.onClose(reason);
  }

  /** A host that the page touched is not used again. */
  function dropShell(): void {
    shell?.remove();
    shell = null;
  }

  options.signal.addEventListener('abort', () => {
    end('off');
    dropShell();
  });
  return {
    open,
    close(reason) {
      const isPointers = showing?.request.opener === 'pointer' && !showing.focus.isInside();
      if (reason !== 'pointer' || isPointers) end(reason);
    },
    isOpen: () => showing !== null,
    mention: () => showing?.request.mention ?? null,
    covers: (x, y) => showing?.shell.isShown() === true && showing.surroundings.covers(x, y),
    announce: (text) => shellNow().announce(text),
  };
}

/** Escape closes wherever the keyboard is; Tab leaves at the ends, back to where the reader was. */
function watchKeys({ shell, focus, signal, end }: Showing): void {
  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing) return;
    if (event.key === 'Escape') {
      // The card is the topmost thing; the dialog or menu below it stays.
      event.preventDefault();
      event.stopImmediatePropagation();
      end('escape');
    } else if (event.key === 'Tab' && focus.isInside() && isLeaving(shell, event)) {
      if (event.shiftKey) event.preventDefault();
      end('escape');
    }
  }
  listenToWindow('keydown', onKey, { signal });
}

/** A press anywhere else is the reader turning away. */
function watchOutside({ shell, signal, end }: Showing): void {
  function onPress(event: PointerEvent): void {
    if (event.isTrusted && shell.isShown() && !event.composedPath().includes(shell.host)) end('pointer');
  }
  listenToWindow('pointerdown', onPress, { signal, passive: true });
}
