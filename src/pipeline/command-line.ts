/** A command line that cannot be understood; the message says what was expected. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Splits a command line into options (`--name VALUE`, or `--name` for the flags) and the rest. Throws a `UsageError`
 * for unknown options and missing values.
 */
export function parseArguments(
  args: readonly string[],
  valued: readonly string[],
  flags: readonly string[] = [],
): { options: Map<string, string>; rest: string[] } {
  const options = new Map<string, string>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) rest.push(arg);
    else if (flags.includes(arg.slice(2))) options.set(arg.slice(2), '');
    else if (valued.includes(arg.slice(2))) {
      const value = args[++i];
      if (value === undefined || value.startsWith('--')) throw new UsageError(`${arg} needs a value.`);
      options.set(arg.slice(2), value);
    } else
      throw new UsageError(
        `Unknown option ${arg}. Known: ${[...valued, ...flags].map((name) => `--${name}`).join(', ')}.`,
      );
  }
  return { options, rest };
}

/** Runs a command: a thrown error becomes one line and exit code 1 (2 for a wrong command line). */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
