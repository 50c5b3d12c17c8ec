/**
 * happy-dom keeps the getters that src/content/dom.ts takes from the prototypes further up, and lacks `hidden`: puts
 * them where browsers have them.
 */
const NEEDED: readonly (readonly [prototype: object, names: readonly string[]])[] = [
  [Document.prototype, ['hidden', 'contentType', 'body', 'head', 'documentElement', 'title']],
  [Element.prototype, ['localName', 'namespaceURI', 'shadowRoot']],
  [Node.prototype, ['parentNode', 'previousSibling', 'nextSibling', 'lastChild', 'isConnected']],
];

export function fillLackingGetters(): void {
  fillXPath();
  for (const [prototype, names] of NEEDED) {
    for (const name of names) {
      if (Object.hasOwn(prototype, name)) continue;
      Object.defineProperty(prototype, name, inherited(prototype, name) ?? { configurable: true, get: () => false });
    }
  }
}

/** happy-dom has no XPath, by which custom elements are looked for; the pages of these tests have none. */
function fillXPath(): void {
  if ('XPathResult' in globalThis) return;
  Object.assign(globalThis, { XPathResult: {} });
  Object.assign(Document.prototype, { evaluate: () => ({ snapshotLength: 0, snapshotItem: () => null }) });
}

function inherited(prototype: object, name: string): PropertyDescriptor | undefined {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}
