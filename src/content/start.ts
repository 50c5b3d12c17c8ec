import { createCardController } from '../ui/card/controller';
import type { CardController } from '../ui/card/types';
import { contextIsAlive, createClient, type Client } from '../messaging/client';
import { dom } from './dom';
import { createMarks, type Marks } from './marks';
import { hasReadableFrame, isFrame, whenReadable } from './frame';
import { servePage, type Turn } from './messages';
import { claimWorld, isStartSkipped, skipNextStart } from './once';
import { createOpener, type Opener } from './opener';
import { createPainter } from './painter';
import { watchPointer } from './pointer';
import { reportOf } from './report';
import { createSession, type Session } from './session';
import { watchAddress, watchText, watchVisibility, type Watcher } from './watch';

const DEFAULT_DWELL_MS = 350;
/** How often a visible page asks whether the extension and its highlights are still there, milliseconds. */
const PULSE_MS = 2_000;

/** What the page runs on; made once, in this order, and ended together. */
type Page = { session: Session; opener: Opener; card: CardController; marks: Marks; watcher: Watcher };

/** Starts Sidelight in this page; does nothing in documents that are no HTML page, and in frames that hold no story. */
export function startPage(): void {
  if (!(document instanceof HTMLDocument) || !dom().contentType().includes('html') || isStartSkipped()) return;
  whenReadable(startHere);
}

function startHere(): void {
  const ending = claimWorld();
  const page = createPage(ending);
  serveMessages(page, ending.signal);
  watchPointer({
    marks: page.marks,
    dwellMs: () => page.session.settings()?.dwellMs ?? DEFAULT_DWELL_MS,
    card: page.card,
    open: page.opener.open,
    leave: () => page.card.close('pointer'),
    signal: ending.signal,
  });
  live(page, ending);
}

function createPage(ending: AbortController): Page {
  const { signal } = ending;
  const client = createClient();
  const marks = createMarks();
  const painter = createPainter(marks);
  // The card asks for things that are made after it; it does so only once it is open.
  const later: { session?: Session; opener?: Opener } = {};
  const card = createCard(client, later, signal);
  const watcher = watchText(
    () => session.isStale(),
    () => void session.update(),
    signal,
  );
  const session = createSession({
    client,
    painter,
    card,
    signal,
    onGone: () => ending.abort(),
    onStart: () => watcher.mark(),
    onNoStory: createFrameRequest(client),
    onRead: (tookMs, foundNew) => watcher.resume(tookMs, foundNew),
  });
  const opener = createOpener(card, marks, painter, session);
  Object.assign(later, { session, opener });
  signal.addEventListener('abort', () => painter.clear());
  return { session, opener, card, marks, watcher };
}

/** Asks once for the content script in the page's frames, where one of them may hold the story. */
function createFrameRequest(client: Client): () => void {
  let asked = isFrame();
  return () => {
    if (asked || !hasReadableFrame()) return;
    asked = true;
    skipNextStart(true);
    client.send('read-frames', {}).catch(() => skipNextStart(false));
  };
}

function createCard(
  client: Client,
  later: { session?: Session; opener?: Opener },
  signal: AbortSignal,
): CardController {
  return createCardController({
    load(entity) {
      const date = later.session?.facts().date;
      return client.send('card', date === undefined ? { entity } : { entity, date });
    },
    onKnown: (entity, known) => quietly(client.send('mark-known', { entity, known })),
    onReject: ({ entity, surface }) =>
      quietly(client.send('reject-link', { entity, surface }).then(() => later.session?.relink())),
    onChoose: ({ surface }, entity) =>
      quietly(client.send('choose-link', { entity, surface }).then(() => later.session?.relink())),
    onClose: () => later.opener?.forgetCurrent(),
    theme: () => later.session?.settings()?.theme ?? 'auto',
    signal,
  });
}

/** A correction that cannot be stored now must not disturb the page; the reader sees that nothing changed. */
function quietly(sent: Promise<unknown>): void {
  sent.catch(() => {});
}

function serveMessages({ session, opener, card, marks }: Page, signal: AbortSignal): void {
  servePage(
    {
      settings(settings) {
        session.apply(settings);
        return null;
      },
      relink() {
        session.relink();
        return null;
      },
      status: () => session.status(),
      report: () => reportOf(session, marks.all()),
      command({ name }) {
        if (name === 'open') opener.openCurrent();
        else if (name === 'close') card.close('button');
        else opener.step(name === 'next' ? 1 : -1);
        return null;
      },
      jump({ entity }) {
        opener.jumpTo(entity);
        return null;
      },
      'annotate-page'({ on }) {
        session.ask(on);
        return null;
      },
    },
    { signal, turn: (name) => turnOf(session, name) },
  );
}

/** A tab's message reaches its frames too, and the first answer counts: that of the document with the story. */
function turnOf(session: Session, name: string): Turn {
  if (session.status().reason !== 'not-an-article' || name === 'settings') return 'now';
  if (isFrame()) return 'never';
  return hasReadableFrame() ? 'late' : 'now';
}

/** Reads while the reader looks, rests while not, and ends when the extension is gone. */
function live({ session, card, marks, watcher }: Page, ending: AbortController): void {
  const { signal } = ending;
  let pulse: ReturnType<typeof setInterval> | undefined;

  function beat(): void {
    if (!contextIsAlive()) ending.abort();
    else marks.repair();
  }
  function show(): void {
    beat();
    if (signal.aborted) return;
    clearInterval(pulse);
    pulse = setInterval(beat, PULSE_MS);
    void session.update();
  }
  function hide(): void {
    clearInterval(pulse);
    watcher.pause();
  }
  signal.addEventListener('abort', hide);
  watchVisibility(show, hide, signal);
  watchAddress(() => {
    card.close('navigation');
    session.navigated();
  }, signal);
  // A page that is loaded ahead or in the background is read when the reader turns to it.
  if (!dom().isHidden()) show();
}
