import { findArticle } from '../../src/content/article';
import { createBlock, rangeOf } from '../../src/content/block';
import type { PageBlock } from '../../src/content/block';
import { createMarks, markAt } from '../../src/content/marks';
import type { Mark, Marks } from '../../src/content/marks';
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
  /** Collects and underlines: `spans` is the worker's answer, block, start and end of each mention. */
  mark(spans: readonly Span[]): Marks {
    const marks = createMarks();
    const blocks = api.collect();
    const added: Mark[] = [];
    for (const [index, start, end] of spans) {
      const block = blocks[index];
      const range = block && rangeOf(block, start, end);
      if (range) added.push({ mention: MENTION, range });
    }
    marks.add(added);
    return marks;
  },
  /** Words in capitals in the story, as names that both contenders mark, and where they stand: about `most` places. */
  names(most: number): { names: string[]; spans: Span[] } {
    const blocks = api.collect();
    const text = blocks.map((block) => block.text).join(' ');
    const names: string[] = [];
    const spans: Span[] = [];
    for (const name of new Set(text.match(/\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}+)?/gu) ?? [])) {
      if (spans.length >= most) break;
      names.push(name);
      spans.push(...blocks.flatMap((block, index) => spansIn(block.text, index, [name])));
    }
    return { names, spans };
  },
  /** Milliseconds of script, and until the frame after it has been drawn. */
  async time(
    pass: 'bare' | 'collect' | 'mark' | 'markjs' | 'nothing',
    names: string[],
    spans: Span[],
  ): Promise<[number, number]> {
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
    } else if (pass === 'mark') api.mark(spans);
    else if (pass !== 'nothing') api[pass]();
    const script = performance.now() - start;
    await frame();
    return [script, performance.now() - start];
  },
  /**
   * Milliseconds of script of each pass in turn, over a tree that is parsed anew for each, so that no pass finds nodes
   * that another has already made known to the script. The code is warm after the first rounds, for all passes alike.
   */
  rounds(html: string, spans: Span[], rounds: number): Record<'bare' | 'collect' | 'mark', number[]> {
    const times: Record<'bare' | 'collect' | 'mark', number[]> = { bare: [], collect: [], mark: [] };
    const quiet = withoutLoads(html);
    for (let i = 0; i < rounds; i++) {
      for (const pass of ['bare', 'collect', 'mark'] as const) {
        const parsed = new DOMParser().parseFromString(quiet, 'text/html');
        document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
        const start = performance.now();
        const marks = pass === 'mark' ? api.mark(spans) : api[pass]();
        times[pass].push(performance.now() - start);
        if (pass === 'mark') (marks as Marks).clear();
      }
    }
    return times;
  },
  /** Longest task over 50 ms while the page is read in slices; 0 when there is none. */
  async longestTask(): Promise<number> {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    await frame();
    observer.observe({ type: 'longtask' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    await runSliced(findArticle(document.body), new AbortController().signal);
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
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
    if (count !== null)
      watchText(
        () => false,
        () => {},
        ending.signal,
      ).resume(0, true);
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
      api.mark(api.names(10).spans).clear();
    }
  },
};

/** The markup without what the browser would fetch or run anew each time it is put into the page. */
function withoutLoads(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll('iframe,object,embed')) element.remove();
  for (const element of parsed.querySelectorAll('[src],[srcset],[poster],link[href]')) {
    for (const name of ['src', 'srcset', 'poster', 'href']) element.removeAttribute(name);
  }
  return parsed.documentElement.getHTML();
}

type Span = [block: number, start: number, end: number];

function spansIn(text: string, block: number, names: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      spans.push([block, at, at + name.length]);
  }
  return spans;
}

/** What the worker answers; made by the browser out of a message, so it is no cost of ours. */
const MENTION: Mention = {
  block: 0, start: 0, end: 1, surface: '', entity: '', name: '', title: null, qid: null, type: 'person',
  tier: 'full', score: 1, source: 'name', underline: true, familiar: false, line: '', alternatives: [],
}; // prettier-ignore

/** This many marks over the page's first texts. */
function spread(count: number): Marks {
  const marks = createMarks();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const added: Mark[] = [];
  let left = count;
  for (let node = walker.nextNode() as Text | null; node && left > 0; node = walker.nextNode() as Text | null) {
    for (let at = 0; at + 8 < node.length && left > 0; at += 12, left--) {
      const range = new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + 8 });
      added.push({ mention: MENTION, range });
    }
  }
  marks.add(added);
  return marks;
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

(globalThis as unknown as { pageBench: typeof api }).pageBench = api;
export type PageBench = typeof api;
