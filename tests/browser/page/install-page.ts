import { installPack } from '../../../src/background/install-pack';

/** Installs in an extension page and stops the whole page dead at a step, inside of a transaction too. */
async function installUntil(bytes: number[], stopAt: string): Promise<void> {
  await installPack(Uint8Array.from(bytes), (step) => {
    if (step !== stopAt) return;
    console.log(`at ${step}`);
    for (;;) if (document.title === 'never') return;
  });
}

Object.assign(globalThis, { installUntil });
