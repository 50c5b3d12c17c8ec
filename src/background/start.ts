import { serve } from '../messaging/server';
import { onSettingsChange } from '../settings/store';
import { watchAccess } from './access';
import { serveCommands } from './commands';
import { createHandlers } from './handlers';
import { injectIntoOpenTabs } from './inject';
import { createPackStore } from './pack-store';
import { endPauseOnAlarm } from './pause';
import { relinkAllTabs, tellAllTabs } from './tabs';

/**
 * Starts the worker. Every listener is registered before the first await: a browser that wakes the worker for an event
 * delivers it only to listeners that are there when the script has run.
 */
export function startBackground(): void {
  const packs = createPackStore();
  serve(createHandlers(packs));
  serveCommands();
  endPauseOnAlarm();
  injectIntoOpenTabs();
  watchAccess();
  onSettingsChange((changed) => void passOn(changed), new AbortController().signal);
}

async function passOn(changed: readonly string[]): Promise<void> {
  await tellAllTabs();
  if (changed.includes('disabledPacks')) await relinkAllTabs();
}
