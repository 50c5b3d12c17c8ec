// Runs one of the project's TypeScript commands on a machine that may have nothing but Node and npm: checks Node,
// installs the dependencies that package-lock.json names when they are missing or old, then starts the command.
//
//     node scripts/run.mjs scripts/start.ts [arguments]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  fail(`Sidelight needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
}

function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.sidelight-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies (npm ci) ...');
  // A shell finds npm.cmd on Windows; the arguments are constants.
  const { status } = spawnSync('npm ci --no-fund --no-audit --loglevel=error', {
    cwd: root,
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) fail('npm ci failed: see its message above.');
  writeFileSync(stamp, lock);
}

checkNode();
installDependencies();
const [script = '', ...args] = process.argv.slice(2);
const child = spawnSync(process.execPath, ['--import', 'tsx', join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  // Where the reader stood when calling npm: file arguments are relative to it.
  env: { ...process.env, SIDELIGHT_CWD: process.env.INIT_CWD ?? process.cwd() },
});
process.exit(child.status ?? 1);
