import { createClient } from '../../src/messaging/client';
import { readSettings } from '../../src/settings/schema';
import { changeSettings, loadSettings, onSettingsChange } from '../../src/settings/store';
import type { OptionsPorts } from '../../src/ui/options/types';
import { addPack, dropPack } from './pack-ports';

/** Connects the options page to the stored settings and the worker. */
export function optionsPorts(): OptionsPorts {
  const { send } = createClient();
  return {
    load: loadSettings,
    change: changeSettings,
    onChange: onSettingsChange,
    check: readSettings,
    packs: () => send('packs', {}),
    addPack,
    removePack: dropPack,
    packsChanged: () => send('packs-changed', {}),
    nameOf: async (entity) => (await send('card', { entity }))?.name ?? null,
    save: saveFile,
  };
}

function saveFile(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the address by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
