import { button, h, type Child } from './element';

/** A switch with its label; `set` shows a state without telling anybody. */
export type Switch = { element: HTMLButtonElement; set: (on: boolean) => void };

/** Asks for the other state when used; it changes only when `set` says so, so that it never shows what is not true. */
export function createSwitch(label: Child[], onChange: (on: boolean) => void): Switch {
  const element = button(
    { role: 'switch', 'aria-checked': 'false', class: 'switch' },
    () => onChange(element.getAttribute('aria-checked') !== 'true'),
    h('span', { class: 'label' }, ...label),
    h('span', { class: 'track', 'aria-hidden': 'true' }),
  );
  return { element, set: (on) => element.setAttribute('aria-checked', String(on)) };
}
