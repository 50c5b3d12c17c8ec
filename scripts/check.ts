import { runCommand } from '../src/pipeline/command-line';
import { runChecks } from './checks';

await runCommand(async () => {
  const failed = runChecks().filter((check) => !check.passed);
  return failed.length === 0 ? 0 : 1;
});
