/**
 * What is wrong with a pack. `magic`: not a pack at all; `version`: written by another version; `truncated`: shorter
 * than it says; `layout`: sections missing or out of place; `hash`: content differs from its hash; `corrupt`: a value
 * that no writer produces; `range`: the caller asked for an entity, name or pattern that the pack does not have.
 */
export type PackErrorCode = 'magic' | 'version' | 'truncated' | 'layout' | 'hash' | 'corrupt' | 'range';

/** The only error that reading a pack throws. `expected` and `found` are for people, not for programs. */
export class PackError extends Error {
  readonly code: PackErrorCode;
  readonly expected: string;
  readonly found: string;

  constructor(code: PackErrorCode, what: string, expected: string | number, found: string | number) {
    super(`${what}: expected ${expected}, found ${found}`);
    this.name = 'PackError';
    this.code = code;
    this.expected = String(expected);
    this.found = String(found);
  }
}

/** The error for a value that no writer produces. */
export function corrupt(what: string, expected: string | number, found: string | number): PackError {
  return new PackError('corrupt', what, expected, found);
}
