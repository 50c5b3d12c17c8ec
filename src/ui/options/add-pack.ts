import { h } from '../element';
import type { Section } from './types';

/** The control that adds a pack from a file: how far it is, and why a file was refused. Then calls `onAdded`. */
export function createAddPack({ ports, say }: Section, onAdded: () => Promise<void>): HTMLElement {
  const error = h('p', { class: 'error', role: 'alert' });
  const input = h('input', { type: 'file', id: 'add-pack', accept: '.pack', 'aria-describedby': 'add-pack-hint' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (!file) return;
    error.textContent = '';
    input.disabled = true;
    void add(file).finally(() => {
      input.disabled = false;
      // The same file can be chosen again after it was mended.
      input.value = '';
    });
  });

  async function add(file: File): Promise<void> {
    const result = await ports.addPack(file, (words) => say(`${words} ...`));
    if ('error' in result) {
      say('');
      error.textContent = result.error;
      return;
    }
    await onAdded();
    say(`${result.name} was added.`);
  }
  return h(
    'div',
    { class: 'field' },
    h('label', { for: 'add-pack' }, 'Add a pack'),
    input,
    h(
      'small',
      { id: 'add-pack-hint' },
      'A file that ends in .pack. Sidelight cannot tell who made it; add packs of people you trust.',
    ),
    error,
  );
}
