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
