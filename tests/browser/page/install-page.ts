import { installPack } from '../../../src/background/install-pack';

/**
 * Installs in an extension page and stops at a step for ever, telling so in the console and in the title. `frozen` stops
 * the whole page, inside of a transaction too; else only the install stands still, which it can between steps.
 */
async function installUntil(bytes: number[], stopAt: string, frozen: boolean): Promise<void> {
  await installPack(Uint8Array.from(bytes), (step) => {
    if (step !== stopAt) return;
    document.title = `at ${step}`;
    console.log(document.title);
    if (frozen) for (;;) if (document.title === 'never') return;
    // The install goes on in its next task, which now never comes.
    Object.assign(globalThis, { setTimeout: () => 0 });
  });
}

Object.assign(globalThis, { installUntil });
