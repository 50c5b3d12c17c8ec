import { button, h } from '../element';
import type { NameRow } from './types';

/** The names of the page in reading order; each goes to its first place in the story. */
export function namesList(names: readonly NameRow[], jump: (entity: string) => void): HTMLElement {
  const rows = names.map((row) => h('li', {}, nameButton(row, jump)));
  return h('ol', { class: 'names', 'aria-labelledby': 'names-title' }, ...rows);
}

function nameButton({ entity, name, line, count, underlined }: NameRow, jump: (entity: string) => void): HTMLElement {
  const times = count === 1 ? 'once' : `${count} times`;
  return button(
    { class: underlined ? 'name' : 'name quiet', 'data-entity': entity },
    () => jump(entity),
    h('bdi', { class: 'title' }, name),
    h(
      'span',
      { class: 'times' },
      h('span', { 'aria-hidden': 'true' }, String(count)),
      h('span', { class: 'heard' }, `, ${times}`),
    ),
    line !== '' && h('span', { class: 'line', dir: 'auto' }, line),
  );
}
