import { browser } from 'wxt/browser';
import type { Payload, ToPage } from '../messaging/protocol';
import { loadSettings } from '../settings/store';
import { setSite } from './handlers';
import { siteStateFor } from './page-settings';
import { activeTab, sendToTab } from './tabs';

const PAGE_COMMANDS: Record<string, Payload<ToPage, 'command'>['name']> = {
  'next-name': 'next',
  'previous-name': 'previous',
  'open-name': 'open',
};

/** Answers the keyboard commands of the manifest; readers may give them other keys. */
export function serveCommands(): void {
  browser.commands.onCommand.addListener((command) => void runCommand(command));
}

async function runCommand(command: string): Promise<void> {
  const tab = await activeTab();
  if (!tab) return;
  const name = PAGE_COMMANDS[command];
  if (name) return sendToTab(tab.id, 'command', { name });
  if (command === 'toggle-site') {
    const { host, siteEnabled } = siteStateFor(await loadSettings(), tab.url, Date.now());
    if (host !== null) await setSite(tab.url, !siteEnabled);
  }
}
