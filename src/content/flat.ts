import { dom } from './dom';

/**
 * Text in open shadow trees. A walker over the document's own tree does not see it, so pages that use custom elements
 * are asked for their roots, and where there are any, texts are taken in the order in which the browser shows them:
 * a host's shadow tree in place of its children, and what is slotted at its slot.
 */

/** Custom elements and roots that are looked at; beyond them a page is an application. */
const MAX_HOSTS = 2_000;
const MAX_ROOTS = 500;

/** The open shadow roots of custom elements under `root`, those in shadow trees included. */
export function openRoots(root: Element): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  addRoots(root, roots);
  // The list grows while it is gone through: roots within roots.
  for (let i = 0; i < roots.length && roots.length < MAX_ROOTS; i++) addRoots(roots[i]!, roots);
  return roots;
}

function addRoots(scope: Element | ShadowRoot, roots: ShadowRoot[]): void {
  for (const host of customElements(scope)) {
    const shadow = dom().shadowOf(host);
    if (shadow && roots.length < MAX_ROOTS) roots.push(shadow);
  }
}

/** The browser passes over the usual elements by itself, which leaves few to be asked for their names. */
const UNUSUAL =
  ':not(a,b,br,button,div,em,figcaption,figure,g,h1,h2,h3,h4,i,img,input,label,li,link,meta,ol,p,path,picture,script,' +
  'section,small,source,span,strong,style,svg,td,time,tr,ul,use)';

/** Elements with a dash in their name. */
function customElements(scope: Element | ShadowRoot): Element[] {
  const { queryAll, tagOf } = dom();
  const hosts: Element[] = [];
  if (scope instanceof Element) hosts.push(scope);
  for (const element of queryAll(scope, UNUSUAL)) {
    if (tagOf(element).includes('-') && hosts.push(element) === MAX_HOSTS) break;
  }
  return hosts;
}

/** All text nodes under `root` in the order in which they are shown. A tree of closed roots stays unread. */
export function* flatTexts(root: Node): Generator<Text, void, void> {
  const { previousOf, lastOf } = dom();
  const pending: Node[] = [root];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at instanceof Text) yield at;
    if (!(at instanceof Element)) continue;
    const slotted = slottedIn(at);
    for (let i = slotted.length - 1; i >= 0; i--) pending.push(slotted[i]!);
    if (slotted.length > 0) continue;
    for (let child = lastOf(dom().shadowOf(at) ?? at); child; child = previousOf(child)) pending.push(child);
  }
}

/** The nodes shown at a slot; none for another element, or where the slot shows what it holds itself. */
function slottedIn(element: Element): Node[] {
  return element instanceof HTMLSlotElement ? element.assignedNodes() : [];
}

/** The node itself, or the element of the document in whose shadow trees it stands. */
export function inDocument(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}

/** The nearest element around a text node, a shadow tree's host included. */
export function elementAround(node: Node): Element | null {
  const parent = dom().parentOf(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
