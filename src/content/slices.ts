/** Longest stretch of our own work in one task, milliseconds. */
export const SLICE_MS = 8;

/**
 * Runs a generator to its end in slices of at most `SLICE_MS`, giving the thread back between them. Resolves to false
 * when the signal ended it early. The first slice runs at once.
 */
export async function runSliced(work: Iterator<void, void, void>, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      if (work.next().done) return true;
    } while (performance.now() < end);
    await nextTask();
    if (signal.aborted) return false;
  }
}

/** A new task after the page's own: input and rendering go first. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as {
    scheduler?: { postTask?: (run: () => void, options: object) => Promise<void> };
  };
  if (scheduler?.postTask) return scheduler.postTask(() => {}, { priority: 'background' });
  return new Promise((resolve) => setTimeout(resolve, 0));
}
