import { findArticle } from '../../src/content/article';
import { createBlock, rangeOf } from '../../src/content/block';
import type { PageBlock } from '../../src/content/block';
import { createMarks, markAt } from '../../src/content/marks';
import type { Marks } from '../../src/content/marks';
import { runSliced } from '../../src/content/slices';
import { watchText } from '../../src/content/watch';
import type { Mention } from '../../src/core/link/types';

/** What the bench calls in the page; one global, so that each pass starts in a fresh page with cold code. */
const api = {
  /** The limit: visiting every text node. */
  bare(): number {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let nodes = 0;
    while (walker.nextNode()) nodes++;
    return nodes;
  },
  collect(): PageBlock[] {
    const work = findArticle(document.body);
    let step = work.next();
    while (!step.done) step = work.next();
    return (step.value?.parts ?? []).map(({ run, role }) => createBlock(run, role));
  },
  /** Underlines every place of these names in the story. */
  mark(names: readonly string[]): Marks {
    const marks = createMarks();
    for (const block of api.collect()) {
      for (const name of names) {
        for (let at = block.text.indexOf(name); at >= 0; at = block.text.indexOf(name, at + name.length)) {
          const range = rangeOf(block, at, at + name.length);
          if (range) marks.add({ mention: mentionOf(name), range });
        }
      }
    }
    return marks;
  },
  /** Words in capitals in the story: the names that both contenders mark. */
  names(most: number): string[] {
    const text = api
      .collect()
      .map((block) => block.text)
      .join(' ');
    return [...new Set(text.match(/\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}+)?/gu) ?? [])].slice(0, most);
  },
  /** Milliseconds of script, and until the frame after it has been drawn. */
  async time(pass: 'bare' | 'collect' | 'mark' | 'markjs' | 'nothing', names: string[]): Promise<[number, number]> {
    document.body.getBoundingClientRect();
    await frame();
    const start = performance.now();
    if (pass === 'markjs') {
      const Mark = (
        globalThis as unknown as { Mark: new (root: Element) => { mark: (names: string[], options: object) => void } }
      ).Mark;
      new Mark(document.body).mark(names, {
        separateWordSearch: false,
        acrossElements: true,
        accuracy: 'exactly',
        caseSensitive: true,
      });
    } else if (pass !== 'nothing') api[pass](names as never);
    const script = performance.now() - start;
    await frame();
    return [script, performance.now() - start];
  },
  /** Longest slice of a full reading, milliseconds. */
  async longestSlice(): Promise<number> {
    let longest = 0;
    const work = findArticle(document.body);
    const timed = (function* (): Generator<void, unknown, void> {
      return yield* work;
    })();
    const next = timed.next.bind(timed);
    let from = performance.now();
    let last = from;
    timed.next = () => {
      const now = performance.now();
      // A gap between two steps is where the thread was handed back.
      if (now - last > 1) from = now;
      const result = next();
      last = performance.now();
      longest = Math.max(longest, last - from);
      return result;
    };
    await runSliced(timed, new AbortController().signal);
    return longest;
  },
  /** Mean milliseconds of one hit test with this many marks. */
  hover(count: number): number {
    const marks = spread(count);
    const tests = 400;
    const start = performance.now();
    for (let i = 0; i < tests; i++) markAt(marks, 40 + ((i * 37) % 700), 20 + ((i * 53) % 500));
    const mean = (performance.now() - start) / tests;
    marks.clear();
    return mean;
  },
  /** Milliseconds of a page's own changes, with our observer and this many marks, or without us. */
  mutate(count: number | null): number {
    const ending = new AbortController();
    const marks = count === null ? null : spread(count);
    if (count !== null) watchText(() => {}, ending.signal).resume(0);
    const host = document.body.appendChild(document.createElement('div'));
    const start = performance.now();
    for (let i = 0; i < 20_000; i++) {
      const item = host.appendChild(document.createElement('p'));
      item.textContent = `Item ${i}`;
      if (i > 50) host.firstChild?.remove();
    }
    const took = performance.now() - start;
    host.remove();
    ending.abort();
    marks?.clear();
    return took;
  },
  /** Replaces the page's story again and again, reading and marking each. */
  navigate(times: number, html: string): void {
    for (let i = 0; i < times; i++) {
      document.body.replaceChildren(document.createRange().createContextualFragment(html));
      api.mark(['London', 'President', 'Minister']).clear();
    }
  },
};

function mentionOf(name: string): Mention {
  return {
    block: 0, start: 0, end: name.length, surface: name, entity: name, name, title: null, qid: null, type: 'person',
    tier: 'full', score: 1, source: 'name', underline: true, familiar: false, line: '', alternatives: [],
  }; // prettier-ignore
}

/** This many marks over the page's first texts. */
function spread(count: number): Marks {
  const marks = createMarks();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let left = count;
  for (let node = walker.nextNode() as Text | null; node && left > 0; node = walker.nextNode() as Text | null) {
    for (let at = 0; at + 8 < node.length && left > 0; at += 12, left--) {
      const range = new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + 8 });
      marks.add({ mention: mentionOf('x'), range });
    }
  }
  return marks;
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

(globalThis as unknown as { pageBench: typeof api }).pageBench = api;
export type PageBench = typeof api;
