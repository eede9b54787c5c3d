import { ensureBuilt } from '../setup/app.mjs';
import { ensureSystemPackages } from '../setup/debian.mjs';
import { startDesktop } from '../setup/desktop.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { run } from '../setup/run.mjs';

/** `npm run bench`: the figures of design.md 7, each as a ratio to something bare that is measured in the same run. Nothing fails by being slow. */
export async function bench() {
  await ensureSystemPackages();
  const electron = await ensureElectron();
  await ensureBuilt('test');
  const { env } = await startDesktop({ throwAway: true });
  return run(process.execPath, ['e2e/bench/bench.ts'], { env: { ...env, SAKSBORD_ELECTRON: electron } });
}
