/** One thing wrong in a knowledge source; `line` counts from 1. */
export type SourceProblem = { file: string; line: number; message: string };

/** Thrown with every problem of a build at once, so that an editor mends them in one go. */
export class SourceError extends Error {
  override name = 'SourceError';

  constructor(readonly problems: readonly SourceProblem[]) {
    super(formatProblems(problems));
  }
}

/** `file:line: message`, one a line: the form that editors and terminals make clickable. */
export function formatProblems(problems: readonly SourceProblem[]): string {
  return problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n');
}
