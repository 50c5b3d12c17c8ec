const WIDTH = 30;

/** Reports the steps of a build: how many are done of how many, and what comes next. */
export type Progress = (done: number, of: number, what: string) => void;

/**
 * A progress bar that redraws one line of a terminal; elsewhere (logs, CI) it stays silent, since the report at the end
 * says all that matters.
 */
export function progressBar(stream: { isTTY?: boolean; write: (text: string) => unknown }): Progress {
  return (done, of, what) => {
    if (stream.isTTY !== true) return;
    stream.write(`\r\u001b[2K${barOf(done, of)} ${what}${done === of ? '\n' : ''}`);
  };
}

export function barOf(done: number, of: number): string {
  const filled = Math.round((WIDTH * Math.min(done, of)) / Math.max(1, of));
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${done}/${of}`;
}
