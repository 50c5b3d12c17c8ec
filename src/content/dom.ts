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
  tagOf: Getter<string>;
  namespaceOf: Getter<string | null>;
  connected: Getter<boolean>;
  attribute: (element: Element, name: string) => string | null;
  hasAttribute: (element: Element, name: string) => boolean;
  shadowOf: Getter<ShadowRoot | null>;
  bodyOf: Getter<HTMLElement | null>;
  rootOf: Getter<Element | null>;
  queryAll: (root: Document | Element, selector: string) => NodeListOf<Element>;
  closest: (element: Element, selector: string) => Element | null;
  textWalker: (root: Node) => TreeWalker;
  caretAt: (x: number, y: number) => CaretPosition | null;
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
  const inDocument = Document.prototype.querySelectorAll;
  const inElement = Element.prototype.querySelectorAll;
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
    tagOf: getterOf(Element.prototype, 'localName'),
    namespaceOf: getterOf(Element.prototype, 'namespaceURI'),
    connected: getterOf(Node.prototype, 'isConnected'),
    attribute: (element, name) => getAttribute.call(element, name),
    hasAttribute: (element, name) => hasAttribute.call(element, name),
    shadowOf: getterOf(Element.prototype, 'shadowRoot'),
    bodyOf: getterOf(Document.prototype, 'body'),
    rootOf: getterOf(Document.prototype, 'documentElement'),
    queryAll: (root, selector) =>
      root instanceof Document ? inDocument.call(root, selector) : inElement.call(root, selector),
    closest: (element, selector) => closest.call(element, selector),
    textWalker: (root) => createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT),
    caretAt: (x, y) => caretPositionFromPoint.call(document, x, y),
    isHidden: () => hidden(document),
    contentType: () => contentType(document),
    titleOf: getterOf(Document.prototype, 'title'),
    elementsOf: (page) => elementsByTag.call(page, '*'),
  };
}
