import { formatDate } from '../dates';
import { h } from '../element';
import { createSwitch, type Switch } from '../switch';
import type { PackRow, Part, Section } from './types';

/** The packs that are here, what they are and whose, and a switch for each. */
export function createPacksSection({ ports, say }: Section, packs: readonly PackRow[]): Part {
  const switches = new Map<string, Switch>();
  const rows = packs.map((pack) => {
    if (pack.problem !== '') return brokenPack(pack);
    const own = createSwitch([h('strong', {}, pack.name), detail(pack)], (on) => {
      void ports
        .change(({ disabledPacks }) => ({
          disabledPacks: on ? disabledPacks.filter((id) => id !== pack.id) : [...disabledPacks, pack.id],
        }))
        .then(() => say(`${pack.name} is ${on ? 'on' : 'off'}.`));
    });
    switches.set(pack.id, own);
    return h('li', {}, own.element, notice(pack));
  });
  const none = packs.length === 0 && h('p', { class: 'empty' }, 'No pack could be found.');
  return {
    element: h(
      'section',
      { 'aria-labelledby': 'packs' },
      h('h2', { id: 'packs' }, 'Knowledge packs'),
      none,
      h('ul', { class: 'packs' }, ...rows),
    ),
    set({ disabledPacks }) {
      for (const [id, own] of switches) own.set(!disabledPacks.includes(id));
    },
  };
}

function detail({ version, asOf, entities }: PackRow): HTMLElement {
  const count = new Intl.NumberFormat('en').format(entities);
  return h('small', {}, `Version ${version}, as of ${formatDate(asOf)}, ${count} records`);
}

function notice({ licence, notice: text, attribution }: PackRow): HTMLElement {
  return h(
    'dl',
    { class: 'notice' },
    ...[['Licence', licence], ['By', attribution], ['Notice', text]].map(([label, value]) =>
      value ? h('div', {}, h('dt', {}, label), h('dd', {}, value)) : null,
    ),
  ); // prettier-ignore
}

function brokenPack({ name, problem }: PackRow): HTMLElement {
  return h('li', { class: 'broken' }, h('strong', {}, name), h('p', {}, `Put aside: ${problem}`));
}
