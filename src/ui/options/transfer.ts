import { button, h } from '../element';
import { MOST_BYTES, readSettingsFile, writeSettingsFile } from './settings-file';
import type { Section } from './types';

const FILE_NAME = 'sidelight-settings.json';

/** Saving the reader's settings to a file and taking them from one. */
export function createTransferSection({ ports, say }: Section): HTMLElement {
  const error = h('p', { class: 'error', role: 'alert' });
  const input = h('input', {
    type: 'file',
    id: 'import',
    accept: '.json,application/json',
    'aria-describedby': 'import-hint',
  });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (!file) return;
    error.textContent = '';
    void take(file).then((problem) => {
      error.textContent = problem;
      if (problem === '') say(`Settings were taken from ${file.name}.`);
      // The same file can be chosen again after it was mended.
      input.value = '';
    });
  });

  async function take(file: File): Promise<string> {
    if (file.size > MOST_BYTES) return 'This file is too large to be a settings file.';
    const read = readSettingsFile(await file.text(), ports.check);
    if ('error' in read) return read.error;
    await ports.change(() => read.settings);
    return '';
  }
  const save = button(
    {},
    () => void ports.load().then((settings) => ports.save(FILE_NAME, writeSettingsFile(settings))),
    'Save to a file',
  );
  return h(
    'section',
    { 'aria-labelledby': 'transfer' },
    h('h2', { id: 'transfer' }, 'Your settings as a file'),
    h('p', { class: 'field' }, save),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'import' }, 'Take settings from a file'),
      input,
      h('small', { id: 'import-hint' }, 'They replace the ones you have now.'),
    ),
    error,
  );
}
