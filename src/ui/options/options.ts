import type { Settings } from '../../settings/schema';
import { h } from '../element';
import { createMemorySection } from './memory';
import { createPacksSection } from './packs';
import { createReadingSection } from './reading';
import { createTransferSection } from './transfer';
import type { OptionsPorts, PackRow, Section } from './types';

/** Fills `root` with the options and keeps them true until `signal` aborts, whoever changes them. */
export async function startOptions(root: HTMLElement, ports: OptionsPorts, signal: AbortSignal): Promise<void> {
  const status = h('p', { class: 'status', role: 'status' });
  const section: Section = { ports, say: (sentence) => (status.textContent = sentence) };
  const packs = await ports.packs().catch((): PackRow[] => {
    section.say('The packs could not be read just now. Reload this page to try again.');
    return [];
  });
  const parts = [createReadingSection(section), createMemorySection(section), createPacksSection(section, packs)];
  const show = async (): Promise<void> => {
    const settings = await ports.load();
    showTheme(settings);
    for (const part of parts) await part.set(settings);
  };
  root.replaceChildren(
    h('header', {}, h('h1', {}, 'Sidelight'), h('p', {}, 'Everything stays on this computer. Nothing you read is sent anywhere.')),
    ...parts.map((part) => part.element),
    createTransferSection(section),
    status,
  ); // prettier-ignore
  ports.onChange(() => void show(), signal);
  await show();
}

function showTheme({ theme }: Settings): void {
  document.documentElement.dataset.theme = theme;
}
