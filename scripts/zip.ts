import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { buildPacks } from '../src/pipeline/build-packs';
import { runCommand } from '../src/pipeline/command-line';

/** Makes the store packages of both browsers and, for the Firefox store, the package of the sources. */
await runCommand(async () => {
  buildPacks(console.log);
  for (const browser of ['chrome', 'firefox']) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/wxt/bin/wxt.mjs', 'zip', '-b', browser],
      {
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`Packing for ${browser} failed:\n${stdout}${stderr}`);
  }
  for (const file of readdirSync('.output').filter((name) => name.endsWith('.zip'))) {
    console.log(`.output/${file}  ${(statSync(`.output/${file}`).size / 1024).toFixed(0)} KB`);
  }
  return 0;
});
