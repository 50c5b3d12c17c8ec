import { button, h } from '../element';

export type Removable = { key: string; label: string; detail?: string };

export type RemovableList = { element: HTMLElement; set: (items: Removable[]) => void };

/**
 * A list whose items can be taken out. After a removal the keyboard is on the next item, or on the list where none is
 * left, so that it never falls back to the top of the page.
 */
export function createRemovableList(title: string, empty: string, onRemove: (item: Removable) => void): RemovableList {
  const nothing = h('p', { class: 'empty', tabindex: '-1' }, empty);
  const list = h('ul', { class: 'removable', 'aria-label': title });
  return {
    element: h('div', {}, nothing, list),
    set(items) {
      const hadFocus = [...list.querySelectorAll('button')].indexOf(
        list.ownerDocument.activeElement as HTMLButtonElement,
      );
      list.replaceChildren(...items.map((item) => row(item, onRemove)));
      nothing.hidden = items.length > 0;
      list.hidden = items.length === 0;
      if (hadFocus < 0) return;
      const buttons = list.querySelectorAll('button');
      (buttons[Math.min(hadFocus, buttons.length - 1)] ?? nothing).focus();
    },
  };
}

function row(item: Removable, onRemove: (item: Removable) => void): HTMLElement {
  const { label, detail } = item;
  return h(
    'li',
    {},
    h('span', {}, h('bdi', {}, label), detail !== undefined && h('small', {}, detail)),
    button({ 'aria-label': `Remove ${label}` }, () => onRemove(item), 'Remove'),
  );
}
