import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runCommand } from '../src/pipeline/command-line';
import { BROWSERS, ensureBrowser } from './browsers';
import { buildExtension } from './build';
import { runChecks } from './checks';

/** Totals as the runners report them. */
type Totals = { passed: number; failed: number; skipped: number };

await runCommand(async () => {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  console.log('Static checks ...');
  for (const { passed } of runChecks()) totals[passed ? 'passed' : 'failed']++;
  prepare(totals);
  process.env.SIDELIGHT_BUILT = '1';
  for (const project of ['unit', ...BROWSERS]) add(totals, runProject(project));
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
});

/** Packs, both builds and both browsers; whatever cannot be had counts as one failure, with its reason. */
function prepare(totals: Totals): void {
  for (const browser of BROWSERS) {
    try {
      ensureBrowser(browser, console.log);
      buildExtension(browser, console.log);
      totals.passed++;
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      totals.failed++;
    }
  }
}

/** Runs one vitest project and reads its own count; a runner that leaves no count has failed. */
function runProject(project: string): Totals {
  const output = `.cache/test-${project}.json`;
  mkdirSync('.cache', { recursive: true });
  rmSync(output, { force: true });
  console.log(`\nTests: ${project} ...`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json'];
  const { status } = spawnSync(process.execPath, [...args, `--outputFile.json=${output}`], { stdio: 'inherit' });
  if (!existsSync(output)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(output, 'utf8')) as Record<string, number>;
  const failed = result.numFailedTests ?? 0;
  // A suite that fails to load has no tests, but is a failure all the same.
  const broken = failed === 0 && status !== 0 ? Math.max(1, result.numFailedTestSuites ?? 0) : 0;
  return {
    passed: result.numPassedTests ?? 0,
    failed: failed + broken,
    skipped: (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0),
  };
}

function add(totals: Totals, more: Totals): void {
  totals.passed += more.passed;
  totals.failed += more.failed;
  totals.skipped += more.skipped;
}
