import type { CardFact, CardModel, CardRelation, CardRole } from '../../core/kb/card';
import { formatDate, formatSpan } from '../dates';
import { button, h, linkOut, type Child } from '../element';
import type { Occurrence } from './types';
import type { CardActions } from './view';

/** Marks of age, in words: colour alone would not reach everybody. */
const AGE_WORDS: Record<CardFact['freshness'], string> = {
  fresh: '',
  aging: 'May have changed',
  stale: 'May be outdated',
};

/** What the entity was, and who held its posts, on the day of the story. */
export function rolesSection({ roles, holders }: CardModel, actions: CardActions): HTMLElement | null {
  const day = roles[0]?.onDate ?? holders[0]?.onDate;
  if (day === undefined) return null;
  const lines = [
    ...roles.map((role) => h('p', { dir: 'auto' }, role.text, spanOf(role))),
    ...holders.map((holder) =>
      h(
        'p',
        { dir: 'auto' },
        `${holder.text}: `,
        nameButton(holder.name, holder.entity, actions),
        spanOf(holder, ', '),
      ),
    ),
  ];
  return h('div', { class: 'role' }, h('h3', {}, `As of this story, ${formatDate(day)}`), ...lines);
}

/** How long, on a line of its own, or within the line after `joint`. */
function spanOf({ from, to }: Pick<CardRole, 'from' | 'to'>, joint?: string): Child {
  const span = formatSpan(from, to, joint === undefined ? 'long' : 'short');
  if (span === '') return null;
  return joint === undefined
    ? h('span', { class: 'span' }, sentence(span))
    : h('span', { class: 'span inline' }, `${joint}${span}`);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function factsSection({ facts }: CardModel): HTMLElement | null {
  if (facts.length === 0) return null;
  return h('section', { 'aria-label': 'Facts' }, h('dl', { class: 'facts' }, ...facts.map(factRow)));
}

/** Label, value, then where it comes from and when it held. */
function factRow({ label, value, source, asOf, until, freshness }: CardFact): HTMLElement {
  const from = source.url === undefined ? source.text : linkOut(source.text, source.url);
  const age = AGE_WORDS[freshness];
  const ended = until === undefined ? '' : `, until ${formatDate(until, 'short')}`;
  return h(
    'div',
    {},
    h('dt', { dir: 'auto' }, label),
    h('dd', { dir: 'auto' }, value),
    h(
      'dd',
      { class: 'from' },
      from,
      `, as of ${formatDate(asOf, 'short')}${ended}`,
      age !== '' && '. ',
      age !== '' && h('span', { class: 'mark', 'data-age': freshness }, age),
    ),
  );
}

export function timelineSection({ timeline }: CardModel): HTMLElement | null {
  if (timeline.length === 0) return null;
  const steps = timeline.map(({ date, text }) =>
    h('li', {}, h('time', {}, formatDate(date)), h('span', { dir: 'auto' }, text)),
  );
  return titled('Timeline', h('ol', { class: 'timeline' }, ...steps));
}

/** Relations under their labels; those that share a label stand together. */
export function relationsSection({ relations }: CardModel, actions: CardActions): HTMLElement | null {
  if (relations.length === 0) return null;
  const byLabel = new Map<string, CardRelation[]>();
  for (const relation of relations) byLabel.set(relation.label, [...(byLabel.get(relation.label) ?? []), relation]);
  const rows = [...byLabel].map(([label, group]) =>
    h('div', {}, h('dt', { dir: 'auto' }, label), ...group.map((relation) => relationValue(relation, actions))),
  );
  return titled('Connected', h('dl', { class: 'links' }, ...rows));
}

function relationValue({ value, target, from, to }: CardRelation, actions: CardActions): HTMLElement {
  const span = formatSpan(from, to);
  const name = target === null ? h('bdi', {}, value) : nameButton(value, target, actions);
  return h('dd', {}, name, span !== '' && h('span', { class: 'span' }, sentence(span)));
}

/** A name that opens its own card in this one. */
function nameButton(name: string, entity: string, { follow }: CardActions): HTMLElement {
  return button({ class: 'name', 'data-entity': entity }, () => follow(entity), h('bdi', {}, name));
}

/** How often the story mentions the entity, and where; each place can be gone to. */
export function storySection(occurrences: Occurrence[], { jump }: CardActions): HTMLElement | null {
  if (occurrences.length === 0) return null;
  const count = occurrences.length === 1 ? '1 mention' : `${occurrences.length} mentions`;
  const places = occurrences.map((occurrence) => {
    const { before, text, after } = occurrence;
    const snippet = h('bdi', {}, leading(before), h('b', {}, text), trailing(after));
    return h(
      'li',
      {},
      button({}, () => jump(occurrence), snippet),
    );
  });
  const list = h('ol', { class: 'places' }, ...places);
  return h('section', {}, h('details', {}, h('summary', {}, `In this story: ${count}`), list));
}

/** Starts the context at a whole word. */
function leading(before: string): string {
  const words = before.replace(/\s+/g, ' ');
  const cut = words.length > 24 ? words.slice(words.indexOf(' ', words.length - 25) + 1) : words;
  return cut.length < words.length ? `\u2026 ${cut}` : cut;
}

function trailing(after: string): string {
  const words = after.replace(/\s+/g, ' ');
  const end = words.lastIndexOf(' ', 36);
  return words.length > 36 && end > 0 ? `${words.slice(0, end)} \u2026` : words;
}

function titled(title: string, ...content: HTMLElement[]): HTMLElement {
  return h('section', {}, h('h3', {}, title), ...content);
}
