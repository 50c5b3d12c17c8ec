/** Longest stretch of our own work in one task, milliseconds. */
export const SLICE_MS = 8;

/**
 * Runs a generator to its end in slices of at most `SLICE_MS`, giving the thread back between them. Resolves to
 * its value, or to undefined when the signal ended it early. The first slice runs at once.
 */
export async function runSliced<T>(work: Generator<void, T, void>, signal: AbortSignal): Promise<T | undefined> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await nextTask();
    if (signal.aborted) return undefined;
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
