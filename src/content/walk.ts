import { dom } from './dom';
import { flatTexts } from './flat';
import { CLOSED, isPassedOver, opennessOf, placeOf, type Place, type PlaceMap } from './tree';

/** A run of text nodes that stand in one block without a break: what becomes a `Block` when it is part of the story. */
export type Run = {
  place: Place;
  nodes: Text[];
  /** The nodes' own texts when they were read. */
  datas: string[];
  /** Indices of nodes that a line break stands before. */
  lines: number[];
  length: number;
  linkLength: number;
};

export type Walk = {
  runs: Run[];
  places: PlaceMap;
  nodes: number;
  characters: number;
  cut: boolean;
  /** Whether open shadow trees are read too. */
  flat: boolean;
};

/** Bounds of one scan: nodes and characters beyond them are left unread (a 5 MB text node, an endless page). */
export const MAX_NODES = 400_000;
export const MAX_CHARACTERS = 2_000_000;
const MAX_NODE_CHARACTERS = 100_000;
/** Text nodes between two looks at the clock. */
const NODES_PER_STEP = 256;
/** Shorter texts are passed over by the survey: they are labels, links and the ends of sentences. */
const SURVEYED = 50;
/** The same for scripts that write a sentence in half the characters, and for pages where the first bound finds nothing. */
export const SURVEYED_DENSE = 12;

export function createWalk(flat = false, places: PlaceMap = new Map()): Walk {
  return { runs: [], places, nodes: 0, characters: 0, cut: false, flat };
}

type FlatWalker = { nextNode: () => Text | null; seek: (node: Text) => void };

function flatWalker(root: Node): FlatWalker {
  const texts = flatTexts(root);
  const nextNode = (): Text | null => texts.next().value ?? null;
  return {
    nextNode,
    seek(node) {
      for (let at = nextNode(); at && at !== node;) at = nextNode();
    },
  };
}

/**
 * First look at the whole page: the runs of longer texts outside links only, roughly put together. Asking a text node for its length
 * is far cheaper than reading it, and nine in ten nodes of a news page are passed over by it.
 */
export function* surveyText(root: Node, walk: Walk, shortest = SURVEYED): Generator<void, void, void> {
  const walker = walk.flat ? flatWalker(root) : dom().textWalker(root);
  const { runs, places } = walk;
  let parent: Node | null = null;
  let place: Place | null = null;
  let run: Run | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (++walk.nodes % NODES_PER_STEP === 0) {
      if (walk.nodes > MAX_NODES || walk.characters > MAX_CHARACTERS) break;
      yield;
    }
    if (node.length < shortest) continue;
    const above = node.parentNode;
    if (above !== parent) {
      parent = above;
      place = surveyedPlace(above, places);
    }
    if (!place || place.skip || place.link) continue;
    // Reading is what costs, and scripts hold most of a page's characters.
    const data = readData(node);
    if (isBlank(data)) continue;
    if (!run || run.place !== place.block) runs.push((run = createRun(place.block)));
    addNode(run, node, data, false);
    walk.characters += data.length;
  }
  walk.cut = walk.nodes > MAX_NODES || walk.characters > MAX_CHARACTERS;
}

function surveyedPlace(above: Node | null, places: PlaceMap): Place | null {
  const known = above && places.get(above);
  if (known) return known;
  const element = elementOf(above);
  return element && !isPassedOver(element) ? placeOf(element, places) : null;
}

/** The parent of a text, or the host where the text is a shadow tree's own. */
function elementOf(above: Node | null): Element | null {
  if (above instanceof Element) return above;
  return above instanceof ShadowRoot ? above.host : null;
}

/**
 * Reads all text from `from` (or the start) to `to` (or the end) under `root` into runs, with short and blank texts
 * and breaks. Yields now and then so that the caller can hand the thread back.
 */
export function* walkText(root: Node, walk: Walk, from?: Text, to?: Text): Generator<void, void, void> {
  const walker = walk.flat ? flatWalker(root) : dom().textWalker(root);
  const reader = createReader(walk);
  if (from && walker instanceof TreeWalker) walker.currentNode = from;
  else if (from) (walker as FlatWalker).seek(from);
  let node = from ?? (walker.nextNode() as Text | null);
  while (node) {
    const place = reader(node);
    if (node === to) return;
    if (place?.skip && walker instanceof TreeWalker) {
      walker.currentNode = skipRoot(place).element;
      node = walker.nextSibling() as Text | null;
    } else {
      node = walker.nextNode() as Text | null;
    }
    if (++walk.nodes % NODES_PER_STEP === 0) {
      if (walk.nodes > MAX_NODES || walk.characters > MAX_CHARACTERS) break;
      yield;
    }
  }
  walk.cut = node !== null;
}

function createRun(place: Place): Run {
  return { place, nodes: [], datas: [], lines: [], length: 0, linkLength: 0 };
}

function readData(node: Text): string {
  return node.length > MAX_NODE_CHARACTERS ? node.substringData(0, MAX_NODE_CHARACTERS) : node.data;
}

/** The outermost skipped place: the walker jumps over it as a whole. */
function skipRoot(place: Place): Place {
  let top = place;
  while (top.parent?.skip) top = top.parent;
  return top;
}

/** Takes text nodes in document order; returns the place of the node's parent. */
function createReader(walk: Walk): (node: Text) => Place | null {
  let parent: Node | null = null;
  let place: Place | null = null;
  let run: Run | null = null;
  return (node) => {
    const above = node.parentNode;
    if (above !== parent) {
      parent = above;
      const element = elementOf(above);
      place = element && placeOf(element, walk.places);
    }
    if (!place || place.skip || isShut(place)) return place;
    const data = readData(node);
    if (isBlank(data)) {
      // A blank between two words of one run is a space; elsewhere it is nothing.
      if (run && run.place === place.block) addNode(run, node, data, place.link);
      return place;
    }
    const gap = run && run.place === place.block ? gapBefore(node, place) : 'box';
    if (!run || gap === 'box' || (gap === 'line' && endsSentence(run))) {
      run = createRun(place.block);
      walk.runs.push(run);
    } else if (gap === 'line') {
      run.lines.push(run.nodes.length);
    }
    addNode(run, node, data, place.link);
    walk.characters += data.length;
    return place;
  };
}

/** Whether this place or one above it is closed by its attributes; each place is asked once. */
function isShut(place: Place): boolean {
  if (place.shut < 0)
    place.shut = Number(opennessOf(place) === CLOSED || (place.parent !== null && isShut(place.parent)));
  return place.shut === 1;
}

function addNode(run: Run, node: Text, data: string, link: boolean): void {
  run.nodes.push(node);
  run.datas.push(data);
  const length = lengthOf(data);
  run.length += length;
  if (link) run.linkLength += length;
}

/** Characters without the white space that only lays out the source. */
function lengthOf(data: string): number {
  if (!data.includes('\n') && !data.includes('  ')) return data.length;
  return data.trim().replace(/\s{2,}/g, ' ').length;
}

/** `trim` is the engine's own code; a loop of ours is slow in the first pass over a page. Most texts start with a letter. */
function isBlank(data: string): boolean {
  const first = data.charCodeAt(0);
  return !(first > 0x20 && first < 0x80) && data.trim() === '';
}

const BOXES = new Set(
  'hr div p section article aside ul ol dl table figure blockquote h1 h2 h3 h4 h5 h6 header footer nav form iframe'.split(
    ' ',
  ),
);
const SENTENCE_END = /[.!?:;\u2026\u3002\uff01\uff1f\u0964\u061f\u06d4"'\u201d\u00bb)]\s*$/;

/** A single `<br>` inside a sentence is a space; after a finished one it starts a new paragraph. */
function endsSentence(run: Run): boolean {
  for (let i = run.datas.length - 1; i >= 0; i--) {
    const data = run.datas[i] ?? '';
    if (!isBlank(data)) return SENTENCE_END.test(data.slice(-8));
  }
  return false;
}

/** What stands between this text node and the text before it in the same block: words, one line break, or a box. */
function gapBefore(node: Text, place: Place): 'none' | 'line' | 'box' {
  const { previousOf, parentOf, tagOf } = dom();
  let lines = 0;
  let at: Node = node;
  for (let up = 0; up < 8; up++) {
    for (let before = previousOf(at); before; before = previousOf(before)) {
      if (before.nodeType === 3 && !isBlank((before as Text).data)) return lines ? 'line' : 'none';
      if (before.nodeType !== 1) continue;
      const tag = tagOf(before);
      if (BOXES.has(tag)) return 'box';
      if (tag !== 'br') return lines ? 'line' : 'none';
      if (++lines > 1) return 'box';
    }
    const above = parentOf(at);
    if (!above || above === place.block.element) break;
    at = above;
  }
  return lines ? 'line' : 'none';
}
