/**
 * Every setting in one table: its default and the guard that decides whether a stored value may be believed. Storage
 * can be edited by other parts of the browser (Firefox cannot lock it), so nothing read from it is trusted.
 */

/** The reader's word on one link: this surface does not mean, or does mean, this entity. */
export type ReaderChoice = { entity: string; surface: string };

export type Settings = {
  allEnabled: boolean;
  /** Host (without `www.`) to on or off; a host not listed follows its parent domain, then `allEnabled`. */
  sites: Record<string, boolean>;
  /** Epoch milliseconds until which Sidelight stays off everywhere; 0 when not paused. */
  pausedUntil: number;
  /** Milliseconds of rest on a name before its card opens (hover cards in the field use 300 to 750). */
  dwellMs: number;
  underlineFamiliar: boolean;
  everyMention: boolean;
  knownEntities: string[];
  rejected: ReaderChoice[];
  chosen: ReaderChoice[];
  theme: 'auto' | 'light' | 'dark';
  /** Ids of bundled or installed packs that the reader switched off. */
  disabledPacks: string[];
};

type Row<T> = { initial: T; isValid: (value: unknown) => value is T };

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 300;

function isListOf<T>(isItem: (value: unknown) => value is T, most: number): (value: unknown) => value is T[] {
  return (value): value is T[] => Array.isArray(value) && value.length <= most && value.every(isItem);
}

function isNumberBetween(low: number, high: number): (value: unknown) => value is number {
  return (value): value is number => typeof value === 'number' && value >= low && value <= high;
}

function isChoice(value: unknown): value is ReaderChoice {
  return (
    typeof value === 'object' &&
    value !== null &&
    isText((value as ReaderChoice).entity) &&
    isText((value as ReaderChoice).surface)
  );
}

function isSiteMap(value: unknown): value is Record<string, boolean> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isBoolean);
}

/** Longest lists that are kept; the oldest entries go first. */
export const MOST_ENTRIES = 2000;

export const SETTINGS: { [K in keyof Settings]: Row<Settings[K]> } = {
  allEnabled: { initial: true, isValid: isBoolean },
  sites: { initial: {}, isValid: isSiteMap },
  pausedUntil: { initial: 0, isValid: isNumberBetween(0, Number.MAX_SAFE_INTEGER) },
  dwellMs: { initial: 350, isValid: isNumberBetween(100, 2000) },
  underlineFamiliar: { initial: false, isValid: isBoolean },
  everyMention: { initial: false, isValid: isBoolean },
  knownEntities: { initial: [], isValid: isListOf(isText, MOST_ENTRIES) },
  rejected: { initial: [], isValid: isListOf(isChoice, MOST_ENTRIES) },
  chosen: { initial: [], isValid: isListOf(isChoice, MOST_ENTRIES) },
  theme: {
    initial: 'auto',
    isValid: (value): value is Settings['theme'] => value === 'auto' || value === 'light' || value === 'dark',
  },
  disabledPacks: { initial: [], isValid: isListOf(isText, 100) },
};

export const SETTING_KEYS = Object.keys(SETTINGS) as (keyof Settings)[];

/** The stored values that can be believed, defaults for the rest; `damaged` names the keys that could not. */
export function readSettings(stored: Record<string, unknown>): { settings: Settings; damaged: string[] } {
  const settings: Record<string, unknown> = {};
  const damaged: string[] = [];
  for (const key of SETTING_KEYS) {
    const value = stored[key];
    const row = SETTINGS[key];
    const believed = value !== undefined && row.isValid(value);
    if (value !== undefined && !believed) damaged.push(key);
    settings[key] = believed ? value : structuredClone(row.initial);
  }
  return { settings: settings as Settings, damaged };
}
