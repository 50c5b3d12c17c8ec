import { button, h } from '../element';
import { createSwitch, type Switch } from '../switch';
import { namesList } from './names';
import { situationOf, type Situation } from './situation';
import type { Access, PageState, PopupPorts, Shortcut, SwitchState } from './types';

/** How often an open popup looks again: the page may still be reading, or a pause may end. */
const REFRESH_MS = 700;
const PAUSE_MINUTES = 60;

/** The parts that change; everything else is made once, so that the keyboard never loses its place. */
type Parts = {
  sentence: HTMLElement;
  grant: HTMLButtonElement;
  page: HTMLButtonElement;
  site: Switch;
  host: HTMLElement;
  all: Switch;
  pause: HTMLButtonElement;
  names: HTMLElement;
};

type Seen = { access: Access; switches: SwitchState; page: PageState | null };

/** Fills `root` with the popup and keeps it true until `signal` aborts. */
export async function startPopup(root: HTMLElement, ports: PopupPorts, signal: AbortSignal): Promise<void> {
  let last = '';
  let seen: Seen | null = null;
  const parts = createParts(ports, () => seen, refresh);

  async function refresh(): Promise<void> {
    const [access, switches, page] = await Promise.all([ports.access(), ports.switches(), ports.page()]);
    if (signal.aborted) return;
    seen = { access, switches, page };
    const now = JSON.stringify(seen);
    if (now !== last) update(parts, seen, ports);
    last = now;
  }
  document.documentElement.dataset.theme = await ports.theme();
  root.replaceChildren(...layout(parts, ports));
  const failed = (): void => {
    parts.sentence.textContent = 'Sidelight does not answer. Close this and open it again.';
  };
  await refresh().catch(failed);
  const timer = setInterval(() => void refresh().catch(failed), REFRESH_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  root.append(shortcutsOf(await ports.shortcuts()));
}

function createParts(ports: PopupPorts, seen: () => Seen | null, refresh: () => Promise<void>): Parts {
  const then = (done: Promise<unknown>): void => void done.then(refresh);
  const host = h('small', { dir: 'ltr' });
  return {
    sentence: h('p', { class: 'sentence', role: 'status' }),
    grant: button({ class: 'main', hidden: true }, () => then(ports.requestAccess()), 'Allow on this site'),
    page: button({ hidden: true }, (event) => {
      const { dataset } = event.currentTarget as HTMLElement;
      then(ports.setPage(dataset.does === 'explain'));
    }), // prettier-ignore
    site: createSwitch(['On this site', host], (on) => then(ports.setSite(on))),
    host,
    all: createSwitch(['On all sites'], (on) => then(ports.setAll(on))),
    pause: button({}, () => then(ports.pause(seen()?.switches.pausedUntil ? 0 : PAUSE_MINUTES))),
    names: h('section', { class: 'story', hidden: true }),
  };
}

function layout({ sentence, grant, page, site, all, pause, names }: Parts, ports: PopupPorts): HTMLElement[] {
  const options = button({ class: 'quiet' }, () => void ports.openOptions().then(ports.close), 'Options');
  return [
    h('header', {}, h('h1', {}, 'Sidelight'), options),
    h('section', { class: 'now', 'aria-label': 'This page' }, sentence, h('div', { class: 'do' }, grant, page)),
    h('section', { class: 'switches', 'aria-label': 'Switches' }, site.element, all.element, pause),
    names,
  ];
}

function update(parts: Parts, { access, switches, page }: Seen, ports: PopupPorts): void {
  const situation = situationOf(access, switches, page, clock);
  const { sentence, site, host, all, pause } = parts;
  sentence.textContent = situation.sentence;
  sentence.dataset.kind = situation.kind;
  parts.grant.hidden = situation.kind !== 'withheld';
  updatePageButton(parts.page, situation);
  site.set(switches.siteEnabled);
  site.element.hidden = switches.host === null;
  host.textContent = switches.host;
  all.set(switches.allEnabled);
  pause.hidden = !switches.allEnabled;
  pause.textContent = switches.pausedUntil > 0 ? 'Resume now' : 'Pause for an hour';
  updateNames(parts.names, situation.kind === 'on' ? (page?.names ?? []) : [], ports);
}

function updatePageButton(element: HTMLButtonElement, { pageButton }: Situation): void {
  element.hidden = pageButton === null;
  element.dataset.does = pageButton ?? '';
  element.textContent = pageButton === 'explain' ? 'Explain names on this page' : 'Not on this page';
}

function updateNames(section: HTMLElement, names: PageState['names'], ports: PopupPorts): void {
  section.hidden = names.length === 0;
  if (names.length === 0) return;
  const jump = (entity: string): void => void ports.jump(entity).then(ports.close);
  section.replaceChildren(h('h2', { id: 'names-title' }, 'Names in this story'), namesList(names, jump));
}

function clock(at: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at);
}

function shortcutsOf(shortcuts: readonly Shortcut[]): HTMLElement {
  const rows = shortcuts.map(({ description, keys }) =>
    h('div', {}, h('dt', {}, description), h('dd', {}, keys === '' ? 'Not set' : h('kbd', { dir: 'ltr' }, keys))),
  );
  return h('details', { class: 'shortcuts' }, h('summary', {}, 'Keyboard shortcuts'), h('dl', {}, ...rows));
}
