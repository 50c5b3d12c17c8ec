import { dom } from './dom';

/**
 * What we know of the elements above the page's text. The tree is climbed once per element; afterwards every question
 * ("in which block?", "inside a link?", "which containers?") is answered from these plain objects, which is what keeps
 * a scan near the cost of merely visiting the text nodes.
 */
export type Place = {
  element: Element;
  parent: Place | null;
  tag: string;
  /** Text here is never read, by its element: scripts, controls, code, navigation, footers. */
  skip: boolean;
  link: boolean;
  /** Nearest block-level place, itself included. */
  block: Place;
  depth: number;
  /** Characters of prose in here, links not counted; filled by scoring. */
  prose: number;
  /** Result of the class and id test, of the attribute test here, and of that test here and above; -1 until asked for. */
  label: number;
  openness: number;
  shut: number;
  /** What kind of box it is, for telling paragraphs of one make; empty until asked for. */
  make: string;
  /** Prose of the core and of its kin in here; filled while the container is looked for. */
  coreProse: number;
  kinProse: number;
};

export type PlaceMap = Map<Node, Place>;

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);

const SKIPPED = new Set(
  (
    'script style noscript template textarea input select option optgroup datalist button code pre svg math iframe ' +
    'object embed canvas audio video map meter progress head title xmp plaintext listing rp rt ' +
    'noembed noframes nav footer menu dialog'
  ).split(' '),
);

const SKIPPED_ROLES = new Set(
  'navigation contentinfo search menu menubar toolbar dialog alertdialog tablist button'.split(' '),
);

const HEADINGS_AND_PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 li blockquote figcaption dd dt td th caption'.split(' '));

/** Whether texts directly in this element can be told from a story's by its tag alone: links, scripts, controls. */
export function isPassedOver(element: Element): boolean {
  const tag = dom().tagOf(element);
  return tag !== 'p' && (tag === 'a' || SKIPPED.has(tag));
}

/** Deeper nesting than this is no story's; a page made of it must not cost us a climb for every text. */
export const MAX_DEPTH = 2_000;

/**
 * The place of a text node's parent, with all places above it. Climbs in a loop: a page can nest deeper than the stack
 * allows. Null below `MAX_DEPTH`.
 */
export function placeOf(element: Element, places: PlaceMap): Place | null {
  const climb: Element[] = [];
  let at: Element | null = element;
  let place: Place | null = null;
  while (at) {
    place = places.get(at) ?? null;
    if (place) break;
    if (climb.push(at) > MAX_DEPTH) return null;
    at = elementAbove(at);
  }
  for (let i = climb.length - 1; i >= 0; i--) {
    place = createPlace(climb[i]!, place);
    places.set(place.element, place);
    if (place.depth > MAX_DEPTH) return null;
  }
  return place;
}

/** The parent, or the host where an open shadow tree ends: its text belongs where the host stands. */
function elementAbove(element: Element): Element | null {
  const parent = dom().parentOf(element);
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}

function createPlace(element: Element, parent: Place | null): Place {
  const tag = dom().tagOf(element);
  const place: Place = {
    element,
    parent,
    tag,
    skip: (parent?.skip ?? false) || SKIPPED.has(tag),
    link: (parent?.link ?? false) || tag === 'a',
    block: null as unknown as Place,
    depth: (parent?.depth ?? 0) + 1,
    prose: 0,
    label: -1,
    openness: -1,
    shut: -1,
    make: '',
    coreProse: 0,
    kinProse: 0,
  };
  place.block = isInline(tag, parent) ? (parent?.block ?? place) : place;
  return place;
}

function isInline(tag: string, parent: Place | null): boolean {
  if (INLINE.has(tag)) return true;
  // Custom elements have no known display: inside a paragraph they are words, elsewhere boxes.
  return tag.includes('-') && parent !== null && HEADINGS_AND_PARAGRAPHS.has(parent.block.tag);
}

/** Open to all; hidden in name only (from assistive technology, or as a widget's part); never to be read. */
export const OPEN = 0;
export const ASIDE = 1;
export const CLOSED = 2;

/** Elements within sentences that nobody hides or edits by themselves; asking them all would be most of the cost. */
const PLAIN = new Set([
  'a',
  'b',
  'em',
  'i',
  'strong',
  'cite',
  'q',
  'u',
  'small',
  'sub',
  'sup',
  'time',
  'abbr',
  'body',
  'html',
]);

/** What this element's own attributes say of its text. Asked only of boxes that may be a story's. */
export function opennessOf(place: Place): number {
  if (place.openness < 0) place.openness = PLAIN.has(place.tag) ? OPEN : openness(place.element);
  return place.openness;
}

function openness(element: Element): number {
  const { hasAttributes, hasAttribute, attribute } = dom();
  if (!hasAttributes(element)) return OPEN;
  if (hasAttribute(element, 'hidden')) return CLOSED;
  const editable = attribute(element, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return CLOSED;
  const role = attribute(element, 'role');
  if (role === 'textbox' || role === 'searchbox') return CLOSED;
  const isAside = attribute(element, 'aria-hidden') === 'true' || (role !== null && SKIPPED_ROLES.has(role));
  return isAside ? ASIDE : OPEN;
}
