import { flagBit } from '../kb/record';

/** The alias flags as bits, for tests in the linker's inner loops. */
export const COREF_ONLY = flagBit('coref-only');
export const NEEDS_CONTEXT = flagBit('needs-context');
export const AMBIGUOUS = flagBit('ambiguous');
export const METONYM = flagBit('metonym');
export const DEMONYM = flagBit('demonym');
export const DATELINE_ONLY = flagBit('dateline-only');
export const ACRONYM = flagBit('acronym');
export const FORMER_NAME = flagBit('former-name');
export const NEVER_UNDERLINE = flagBit('never-underline');
export const PATTERN = flagBit('pattern');
export const OTHER_LANGUAGE = flagBit('other-language');
