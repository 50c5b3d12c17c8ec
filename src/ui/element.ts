import { createElement } from './page';

export type Child = Node | string | null | undefined | false;

/** Attributes by name; `true` sets an empty one, null and false set none. */
type Attributes = Record<string, string | number | boolean | null | undefined>;

/**
 * Makes an element with attributes and children. Text always goes in as a text node and no attribute of ours carries
 * code, so no string from a pack or a page can become markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter(isPresent));
  return element;
}

function isPresent(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false;
}

/** A button that acts on what the reader really did; clicks made by scripts are ignored. */
export function button(
  attributes: Attributes,
  onClick: (event: MouseEvent) => void,
  ...children: Child[]
): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, ...children);
  element.addEventListener('click', (event) => {
    if (event.isTrusted) onClick(event);
  });
  return element;
}

/** A link out of Sidelight; plain text where the address is not https. The target learns nothing of where it was. */
export function linkOut(label: string, url: string, attributes: Attributes = {}): HTMLElement {
  if (!isHttps(url)) return h('span', attributes, label);
  return h(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer', ...attributes },
    label,
  );
}

function isHttps(url: string): boolean {
  try {
    return new URL(url).protocol === 'https:';
  } catch {
    return false;
  }
}

/** Direction of a text by its first strong letter, for what is laid out around it. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const strong = /[\p{L}]/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(strong)
    ? 'rtl'
    : 'ltr';
}
