import type { ReaderChoice, Settings } from '../../settings/schema';
import { h } from '../element';
import { createRemovableList, type Removable } from './removable-list';
import type { OptionsPorts, Part, Section } from './types';

/** Names are asked for only so many entries; the rest show their ids. */
const MOST_NAMES = 300;

/** What Sidelight remembers because the reader said so; everything can be taken back. */
export function createMemorySection({ ports, say }: Section): Part {
  const change = (title: string, drop: (settings: Settings, key: string) => Partial<Settings>) => (item: Removable) => {
    void ports
      .change((settings) => drop(settings, item.key))
      .then(() => say(`Removed from \u201c${title}\u201d: ${item.label}`));
  };
  const list = (title: string, empty: string, drop: (settings: Settings, key: string) => Partial<Settings>) => ({
    title,
    list: createRemovableList(title, empty, change(title, drop)),
  });
  const sites = list('Sites switched off', 'Sidelight is on everywhere.', dropSite);
  const known = list('Names you know', 'No name has been marked as known.', ({ knownEntities }, key) => ({
    knownEntities: knownEntities.filter((entity) => entity !== key),
  }));
  const rejected = list('Links you said were wrong', 'No link has been rejected.', ({ rejected: all }, key) => ({
    rejected: all.filter((choice) => keyOf(choice) !== key),
  }));
  const chosen = list('Meanings you chose', 'No meaning has been chosen.', ({ chosen: all }, key) => ({
    chosen: all.filter((choice) => keyOf(choice) !== key),
  }));
  const blocks = [sites, known, rejected, chosen].map((one) =>
    h('div', { class: 'block' }, h('h3', {}, one.title), one.list.element),
  );
  return {
    element: h(
      'section',
      { 'aria-labelledby': 'memory' },
      h('h2', { id: 'memory' }, 'What you told Sidelight'),
      ...blocks,
    ),
    async set(settings) {
      sites.list.set(sitesOff(settings));
      const names = await namesOf(settings, ports);
      known.list.set(settings.knownEntities.map((entity) => ({ key: entity, label: names.get(entity) ?? entity })));
      rejected.list.set(settings.rejected.map((choice) => choiceRow(choice, names, 'is not')));
      chosen.list.set(settings.chosen.map((choice) => choiceRow(choice, names, 'is')));
    },
  };
}

function sitesOff({ sites }: Settings): Removable[] {
  return Object.entries(sites)
    .filter(([, on]) => !on)
    .map(([host]) => ({ key: host, label: host }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function dropSite({ sites }: Settings, host: string): Partial<Settings> {
  return { sites: Object.fromEntries(Object.entries(sites).filter(([name]) => name !== host)) };
}

function keyOf({ entity, surface }: ReaderChoice): string {
  return `${entity}\n${surface}`;
}

function choiceRow(choice: ReaderChoice, names: Map<string, string>, verb: string): Removable {
  const name = names.get(choice.entity) ?? choice.entity;
  return { key: keyOf(choice), label: `\u201c${choice.surface}\u201d ${verb} ${name}` };
}

async function namesOf(settings: Settings, ports: OptionsPorts): Promise<Map<string, string>> {
  const { knownEntities, rejected, chosen } = settings;
  const ids = new Set([
    ...knownEntities,
    ...rejected.map(({ entity }) => entity),
    ...chosen.map(({ entity }) => entity),
  ]);
  const asked = [...ids].slice(0, MOST_NAMES);
  const names = await Promise.all(asked.map((entity) => ports.nameOf(entity).catch(() => null)));
  return new Map(asked.flatMap((entity, i) => (names[i] ? [[entity, names[i]] as const] : [])));
}
