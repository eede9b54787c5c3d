import { ensureBuilt } from '../setup/app.mjs';
import { ensureSystemPackages } from '../setup/debian.mjs';
import { startDesktop } from '../setup/desktop.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { root, run, say } from '../setup/run.mjs';

/**
 * `npm start`: the program in training mode, against its own simulator. Where nobody can see the window, it is
 * walked through by e2e/walk.ts instead.
 * @param {string[]} args further arguments to the program
 */
export async function start(args) {
  await ensureSystemPackages();
  const electron = await ensureElectron();
  await ensureBuilt('dev');
  const desktop = await startDesktop({ throwAway: false });
  const env = { ...desktop.env, SAKSBORD_ELECTRON: electron };

  if (!desktop.realDisplay) {
    say('nobody can see this display, so the program is walked through by itself; pictures and PDF go to out/');
    return run(process.execPath, ['e2e/walk.ts', ...args], { env });
  }
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return run(electron, [root, ...sandbox, '--training', ...args], { env });
}
