import type { Settings } from '../../settings/schema';

/** What the options page shows of a pack. */
export type PackRow = {
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

/** Everything the options page needs of the outside; the entry point connects it to the browser. */
export type OptionsPorts = {
  load: () => Promise<Settings>;
  change: (change: (settings: Settings) => Partial<Settings>) => Promise<Settings>;
  /** Calls back when settings change anywhere, until the signal aborts. */
  onChange: (listener: () => void, signal: AbortSignal) => void;
  /** Believes what is valid of stored settings and names the keys that are not. */
  check: (stored: Record<string, unknown>) => { settings: Settings; damaged: string[] };
  packs: () => Promise<PackRow[]>;
  /**
   * Adds a pack from a file, telling in words how far it is; resolves with the pack's name or with the reason, a
   * sentence, why nothing was changed.
   */
  addPack: (file: File, onProgress: (words: string) => void) => Promise<{ name: string } | { error: string }>;
  /** Takes a pack that the reader added out; resolves with the reason why it could not be, empty when it was. */
  removePack: (id: string) => Promise<string>;
  /** After either: has the worker look at its packs and resolves with what there is now. */
  packsChanged: () => Promise<PackRow[]>;
  /** Name of an entity for the reader; null where no pack has it any more. */
  nameOf: (entity: string) => Promise<string | null>;
  /** Offers a text file to be saved. */
  save: (fileName: string, text: string) => void;
};

/** What a section of the page gets: the ports, and a line that says what was done. */
export type Section = {
  ports: OptionsPorts;
  say: (sentence: string) => void;
};

/** A part of the page that shows settings. */
export type Part = { element: HTMLElement; set: (settings: Settings) => void | Promise<void> };
