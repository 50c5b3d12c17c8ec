import type { CardModel } from '../../core/kb/card';
import type { Candidate } from '../../core/link/types';
import { directionOf } from '../element';
import { listenToWindow } from '../page';
import { createFocusKeeper, focusHeading, isLeaving, type FocusKeeper } from './focus';
import { createShell, type Shell } from './shell';
import { trackPointer, watchSurroundings, type Surroundings } from './surroundings';
import type { CardCloseReason, CardController, CardControllerOptions, CardRequest } from './types';
import { renderCard, renderNotice, type CardActions } from './view';

/** A record that comes within this time is shown at once, without a sign of loading before it, milliseconds. */
const PATIENCE_MS = 150;

const LOADING = 'Looking it up\u2026';
const MISSING = 'No installed pack knows this name any more.';
const FAILED = 'Sidelight could not open this card. Please try again in a moment.';

/** One card in the history of an open card; `model` is there once it has been loaded. */
type Step = { entity: string; name: string; model: CardModel | null; scroll: number };

/** A card that is open, from its opening to its closing. */
type Showing = {
  request: CardRequest;
  shell: Shell;
  focus: FocusKeeper;
  surroundings: Surroundings;
  /** Cards gone through, the one on view last. */
  steps: Step[];
  /** Grows with every card asked for: an answer that comes with an earlier one is late and ignored. */
  token: number;
  ending: AbortController;
};

/**
 * The one card of a page. `close('pointer')` is for a pointer that left: a card that was opened by key or tap, or that
 * has the keyboard, ignores it.
 */
export function createCardController(options: CardControllerOptions): CardController {
  const pointer = trackPointer(options.signal);
  let shell: Shell | null = null;
  let showing: Showing | null = null;

  function shellNow(): Shell {
    return (shell ??= createShell(() => end('tampered')));
  }

  function open(request: CardRequest): void {
    if (options.signal.aborted) return;
    const focus = showing?.focus ?? createFocusKeeper(shellNow());
    if (showing && request.opener !== 'keyboard') focus.giveBack();
    showing?.ending.abort();
    const ending = new AbortController();
    const own = shellNow();
    own.card.dataset.theme = options.theme();
    const surroundings = watchSurroundings(request, own, pointer, end, ending.signal);
    const { entity, name, surface } = request.mention;
    const first: Step = { entity, name: name || surface, model: null, scroll: 0 };
    showing = { request, shell: own, focus, surroundings, steps: [first], token: 0, ending };
    watchKeys(showing, end);
    watchOutside(showing, end);
    load(showing);
  }

  /** Loads the last step's record and shows it, or what there is to say instead. */
  function load(at: Showing): void {
    const step = at.steps.at(-1)!;
    const token = ++at.token;
    const isLate = (): boolean => at.ending.signal.aborted || at.token !== token;
    const waiting = setTimeout(() => !isLate() && show(at, LOADING), PATIENCE_MS);
    options.load(step.entity).then(
      (model) => {
        clearTimeout(waiting);
        step.model = model;
        if (!isLate()) show(at, MISSING);
      },
      () => {
        clearTimeout(waiting);
        if (!isLate()) show(at, FAILED);
      },
    );
  }

  /** Shows the last step; `otherwise` is what to say where it has no record. */
  function show(at: Showing, otherwise: string): void {
    const { shell: own, steps, request, focus } = at;
    const step = steps.at(-1)!;
    const canGoBack = steps.length > 1;
    const hadFocus = focus.isInside();
    const { mention, occurrences, known } = request;
    const isRoot = steps.length === 1;
    const actions = actionsOf(at);
    const parts = step.model
      ? renderCard(
          { model: step.model, mention: isRoot ? { ...mention, occurrences, known } : null, canGoBack },
          actions,
        )
      : renderNotice(step.name, otherwise, canGoBack, actions);
    const isFirst = !own.isShown();
    own.show(request.anchor.container);
    own.card.dir = directionOf(step.model?.line ?? step.name);
    own.card.replaceChildren(...parts);
    at.surroundings.place();
    own.card.scrollTop = step.scroll;
    if (request.opener === 'keyboard' && isFirst) focus.take();
    else if (hadFocus) focusHeading(own);
  }

  function actionsOf(at: Showing): CardActions {
    const { request } = at;
    return {
      close: () => end('button'),
      back() {
        const left = at.steps.pop();
        at.token++;
        show(at, MISSING);
        if (left) focusEntity(at.shell, left.entity);
      },
      follow(entity) {
        const here = at.steps.at(-1);
        if (here) here.scroll = at.shell.card.scrollTop;
        at.steps.push({ entity, name: '', model: null, scroll: 0 });
        load(at);
      },
      jump(occurrence) {
        end('button');
        occurrence.jump();
      },
      know: (known) => {
        at.request = { ...at.request, known };
        options.onKnown(request.mention.entity, known);
      },
      reject() {
        end('button');
        options.onReject(request.mention);
      },
      choose: (candidate) => choose(at, candidate),
    };
  }

  function choose(at: Showing, { entity, name }: Candidate): void {
    const { mention } = at.request;
    options.onChoose(mention, entity);
    const chosen = { ...mention, entity, name, score: 1, alternatives: [] };
    at.request = { ...at.request, mention: chosen, known: false, occurrences: [] };
    at.steps = [{ entity, name, model: null, scroll: 0 }];
    load(at);
  }

  function end(reason: CardCloseReason): void {
    if (!showing) return;
    const { focus, ending, shell: own } = showing;
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

/** Back on a card, the keyboard is where it left it: on the name that was followed. */
function focusEntity({ card, root }: Shell, entity: string): void {
  if (root.activeElement === null) return;
  const names = [...card.querySelectorAll<HTMLElement>('[data-entity]')];
  names.find((name) => name.dataset.entity === entity)?.focus();
}

/** Escape closes wherever the keyboard is; Tab leaves at the ends, back to where the reader was. */
function watchKeys({ shell, focus, ending }: Showing, end: (reason: CardCloseReason) => void): void {
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
  listenToWindow('keydown', onKey, { signal: ending.signal });
}

/** A press anywhere else is the reader turning away. */
function watchOutside({ shell, ending }: Showing, end: (reason: CardCloseReason) => void): void {
  function onPress(event: PointerEvent): void {
    if (event.isTrusted && shell.isShown() && !event.composedPath().includes(shell.host)) end('pointer');
  }
  listenToWindow('pointerdown', onPress, { signal: ending.signal, passive: true });
}
