import type { CardModel } from '../../core/kb/card';
import type { Candidate, Mention } from '../../core/link/types';
import { directionOf } from '../element';
import { focusHeading, type FocusKeeper } from './focus';
import type { Shell } from './shell';
import type { Surroundings } from './surroundings';
import type { CardCloseReason, CardControllerOptions, CardRequest } from './types';
import { renderCard, renderNotice, type CardActions } from './view';

/** A record that comes within this time is shown at once, without a sign of loading before it, milliseconds. */
const PATIENCE_MS = 150;

const LOADING = 'Looking it up\u2026';
const MISSING = 'No installed pack knows this name any more.';
const FAILED = 'Sidelight could not open this card. Please try again in a moment.';

/** One card in the history of an open card; `model` is there once it has been loaded. */
type Step = { entity: string; name: string; model: CardModel | null; scroll: number };

/** A card that is open, from its opening to its closing. */
export type Showing = {
  options: CardControllerOptions;
  /** As the card was opened; that of `request` changes when the reader chooses another meaning. */
  mention: Mention;
  request: CardRequest;
  shell: Shell;
  focus: FocusKeeper;
  surroundings: Surroundings;
  /** Cards gone through, the one on view last. */
  steps: Step[];
  /** Grows with every card asked for: an answer that comes with an earlier one is late and ignored. */
  token: number;
  /** Aborts when the card closes. */
  signal: AbortSignal;
  end: (reason: CardCloseReason) => void;
};

/** Goes to an entity's card: as the first one, or on top of those that Back returns to. */
export function goTo(at: Showing, entity: string, name: string): void {
  const here = at.steps.at(-1);
  if (here) here.scroll = at.shell.card.scrollTop;
  at.steps.push({ entity, name, model: null, scroll: 0 });
  load(at);
}

/** Loads the last step's record and shows it, or what there is to say instead. */
function load(at: Showing): void {
  const step = at.steps.at(-1);
  if (!step) return;
  const token = ++at.token;
  const isLate = (): boolean => at.signal.aborted || at.token !== token;
  const waiting = setTimeout(() => !isLate() && show(at, LOADING), PATIENCE_MS);
  at.options.load(step.entity).then(
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
  const { shell, steps, request, focus } = at;
  const step = steps.at(-1);
  if (!step) return;
  const hadFocus = focus.isInside();
  const isFirst = !shell.isShown();
  shell.show(request.anchor.container);
  shell.card.dir = directionOf(step.model?.line ?? step.name);
  shell.card.replaceChildren(...render(at, step, otherwise));
  at.surroundings.place();
  shell.card.scrollTop = step.scroll;
  if (request.opener === 'keyboard' && isFirst) focus.take();
  else if (hadFocus) focusHeading(shell);
}

function render(at: Showing, { model, name }: Step, otherwise: string): HTMLElement[] {
  const { mention, occurrences, known } = at.request;
  const canGoBack = at.steps.length > 1;
  const actions = actionsOf(at);
  if (!model) return renderNotice(name, otherwise, canGoBack, actions);
  const own = canGoBack ? null : { ...mention, occurrences, known };
  return renderCard({ model, mention: own, canGoBack }, actions);
}

function actionsOf(at: Showing): CardActions {
  const { options, request } = at;
  return {
    close: () => at.end('button'),
    back: () => back(at),
    follow: (entity) => goTo(at, entity, ''),
    jump(occurrence) {
      at.end('button');
      occurrence.jump();
    },
    know(known) {
      at.request = { ...at.request, known };
      options.onKnown(request.mention.entity, known);
    },
    reject() {
      at.end('button');
      options.onReject(request.mention);
    },
    choose: (candidate) => choose(at, candidate),
  };
}

function back(at: Showing): void {
  const left = at.steps.pop();
  at.token++;
  show(at, MISSING);
  if (left) focusEntity(at.shell, left.entity);
}

/** The reader says which one is meant: its card takes the place of the one that was shown. */
function choose(at: Showing, { entity, name }: Candidate): void {
  const { mention } = at.request;
  at.options.onChoose(mention, entity);
  const chosen = { ...mention, entity, name, score: 1, alternatives: [] };
  at.request = { ...at.request, mention: chosen, known: false, occurrences: [] };
  at.steps = [];
  goTo(at, entity, name);
}

/** Back on a card, the keyboard is where it left it: on the name that was followed. */
function focusEntity({ card, root }: Shell, entity: string): void {
  if (root.activeElement === null) return;
  const names = [...card.querySelectorAll<HTMLElement>('[data-entity]')];
  names.find((name) => name.dataset.entity === entity)?.focus();
}
