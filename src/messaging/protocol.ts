import type { CardModel } from '../core/kb/card';
import type { Block, DocumentFacts, Mention } from '../core/link/types';

/**
 * The contract between the contexts: one map per direction, message name to [payload, reply]. Every receiver checks the
 * payload with the guard of the same name (guards.ts) and the sender (server.ts). Payloads and replies are JSON.
 */

/** A mention that an earlier answer for the same document gave; lets the worker forget everything between messages. */
export type KnownMention = { entity: string; surface: string };

export type AnnotateRequest = {
  blocks: Block[];
  facts: DocumentFacts;
  /** What was linked in earlier blocks of this document; empty for its first request. */
  known: KnownMention[];
};
export type AnnotateReply = { mentions: Mention[]; lang: string };

/** Why a page is not annotated. */
export type OffReason = 'site-off' | 'all-off' | 'paused' | 'not-an-article' | 'no-names' | 'unsupported';

/** What the content script needs to know of the reader's settings, complete with defaults. */
export type PageSettings = {
  enabled: boolean;
  reason: OffReason | null;
  /** Milliseconds the pointer rests on a name before its card opens. */
  dwellMs: number;
  /** Underline countries and other names that most readers know. */
  underlineFamiliar: boolean;
  /** Underline every mention, not just the first. */
  everyMention: boolean;
  /** Entities the reader said "I know this" of: listed, not underlined. */
  knownEntities: string[];
  theme: 'auto' | 'light' | 'dark';
};

/** One row of the list of names on a page, in reading order. */
export type PageName = {
  entity: string;
  name: string;
  line: string;
  type: string;
  count: number;
  underlined: boolean;
};

export type PageStatus = { url: string; state: 'on' | 'off'; reason: OffReason | null; names: PageName[] };

export type SiteState = {
  /** Host that the switch speaks of, null where the page has none. */
  host: string | null;
  siteEnabled: boolean;
  allEnabled: boolean;
  /** Epoch milliseconds until which Sidelight pauses, 0 when it does not. */
  pausedUntil: number;
};

/** Content script (or an extension page) to worker. */
export type ToWorker = {
  'page-settings': [Record<string, never>, PageSettings];
  annotate: [AnnotateRequest, AnnotateReply];
  card: [{ entity: string; date?: string }, CardModel | null];
  /** The one-line descriptions of entities, by id; ids that no pack has are left out. */
  lines: [{ entities: string[] }, Record<string, string>];
  /** The number of names on the page, for the badge. */
  count: [{ names: number }, null];
  /** The page has no story of its own but large frames: asks for the content script in them. */
  'read-frames': [Record<string, never>, null];
  /** The reader's "I know this" (toggle) and "not this" on a card. */
  'mark-known': [{ entity: string; known: boolean }, null];
  'reject-link': [{ entity: string; surface: string }, null];
  'choose-link': [{ entity: string; surface: string }, null];
};

/** Extension page (popup, options) to worker; refused from content scripts. */
export type ToWorkerFromPages = {
  'site-state': [{ url: string }, SiteState];
  'set-site': [{ url: string; enabled: boolean }, SiteState];
  'set-all': [{ enabled: boolean }, SiteState];
  pause: [{ minutes: number }, SiteState];
  packs: [Record<string, never>, PackSummary[]];
  /** A pack was added or removed: the worker looks at its packs anew. */
  'packs-changed': [Record<string, never>, PackSummary[]];
};

export type PackSummary = {
  id: string;
  name: string;
  version: string;
  licence: string;
  notice: string;
  attribution: string;
  asOf: string;
  entities: number;
  /** Empty when the pack works, else why it was put aside. */
  problem: string;
  /** The reader added it; it did not come with Sidelight. */
  installed: boolean;
};

/** One linked mention as `npm start -- --report` writes it. */
export type ReportMark = {
  text: string;
  entity: string;
  name: string;
  /** English Wikipedia title, null where there is none. */
  title: string | null;
  line: string;
  /** Some words around the mention. */
  context: string;
  underlined: boolean;
  source: string;
};

/** What was found on a page, for developers; asked for by extension pages only. `timing` in milliseconds. */
export type PageReport = {
  url: string;
  title: string;
  lang: string;
  date: string | null;
  isArticle: boolean;
  /** Nothing is waiting: the text that is there has been read and linked. */
  settled: boolean;
  /** The story's text as it was read. */
  blocks: Block[];
  /** Every linked mention in reading order. */
  marks: ReportMark[];
  timing: Record<string, number>;
};

/** Worker or popup to the content script of a tab. */
export type ToPage = {
  /** Settings changed: apply them without reload. */
  settings: [PageSettings, null];
  /** Other packs are at work: link the page anew. */
  relink: [Record<string, never>, null];
  /** Popup asks what is on the page. */
  status: [Record<string, never>, PageStatus];
  /** Keyboard command. */
  command: [{ name: 'next' | 'previous' | 'open' | 'close' }, null];
  /** Popup list: go to the first mention of this entity and open its card. */
  jump: [{ entity: string }, null];
  report: [Record<string, never>, PageReport];
  /** The reader asks for (or takes back) this page, whatever the article test says. */
  'annotate-page': [{ on: boolean }, null];
};

export type Payload<M, K extends keyof M> = M[K] extends [infer P, unknown] ? P : never;
export type Reply<M, K extends keyof M> = M[K] extends [unknown, infer R] ? R : never;

/** Every answer travels as a result, since an `Error` does not survive every browser's message channel. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: string };
