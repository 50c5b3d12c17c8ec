/**
 * Safe reading of a hostile tree. In Chromium a form's named controls shadow its own properties, even in the isolated
 * world (`<input name=parentNode>`), and so do named elements on `document`. Everything that may touch a form or the
 * document goes through the getters and methods of the prototypes, which a page cannot reach.
 */

type Getter<T> = (node: object) => T;

function getterOf<T>(prototype: object, name: string): Getter<T> {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`No getter ${name} in this browser.`);
  return (node) => get.call(node) as T;
}

export type DomAccess = {
  parentOf: Getter<Node | null>;
  previousOf: Getter<ChildNode | null>;
  nextOf: Getter<ChildNode | null>;
  lastOf: Getter<ChildNode | null>;
  tagOf: Getter<string>;
  namespaceOf: Getter<string | null>;
  connected: Getter<boolean>;
  attribute: (element: Element, name: string) => string | null;
  hasAttribute: (element: Element, name: string) => boolean;
  hasAttributes: (element: Element) => boolean;
  shadowOf: Getter<ShadowRoot | null>;
  bodyOf: Getter<HTMLElement | null>;
  headOf: Getter<HTMLHeadElement | null>;
  rootOf: Getter<Element | null>;
  queryAll: (root: Document | Element | ShadowRoot, selector: string) => NodeListOf<Element>;
  /** The first of the document's elements that match. */
  queryFirst: (page: Document, selector: string) => Element | null;
  closest: (element: Element, selector: string) => Element | null;
  textWalker: (root: Node) => TreeWalker;
  /** The caret's place at a client point, also in these shadow trees. */
  caretAt: (x: number, y: number, shadowRoots: ShadowRoot[]) => CaretPosition | null;
  isHidden: () => boolean;
  contentType: () => string;
  titleOf: Getter<string>;
  /** All elements of the document; the browser counts them, and only after a change. */
  elementsOf: (page: Document) => HTMLCollectionOf<Element>;
};

let access: DomAccess | null = null;

/** The accessors, made on first use so that importing this file touches no global. */
export function dom(): DomAccess {
  return (access ??= createAccess());
}

function createAccess(): DomAccess {
  const getAttribute = Element.prototype.getAttribute;
  const hasAttribute = Element.prototype.hasAttribute;
  const hasAttributes = Element.prototype.hasAttributes;
  const inDocument = Document.prototype.querySelectorAll;
  const inElement = Element.prototype.querySelectorAll;
  const inFragment = DocumentFragment.prototype.querySelectorAll;
  const firstInDocument = Document.prototype.querySelector;
  const closest = Element.prototype.closest;
  const elementsByTag = Document.prototype.getElementsByTagName;
  const createTreeWalker = Document.prototype.createTreeWalker;
  const caretPositionFromPoint = Document.prototype.caretPositionFromPoint;
  const hidden = getterOf<boolean>(Document.prototype, 'hidden');
  const contentType = getterOf<string>(Document.prototype, 'contentType');
  return {
    parentOf: getterOf(Node.prototype, 'parentNode'),
    previousOf: getterOf(Node.prototype, 'previousSibling'),
    nextOf: getterOf(Node.prototype, 'nextSibling'),
    lastOf: getterOf(Node.prototype, 'lastChild'),
    tagOf: getterOf(Element.prototype, 'localName'),
    namespaceOf: getterOf(Element.prototype, 'namespaceURI'),
    connected: getterOf(Node.prototype, 'isConnected'),
    attribute: (element, name) => getAttribute.call(element, name),
    hasAttribute: (element, name) => hasAttribute.call(element, name),
    hasAttributes: (element) => hasAttributes.call(element),
    shadowOf: getterOf(Element.prototype, 'shadowRoot'),
    bodyOf: getterOf(Document.prototype, 'body'),
    headOf: getterOf(Document.prototype, 'head'),
    rootOf: getterOf(Document.prototype, 'documentElement'),
    queryAll: (root, selector) => {
      if (root instanceof Document) return inDocument.call(root, selector);
      return (root instanceof Element ? inElement : inFragment).call(root, selector);
    },
    queryFirst: (page, selector) => firstInDocument.call(page, selector),
    closest: (element, selector) => closest.call(element, selector),
    textWalker: (root) => createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT),
    caretAt: (x, y, shadowRoots) => caretPositionFromPoint.call(document, x, y, { shadowRoots }),
    isHidden: () => hidden(document),
    contentType: () => contentType(document),
    titleOf: getterOf(Document.prototype, 'title'),
    elementsOf: (page) => elementsByTag.call(page, '*'),
  };
}
