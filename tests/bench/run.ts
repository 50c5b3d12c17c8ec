import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * `npm run bench`: bundles the bench with the engine and runs the bundle, since that is how the engine ships; V8 folds
 * constants and inlines calls within a module only. The bundle lies beside its sources, whose paths stay right.
 */
const outfile = fileURLToPath(new URL('./.bundle.mjs', import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL('./sections.ts', import.meta.url))],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
});
try {
  const { runSections } = (await import(pathToFileURL(outfile).href)) as typeof import('./sections');
  await runSections(process.argv.slice(2));
} finally {
  rmSync(outfile);
}
