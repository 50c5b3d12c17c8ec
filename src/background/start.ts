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
  onSettingsChange(passOn, new AbortController().signal);
}

/** Tells the tabs what changed; nobody waits for a tab that is slow to answer. */
function passOn(changed: readonly string[]): void {
  void tellAllTabs();
  if (changed.includes('disabledPacks')) void relinkAllTabs();
}
