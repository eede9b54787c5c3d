// Every npm script comes here: `node build/dev.mjs COMMAND [arguments]`.
// First the machine is made ready (build/setup, one file per part), then the command runs (build/commands).
// This file and what it imports at the top run on Node 18 with no packages installed.
import { bench } from './commands/bench.mjs';
import { check } from './commands/check.mjs';
import { faults } from './commands/faults.mjs';
import { packageCommand } from './commands/package.mjs';
import { release } from './commands/release.mjs';
import { reproduce } from './commands/reproduce.mjs';
import { simulator } from './commands/simulator.mjs';
import { start } from './commands/start.mjs';
import { report } from './commands/steps.mjs';
import { test } from './commands/test.mjs';
import { verifyArtifactCommand } from './commands/verifyArtifact.mjs';
import { rerunWithNewerNode } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { SetupError } from './setup/run.mjs';

/** Each returns the exit code. @type {Record<string, (args: string[]) => Promise<number>>} */
const commands = {
  start,
  test,
  check,
  simulator,
  bench,
  faults,
  package: packageCommand,
  release,
  reproduce,
  'verify:artifact': verifyArtifactCommand,
};

/** npm passes a signal on to its shell, which keeps it: notice that the shell is gone, and end with it. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined)
    throw new SetupError(`usage: npm start | npm test | npm run ${Object.keys(commands).join('|')}`);

  endWithNpm();
  const rerun = await rerunWithNewerNode();
  if (rerun !== undefined) return rerun;
  await ensurePackages();
  return command(args);
}

try {
  process.exit(await main());
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`saksbord: ${error.message}`);
  if (process.argv[2] === 'test') report({ passed: 0, failed: 1 });
  process.exit(1);
}
