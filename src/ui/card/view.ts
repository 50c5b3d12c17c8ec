import type { CardModel } from '../../core/kb/card';
import type { Candidate } from '../../core/link/types';
import { formatDate } from '../dates';
import { button, h, linkOut, type Child } from '../element';
import { choiceSection } from './choice';
import { factsSection, relationsSection, rolesSection, storySection, timelineSection } from './sections';
import type { Occurrence } from './types';

/** A country has its name in a dozen languages; more than these are folded away. */
const MOST_NATIVE = 4;

/** What the card can do when the reader asks for it. */
export type CardActions = {
  close: () => void;
  back: () => void;
  follow: (entity: string) => void;
  jump: (occurrence: Occurrence) => void;
  know: (known: boolean) => void;
  reject: () => void;
  choose: (candidate: Candidate) => void;
};

/** The mention's part of a card; absent on cards of related entities. */
export type MentionView = {
  surface: string;
  score: number;
  alternatives: Candidate[];
  occurrences: Occurrence[];
  known: boolean;
};

export type CardView = { model: CardModel; mention: MentionView | null; canGoBack: boolean };

/** Everything inside the card's element, in reading order. */
export function renderCard({ model, mention, canGoBack }: CardView, actions: CardActions): HTMLElement[] {
  const main = h(
    'div',
    { class: 'main' },
    heading(model.name),
    nativeNames(model),
    mention && choiceSection(mention, actions),
    h('p', { class: 'line', dir: 'auto' }, model.line),
    rolesSection(model, actions),
    model.background !== null && h('p', { class: 'background', dir: 'auto' }, model.background),
    factsSection(model),
    timelineSection(model),
    relationsSection(model, actions),
    mention && storySection(mention.occurrences, actions),
    linksOut(model),
    origin(model),
  );
  const parts = [topBar(model.typeLabel, canGoBack, actions), main];
  if (mention) parts.push(actionBar(mention, actions));
  return parts;
}

/** The card while its record is on the way, or when it cannot be had: the name and one sentence. */
export function renderNotice(name: string, sentence: string, canGoBack: boolean, actions: CardActions): HTMLElement[] {
  const main = h('div', { class: 'main' }, heading(name), h('p', { class: 'note' }, sentence));
  return [topBar('', canGoBack, actions), main];
}

function heading(name: string): HTMLElement {
  return h('h2', { id: 'name', dir: 'auto', tabindex: '-1' }, name);
}

function topBar(typeLabel: string, canGoBack: boolean, actions: CardActions): HTMLElement {
  const back =
    canGoBack && button({ class: 'back' }, actions.back, h('span', { 'aria-hidden': 'true' }, '\u2190 '), 'Back');
  const close = button(
    { class: 'icon close', 'aria-label': 'Close' },
    actions.close,
    h('span', { 'aria-hidden': 'true' }, '\u2715'),
  );
  return h('div', { class: 'bar' }, back, h('p', { class: 'kind' }, typeLabel), close);
}

/** Native names, each once, with the languages that write it so. */
function nativeNames({ nativeNames: names }: CardModel): HTMLElement | null {
  if (names.length === 0) return null;
  const byText = new Map<string, string[]>();
  for (const { lang, text } of names) byText.set(text, [...(byText.get(text) ?? []), lang]);
  const items: Child[] = [...byText].map(([text, langs]) =>
    h('span', {}, h('bdi', { lang: langs[0] }, text), ` ${langs.map(languageName).join(', ')}`),
  );
  const list = h('p', { class: 'native' }, ...items);
  if (byText.size <= MOST_NATIVE) return list;
  return h('details', { class: 'native-more' }, h('summary', {}, `In ${names.length} other languages`), list);
}

function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

function linksOut({ links, geo }: CardModel): HTMLElement | null {
  const items: HTMLElement[] = links.map(({ label, url }) => linkOut(label, url));
  if (geo) {
    const place = `mlat=${geo.lat}&mlon=${geo.lon}#map=6/${geo.lat}/${geo.lon}`;
    items.push(linkOut('Map', `https://www.openstreetmap.org/?${place}`));
    if (geo.disputed) items.push(h('span', { class: 'disputed' }, 'Sovereignty is disputed'));
  }
  return items.length === 0 ? null : h('div', { class: 'out' }, ...items);
}

function origin({ pack, asOf }: CardModel): HTMLElement {
  const licence = pack.licence === '' ? '' : ` (${pack.licence})`;
  const by = pack.attribution === '' ? '' : ` by ${pack.attribution}`;
  return h('p', { class: 'foot' }, `As of ${formatDate(asOf)}. From the pack \u201c${pack.name}\u201d${by}${licence}.`);
}

function actionBar({ known, surface }: MentionView, { know, reject }: CardActions): HTMLElement {
  const knowButton = button({ class: 'plain', 'aria-pressed': String(known) }, () => {
    const next = knowButton.getAttribute('aria-pressed') !== 'true';
    knowButton.setAttribute('aria-pressed', String(next));
    know(next);
  }, 'I know this'); // prettier-ignore
  const rejectButton = button(
    { class: 'plain', title: `\u201c${surface}\u201d means something else here` },
    reject,
    'Not this',
  );
  return h('div', { class: 'actions' }, knowButton, rejectButton);
}
