import AhoCorasick from 'ahocorasick';
import KeywordProcessor from 'flashtext.js';
import { TrieMap } from 'mnemonist';

/** Finds the leftmost-longest names of a text, in order, as their texts. */
export type Finder = (text: string) => string[];
export type Peer = { name: string; maxNames: number; build: (names: readonly string[]) => Finder };

/** `maxNames`: beyond it, building takes minutes or more memory than there is. */
export const PEERS: readonly Peer[] = [
  { name: 'flashtext.js', maxNames: 100_000, build: buildFlashtext },
  { name: 'mnemonist TrieMap', maxNames: 100_000, build: buildTrieMap },
  { name: 'ahocorasick', maxNames: 100_000, build: buildAhoCorasick },
  { name: 'Map of n-grams', maxNames: 1_000_000, build: buildNgrams },
];

function buildFlashtext(names: readonly string[]): Finder {
  const processor = new KeywordProcessor(true);
  // Its list of word characters holds the digits as numbers, so that they never match a character.
  for (const digit of '0123456789') processor.addNonWordBoundaries(digit);
  for (const name of names) processor.addKeyword(name);
  return (text) => processor.extractKeywords(text);
}

/** Letters, digits and underscore of ASCII. */
function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;
}

/** The package's trie (its nodes are Maps under `root`), walked from every start of a word. */
function buildTrieMap(names: readonly string[]): Finder {
  const trie = new TrieMap<string, boolean>();
  for (const name of names) trie.set(name, true);
  type Node = Record<string, unknown>;
  const { root } = trie as unknown as { root: Node };
  const SENTINEL = String.fromCharCode(0);
  return (text) => {
    const found: string[] = [];
    for (let i = 0; i < text.length;) {
      let node: Node | undefined = root;
      let end = 0;
      for (let k = i; k < text.length;) {
        node = node[text.charAt(k)] as Node | undefined;
        if (node === undefined) break;
        k++;
        if (SENTINEL in node && !(k < text.length && isWordUnit(text.charCodeAt(k)))) end = k;
      }
      if (end > 0) found.push(text.slice(i, end));
      i = nextWord(text, end > 0 ? end : i);
    }
    return found;
  };
}

/** The start of the next word at or after the end of this one. */
function nextWord(text: string, from: number): number {
  let i = from;
  while (i < text.length && isWordUnit(text.charCodeAt(i))) i++;
  while (i < text.length && !isWordUnit(text.charCodeAt(i))) i++;
  return i;
}

/** All occurrences from the package, reduced to the leftmost-longest at word boundaries. */
function buildAhoCorasick(names: readonly string[]): Finder {
  const automaton = new AhoCorasick([...names]);
  return (text) => {
    const longest = new Map<number, number>();
    for (const [last, ends] of automaton.search(text)) {
      if (last + 1 < text.length && isWordUnit(text.charCodeAt(last + 1))) continue;
      for (const name of ends) {
        const start = last + 1 - name.length;
        if (start > 0 && isWordUnit(text.charCodeAt(start - 1))) continue;
        longest.set(start, Math.max(longest.get(start) ?? 0, last + 1));
      }
    }
    const found: string[] = [];
    let covered = 0;
    for (const start of [...longest.keys()].sort((a, b) => a - b)) {
      if (start < covered) continue;
      covered = longest.get(start) ?? start;
      found.push(text.slice(start, covered));
    }
    return found;
  };
}

/** What one would write by hand: a Set of first words, then the n-grams from there, longest first. */
function buildNgrams(names: readonly string[]): Finder {
  const known = new Set(names);
  const longestByFirst = new Map<string, number>();
  for (const name of names) {
    const words = name.split(' ');
    const first = words[0] ?? '';
    longestByFirst.set(first, Math.max(longestByFirst.get(first) ?? 0, words.length));
  }
  return (text) => {
    const found: string[] = [];
    for (let i = isWordUnit(text.charCodeAt(0)) ? 0 : nextWord(text, 0); i < text.length;) {
      let end = wordEnd(text, i);
      const words = longestByFirst.get(text.slice(i, end)) ?? 0;
      let longest = 0;
      for (let n = 1; n <= words; n++) {
        if (known.has(text.slice(i, end))) longest = end;
        if (text.charAt(end) !== ' ') break;
        end = wordEnd(text, end + 1);
      }
      if (longest > 0) found.push(text.slice(i, longest));
      i = nextWord(text, longest > 0 ? longest : i);
    }
    return found;
  };
}

function wordEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && isWordUnit(text.charCodeAt(i))) i++;
  return i;
}
