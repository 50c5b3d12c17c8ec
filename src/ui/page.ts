/**
 * Access to the page's window and document that the page cannot disturb. In Chromium a named element shadows inherited
 * members, even for an extension (`<form name="createElement">`, `<img name="addEventListener">`), so everything
 * inherited is taken from the prototypes, which live in our own world. In our own pages it is the same as plain access.
 */
export function createElement<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
  return Document.prototype.createElement.call(document, tag) as HTMLElementTagNameMap[K];
}

/** The body, also where a control of that name hides it; null in a document without one. */
export function bodyOfPage(): HTMLElement | null {
  return documentGetter('body') as HTMLElement | null;
}

export function activeElement(): Element | null {
  return documentGetter('activeElement') as Element | null;
}

function documentGetter(name: 'body' | 'activeElement'): unknown {
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document);
}

type Options = AddEventListenerOptions & { signal: AbortSignal };

/** Listens to the window ahead of the page's own listeners on anything in it. */
export function listenToWindow<K extends keyof (WindowEventMap & DocumentEventMap)>(
  type: K,
  listener: (event: (WindowEventMap & DocumentEventMap)[K]) => void,
  options: Options,
): void {
  EventTarget.prototype.addEventListener.call(window, type, listener as EventListener, {
    capture: true,
    ...options,
  });
}
