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
  for (const [prototype, names] of NEEDED) {
    for (const name of names) {
      if (Object.hasOwn(prototype, name)) continue;
      Object.defineProperty(prototype, name, inherited(prototype, name) ?? { configurable: true, get: () => false });
    }
  }
}

function inherited(prototype: object, name: string): PropertyDescriptor | undefined {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}
