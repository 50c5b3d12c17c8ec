import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type CheckResult = { name: string; passed: boolean };

/** The static checks, each one command; the order is that of the report. */
const CHECKS: readonly { name: string; args: string[] }[] = [
  { name: 'types of the extension', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'types of the core (no DOM, no Node)', args: ['node_modules/typescript/bin/tsc', '-p', 'src/core'] },
  { name: 'types of the pipeline', args: ['node_modules/typescript/bin/tsc', '-p', 'src/pipeline'] },
  { name: 'types of scripts and tests', args: ['node_modules/typescript/bin/tsc', '-p', 'scripts'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'dead code and dependencies', args: ['node_modules/knip/bin/knip.js'] },
];

/** Runs all static checks, prints one line each (and the output of those that fail), returns the results. */
export function runChecks(): CheckResult[] {
  if (!existsSync('.wxt/wxt.d.ts'))
    spawnSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'prepare'], { stdio: 'ignore' });
  return CHECKS.map(({ name, args }) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const passed = status === 0;
    console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}`);
    if (!passed) console.log(`${stdout}${stderr}`);
    return { name, passed };
  });
}
