import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchText, type Watcher } from '../../../src/content/watch';

/** The page, as far as the watcher looks at it. */
const page = vi.hoisted(() => ({ elements: 10, hidden: false }));
vi.mock('../../../src/content/dom', () => ({
  dom: () => ({
    elementsOf: () => ({ length: page.elements }),
    bodyOf: () => null,
    isHidden: () => page.hidden,
  }),
}));
vi.stubGlobal('document', {});

function change(): void {
  page.elements++;
}

describe('watching a page', () => {
  let ending: AbortController;
  let readings: number;
  let watcher: Watcher;

  function watch(tookMs: number, foundNew: boolean): void {
    watcher = watchText(
      () => false,
      () => {
        readings++;
        watcher.mark();
        watcher.resume(tookMs, foundNew);
        change();
      },
      ending.signal,
    );
    watcher.mark();
    watcher.resume(tookMs, foundNew);
    change();
  }

  beforeEach(() => {
    vi.useFakeTimers();
    ending = new AbortController();
    readings = 0;
    page.hidden = false;
  });
  afterEach(() => {
    ending.abort();
    vi.useRealTimers();
  });

  it('reads a page that never rests ever more seldom while it brings nothing', () => {
    watch(2, false);
    vi.advanceTimersByTime(60_000);
    const inFirstMinute = readings;
    vi.advanceTimersByTime(60_000);
    expect(inFirstMinute).toBeLessThan(12);
    expect(readings - inFirstMinute).toBe(6);
  });

  it('keeps up with a page that brings something each time', () => {
    watch(2, true);
    vi.advanceTimersByTime(4_000);
    expect(readings).toBe(10);
  });

  it('gives a page twenty times the rest that its last reading took', () => {
    watch(100, true);
    vi.advanceTimersByTime(20_000);
    expect(readings).toBe(10);
  });

  it('finds a change within a second after any calm', () => {
    watcher = watchText(
      () => false,
      () => readings++,
      ending.signal,
    );
    watcher.mark();
    watcher.resume(2, true);
    vi.advanceTimersByTime(120_000);
    expect(readings).toBe(0);
    change();
    vi.advanceTimersByTime(1_000);
    expect(readings).toBe(1);
  });

  it('looks at nothing while the page is hidden, paused or given up', () => {
    watch(2, true);
    watcher.pause();
    vi.advanceTimersByTime(60_000);
    expect(readings).toBe(0);
    page.hidden = true;
    watcher.resume(2, true);
    vi.advanceTimersByTime(60_000);
    expect([readings, vi.getTimerCount()]).toEqual([0, 0]);
    page.hidden = false;
    watcher.resume(2, true);
    ending.abort();
    vi.advanceTimersByTime(60_000);
    expect([readings, vi.getTimerCount()]).toEqual([0, 0]);
  });
});
