import { installPack } from '../../../src/background/install-pack';

/**
 * Installs in an extension page and stops at a step for ever. `frozen` stops the whole page, inside of a transaction
 * too; else only the install stands still, which does between steps.
 */
async function installUntil(bytes: number[], stopAt: string, frozen: boolean): Promise<void> {
  await installPack(Uint8Array.from(bytes), (step) => {
    if (step !== stopAt) return;
    console.log(`at ${step}`);
    // The install goes on in its next task, which now never comes.
    if (!frozen) Object.assign(globalThis, { setTimeout: () => 0 });
    // A page that never gives up its turn; the browser ends it from outside.
    if (frozen) standStill();
  });
}

Object.assign(globalThis, { installUntil });

function standStill(): void {
  while (document.title !== 'never') continue;
}
