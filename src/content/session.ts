import type { CardController } from '../ui/card/types';
import type { DocumentFacts, Mention } from '../core/link/types';
import { ContextGoneError, type Client } from '../messaging/client';
import type { OffReason, PageSettings, PageStatus } from '../messaging/protocol';
import { findArticle, wholePage } from './article';
import { createBlock, type PageBlock } from './block';
import { dom } from './dom';
import { pageFacts } from './facts';
import type { Painter } from './painter';
import { runSliced } from './slices';
import { addToStory, createStory, dropBlocks, knownMentions, namesOf, sortStory, type Story } from './story';
import type { Run } from './walk';

/** Characters of one story that are linked; an endless page stops growing here. */
const MAX_STORY = 500_000;
/** Characters in one request. */
const MAX_REQUEST = 100_000;
const MAX_KNOWN = 500;
/** Readings of a page that turned out to be no article, until the reader navigates. */
const MAX_TRIES = 8;

export type SessionOptions = {
  client: Client;
  painter: Painter;
  card: CardController;
  signal: AbortSignal;
  /** The extension is gone: everything must end, quietly. */
  onGone: () => void;
  onStart: () => void;
  /** The page was read and has no story. */
  onNoStory: () => void;
  /** A reading ended after this much time of ours, milliseconds. */
  onRead: (tookMs: number, foundNew: boolean) => void;
};

export type Session = {
  /** Reads the page and links what is new. Calls while one runs are joined into one more. */
  update: () => Promise<void>;
  apply: (settings: PageSettings) => void;
  /** The reader asks for this page or takes it back. */
  ask: (on: boolean) => void;
  /** The address changed without a load. */
  navigated: () => void;
  status: () => PageStatus;
  story: () => Story;
  facts: () => DocumentFacts;
  settings: () => PageSettings | null;
  /** Language that the worker read the story as; empty before its first answer. */
  lang: () => string;
  isReading: () => boolean;
  /** What the last reading took, in milliseconds. */
  timing: () => Record<string, number>;
  /** Whether text of the story left the page or was changed since it was read. */
  isStale: () => boolean;
  /** Links the whole page anew, after the reader corrected a link or changed the packs; one without a name may have some now. */
  relink: () => void;
};

export function createSession(options: SessionOptions): Session {
  const { client, painter, card, signal } = options;
  let story = createStory();
  let settings: PageSettings | null = null;
  let facts: DocumentFacts = {};
  let asked: boolean | null = null;
  let reason: OffReason | null = 'not-an-article';
  let tries = 0;
  let running = false;
  let again = false;
  let counted = -1;
  let language = '';
  const timing: Record<string, number> = {};

  async function update(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    let foundNew: boolean | null = false;
    try {
      do {
        again = false;
        options.onStart();
        foundNew = await readOnce();
      } while (again && !signal.aborted);
    } catch (error) {
      if (error instanceof ContextGoneError) options.onGone();
      // Else the worker could not answer this time; the next change of the page asks again.
    } finally {
      running = false;
      if (foundNew !== null) options.onRead(timing.read ?? 0, foundNew);
    }
  }

  /** Whether anything new was found; null when the page is not to be watched further. */
  async function readOnce(): Promise<boolean | null> {
    const body = dom().bodyOf(document);
    if (!body || asked === false || tries > MAX_TRIES || dom().isHidden()) return null;
    const before = performance.now();
    const article = await runSliced(asked ? wholePage(body) : findArticle(body), signal);
    if (article === undefined) return null;
    timing.read = performance.now() - before;
    if (!article) {
      tries++;
      turnOff('not-an-article');
      options.onNoStory();
      return false;
    }
    tries = 0;
    // The first message of a page goes out here, after it is known to be an article.
    settings ??= await client.send('page-settings', {});
    if (signal.aborted || !settings.enabled) {
      turnOff(settings.reason);
      return null;
    }
    return take(article.parts);
  }

  /** Brings the story in step with the page: keeps what stands, drops what went, links what came. */
  async function take(parts: { run: Run; role: PageBlock['role'] }[]): Promise<boolean> {
    const old = new Map(story.blocks.map((block) => [block.nodes[0], block]));
    const kept = new Set<PageBlock>();
    const fresh: PageBlock[] = [];
    const order: PageBlock[] = [];
    let characters = 0;
    for (const { run, role } of parts) {
      characters += run.length;
      if (characters > MAX_STORY) break;
      const same = old.get(run.nodes[0]);
      const block = same && holds(same, run) ? same : createBlock(run, role);
      if (block === same) kept.add(block);
      else fresh.push(block);
      order.push(block);
    }
    if (reason === null && fresh.length === 0 && kept.size === story.blocks.length) return false;
    dropBlocks(story, new Set(story.blocks.filter((block) => !kept.has(block))));
    if (kept.size === 0) facts = pageFacts(document);
    reason = null;
    show();
    for (const blocks of batches(fresh)) await link(blocks, order);
    if (story.found.length === 0) reason = 'no-names';
    return fresh.length > 0;
  }

  async function link(blocks: PageBlock[], order: readonly PageBlock[]): Promise<void> {
    const target = story;
    const payload = {
      blocks: blocks.map(({ text, role }) => ({ text, role })),
      facts,
      known: knownMentions(story, MAX_KNOWN),
    };
    const before = performance.now();
    const { mentions, lang } = await client.send('annotate', payload);
    timing.answer = performance.now() - before;
    language = lang;
    // The reader may have switched off or moved on while the worker was thinking.
    if (signal.aborted || target !== story || reason !== null) return;
    addToStory(story, blocks, mentions);
    sortStory(story, order);
    show();
    await describe(client, mentions);
  }

  function show(): void {
    if (!settings) return;
    const before = performance.now();
    painter.paint(story, settings);
    timing.paint = performance.now() - before;
    count(new Set(story.found.map(({ mention }) => mention.entity)).size);
  }

  function count(names: number): void {
    if (names === counted) return;
    counted = names;
    client.send('count', { names }).catch((error: unknown) => {
      if (error instanceof ContextGoneError) options.onGone();
    });
  }

  function turnOff(why: OffReason | null): void {
    reason = why;
    if (story.blocks.length === 0) return;
    forget();
    card.close('off');
    count(0);
  }

  function forget(): void {
    story = createStory();
    painter.clear();
  }

  return {
    update,
    apply(next) {
      const wasOn = settings?.enabled === true;
      if (settings === null && asked !== true && reason === 'not-an-article') return;
      settings = next;
      if (!next.enabled) turnOff(next.reason);
      else if (wasOn && story.blocks.length > 0) show();
      else void update();
    },
    ask(on) {
      asked = on;
      tries = 0;
      if (on) void update();
      else turnOff('not-an-article');
    },
    navigated() {
      asked = null;
      tries = 0;
      void update();
    },
    status: () => {
      const names = namesOf(story, (entity) => painter.marks().some(({ mention }) => mention.entity === entity));
      return { url: location.href, state: reason === null ? 'on' : 'off', reason, names };
    },
    story: () => story,
    isStale: () => story.blocks.some((block) => !stands(block)),
    facts: () => facts,
    settings: () => settings,
    lang: () => language,
    isReading: () => running || (settings === null && tries === 0),
    timing: () => ({ ...timing }),
    relink() {
      if (reason !== null && reason !== 'no-names') return;
      forget();
      void update();
    },
  };
}

/** Fetches what each entity is, for lists and choices; after the underlines, since nobody waits for it. */
async function describe(client: Client, mentions: readonly Mention[]): Promise<void> {
  const named = mentions.flatMap((mention) => [mention, ...mention.alternatives]);
  const lines = new Map(
    Object.entries(await client.send('lines', { entities: [...new Set(named.map(({ entity }) => entity))] })),
  );
  for (const item of named) item.line = lines.get(item.entity) ?? '';
}

/** Whether the block's text is in the page as it was read. */
function stands(block: PageBlock): boolean {
  return block.nodes.every((node, i) => node.isConnected && node.length >= (block.datas[i]?.length ?? 0));
}

/** Whether the run is the block that was linked before: the same nodes with the same text. */
function holds(block: PageBlock, run: Run): boolean {
  if (block.nodes.length !== run.nodes.length) return false;
  return run.nodes.every((node, i) => node === block.nodes[i] && run.datas[i] === block.datas[i]);
}

/** Splits into requests of bounded size; a usual article is one. */
function* batches(blocks: PageBlock[]): Generator<PageBlock[]> {
  let batch: PageBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    if (size + block.text.length > MAX_REQUEST && batch.length > 0) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(block);
    size += block.text.length;
  }
  if (batch.length > 0) yield batch;
}
