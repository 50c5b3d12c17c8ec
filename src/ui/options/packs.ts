import { formatDate } from '../dates';
import { button, h } from '../element';
import { createSwitch, type Switch } from '../switch';
import { createAddPack } from './add-pack';
import type { PackRow, Part, Section } from './types';

/** The packs that are here, what they are and whose, a switch for each, and the way to add and remove own ones. */
export function createPacksSection(section: Section, packs: readonly PackRow[]): Part {
  const { ports, say } = section;
  const switches = new Map<string, Switch>();
  const none = h('p', { class: 'empty' }, 'No pack could be found.');
  const list = h('ul', { class: 'packs', tabindex: '-1', 'aria-labelledby': 'packs' });
  const set: Part['set'] = ({ disabledPacks }) => {
    for (const [id, own] of switches) own.set(!disabledPacks.includes(id));
  };
  const fill = (rows: readonly PackRow[]): void => {
    switches.clear();
    list.replaceChildren(
      ...rows.map((pack) => (pack.problem === '' ? workingPack(pack) : brokenPack(pack, removeButton(pack)))),
    );
    none.hidden = rows.length > 0;
  };
  const refresh = async (): Promise<void> => {
    fill(await ports.packsChanged());
    await set(await ports.load());
  };

  function workingPack(pack: PackRow): HTMLElement {
    const own = createSwitch([h('strong', {}, pack.name), detail(pack)], (on) => {
      void ports
        .change(({ disabledPacks }) => ({
          disabledPacks: on ? disabledPacks.filter((id) => id !== pack.id) : [...disabledPacks, pack.id],
        }))
        .then(() => say(`${pack.name} is ${on ? 'on' : 'off'}.`));
    });
    switches.set(pack.id, own);
    return h('li', {}, own.element, removeButton(pack), notice(pack));
  }

  function removeButton(pack: PackRow): HTMLElement | null {
    if (!pack.installed) return null;
    const remove = button({ 'aria-label': `Remove ${pack.name}` }, () => void take(pack), 'Remove');
    return h('p', { class: 'own' }, 'Your pack (unsigned)', remove);
  }

  async function take(pack: PackRow): Promise<void> {
    const problem = await ports.removePack(pack.id);
    say(problem === '' ? `${pack.name} was removed.` : `${pack.name} was not removed. ${problem}`);
    await refresh();
    // The button that had the keyboard is gone.
    list.focus();
  }

  fill(packs);
  const heading = h('h2', { id: 'packs' }, 'Knowledge packs');
  return {
    element: h('section', { 'aria-labelledby': 'packs' }, heading, none, list, createAddPack(section, refresh)),
    set,
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

function brokenPack({ name, problem }: PackRow, remove: HTMLElement | null): HTMLElement {
  return h('li', { class: 'broken' }, h('strong', {}, name), h('p', {}, `Put aside: ${problem}`), remove);
}
