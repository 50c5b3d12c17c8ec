import type { Settings } from '../../settings/schema';
import { h } from '../element';
import { createSwitch } from '../switch';
import type { Part, Section } from './types';

/** Range of the slider, milliseconds; the schema accepts more. */
const DWELL = { min: 100, max: 1500, step: 50 };

const THEMES: [Settings['theme'], string][] = [
  ['auto', 'Like the browser'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** How Sidelight behaves while reading: dwell time, what is underlined, colours. */
export function createReadingSection(section: Section): Part {
  const parts = [dwell(section), ...switches(section), theme(section)];
  return {
    element: h(
      'section',
      { 'aria-labelledby': 'reading' },
      h('h2', { id: 'reading' }, 'Reading'),
      ...parts.map((part) => part.element),
    ),
    set: (settings) => parts.forEach((part) => part.set(settings)),
  };
}

function dwell({ ports }: Section): Part {
  const input = h('input', { type: 'range', id: 'dwell', 'aria-describedby': 'dwell-hint', ...DWELL });
  const output = h('output', { for: 'dwell' });
  const show = (ms: number): void => {
    output.textContent = `${ms} ms`;
    input.setAttribute('aria-valuetext', `${ms} milliseconds`);
  };
  input.addEventListener('input', () => show(input.valueAsNumber));
  input.addEventListener('change', () => void ports.change(() => ({ dwellMs: input.valueAsNumber })));
  return {
    element: h(
      'div',
      { class: 'field' },
      h('label', { for: 'dwell' }, 'A card opens after the pointer has rested for'),
      h('div', { class: 'range' }, input, output),
      h('small', { id: 'dwell-hint' }, 'Longer if cards open when you do not want them, shorter if you wait for them.'),
    ),
    set({ dwellMs }) {
      // A slider that is being dragged is not pulled back by its own last value.
      if (input.matches(':active')) return;
      input.value = String(dwellMs);
      show(dwellMs);
    },
  };
}

function switches({ ports }: Section): Part[] {
  const part = (key: 'underlineFamiliar' | 'everyMention', label: string, hint: string): Part => {
    const own = createSwitch([label, h('small', {}, hint)], (on) => void ports.change(() => ({ [key]: on })));
    return { element: own.element, set: (settings) => own.set(settings[key]) };
  };
  return [
    part('everyMention', 'Underline every mention', 'Otherwise only the first one of each name in a story.'),
    part('underlineFamiliar', 'Underline familiar places', 'Countries and well-known cities, which most readers know.'),
  ];
}

function theme({ ports }: Section): Part {
  const inputs = THEMES.map(([value]) => h('input', { type: 'radio', name: 'theme', id: `theme-${value}`, value }));
  for (const input of inputs) {
    input.addEventListener('change', () => void ports.change(() => ({ theme: input.value as Settings['theme'] })));
  }
  const choices = inputs.map((input, i) => h('label', { for: input.id }, input, ` ${THEMES[i]?.[1] ?? ''}`));
  return {
    element: h('fieldset', { class: 'field' }, h('legend', {}, 'Colours of cards and pages'), ...choices),
    set: (settings) => inputs.forEach((input) => (input.checked = input.value === settings.theme)),
  };
}
