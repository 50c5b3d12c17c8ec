/** One row of the list of names, in reading order. */
export type NameRow = { entity: string; name: string; line: string; count: number; underlined: boolean };

export type PageReason = 'site-off' | 'all-off' | 'paused' | 'not-an-article' | 'no-names' | 'unsupported';

/** What the page says of itself. */
export type PageState = { state: 'on' | 'off'; reason: PageReason | null; names: NameRow[] };

/** What the switches say. `pausedUntil` in epoch milliseconds, 0 when not paused. */
export type SwitchState = { host: string | null; siteEnabled: boolean; allEnabled: boolean; pausedUntil: number };

/** Whether the browser lets Sidelight into the tab; `never` is a page that no extension may read. */
export type Access = 'granted' | 'withheld' | 'never';

export type Shortcut = { description: string; keys: string };

/** Everything the popup needs of the outside; the entry point connects it to the browser. */
export type PopupPorts = {
  theme: () => Promise<'auto' | 'light' | 'dark'>;
  access: () => Promise<Access>;
  /** Must be called while a click is handled: browsers ask the reader only then. */
  requestAccess: () => Promise<boolean>;
  switches: () => Promise<SwitchState>;
  setSite: (enabled: boolean) => Promise<unknown>;
  setAll: (enabled: boolean) => Promise<unknown>;
  /** 0 ends a pause. */
  pause: (minutes: number) => Promise<unknown>;
  /** Null when nothing answers in the tab. */
  page: () => Promise<PageState | null>;
  setPage: (on: boolean) => Promise<unknown>;
  jump: (entity: string) => Promise<unknown>;
  shortcuts: () => Promise<Shortcut[]>;
  openOptions: () => Promise<unknown>;
  close: () => void;
};
