import { ensureBuilt } from '../setup/app.mjs';
import { ensureSystemPackages } from '../setup/debian.mjs';
import { startDesktop } from '../setup/desktop.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { run } from '../setup/run.mjs';

/**
 * `npm run faults -- [--runs N] [--seed S]`: the proof that a registration reaches the authority once, or is shown as not sent, whatever fails.
 * @param {string[]} args
 */
export async function faults(args) {
  await ensureSystemPackages();
  const electron = await ensureElectron();
  await ensureBuilt('test');
  const { env } = await startDesktop({ throwAway: true });
  return run(process.execPath, ['e2e/faults/faults.ts', ...args], { env: { ...env, SAKSBORD_ELECTRON: electron } });
}
