import type { Settings } from '../../settings/schema';

/** Marks our files; the version grows when a reader of an older one would misunderstand it. */
const FORMAT = 'sidelight-settings';
const VERSION = 1;
/** A file with every list full is about 2 MB. */
export const MOST_BYTES = 5_000_000;

/** A pause is of this moment and this browser; it does not travel. */
type Portable = Omit<Settings, 'pausedUntil'>;

type Check = (stored: Record<string, unknown>) => { settings: Settings; damaged: string[] };

/** The reader's settings as a readable file. */
export function writeSettingsFile({ pausedUntil: _, ...settings }: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;
}

/**
 * Reads such a file. Either all of it is good, or nothing is taken and the error says what is wrong. Settings that the
 * file leaves out stay as they are.
 */
export function readSettingsFile(text: string, check: Check): { settings: Partial<Portable> } | { error: string } {
  const file = parse(text);
  if (!isObject(file)) return { error: 'This is not a settings file: it is not JSON.' };
  if (file.format !== FORMAT || !isObject(file.settings)) return { error: 'This is not a settings file of Sidelight.' };
  if (file.version !== VERSION) {
    return { error: `This file has version ${printed(file.version)}; this Sidelight reads version ${VERSION}.` };
  }
  const { settings, damaged } = check(file.settings);
  if (damaged.length > 0) return { error: `Nothing was changed. Not valid in this file: ${damaged.join(', ')}.` };
  const taken: Record<string, unknown> = {};
  for (const key of Object.keys(settings)) {
    if (key !== 'pausedUntil' && Object.hasOwn(file.settings, key)) taken[key] = settings[key as keyof Settings];
  }
  if (Object.keys(taken).length === 0) return { error: 'There is no setting in this file that Sidelight knows.' };
  return { settings: taken };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function printed(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 20) ?? 'none';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
