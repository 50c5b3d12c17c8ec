import { browser } from 'wxt/browser';
import { changeSettings } from '../settings/store';

const ALARM = 'pause-end';

/** Sets (or, for 0, clears) the alarm that ends a pause; alarms outlive the worker. */
export async function schedulePauseEnd(pausedUntil: number): Promise<void> {
  if (pausedUntil > 0) await browser.alarms.create(ALARM, { when: pausedUntil });
  else await browser.alarms.clear(ALARM);
}

/** Ends the pause when its alarm rings; the change of the setting reaches the pages by itself. */
export function endPauseOnAlarm(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void changeSettings(() => ({ pausedUntil: 0 }));
  });
}
