import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AfterPackContext, build, Platform } from 'electron-builder';
import { electronBuilderConfig } from '../electron-builder.config.ts';
import { root } from '../setup/run.mjs';
import { sealKey } from './keys.ts';
import { linuxFiles, writeLinuxFiles } from './linuxFiles.ts';
import { linuxExecutable, type Order, outFolder, product, type Target, unpackedFolder } from './order.ts';
import { findRuntime, type Runtime } from './runtime.ts';
import { sealFolder } from './seal.ts';

/** Step 2: puts program and Electron into a folder, closes its fuses, seals it, and makes the packages out of it. */
export async function packageProgram(order: Order): Promise<void> {
  rmSync(outFolder(order), { recursive: true, force: true });
  setToolPaths(order);
  writeLinuxFiles(order);
  const wants = (...some: Target[]) => some.filter((target) => order.targets.includes(target));

  const packages = wants('deb', 'rpm');
  const archive = wants('tar.gz');
  if (packages.length + archive.length > 0) {
    const runtime = await findRuntime(order, 'linux-x64');
    await electronBuilder(order, runtime, Platform.LINUX, ['dir']);
    putStarterInPlace(order);
    // An archive is made on its own, without what tells an updater that it is a deb or an rpm.
    for (const targets of [archive, packages]) {
      if (targets.length > 0) await electronBuilder(order, runtime, Platform.LINUX, targets, unpackedFolder(order));
    }
  }
  if (wants('win').length > 0) {
    await electronBuilder(order, await findRuntime(order, 'win32-x64'), Platform.WINDOWS, []);
  }
  if (wants('mac').length > 0) {
    await electronBuilder(order, await findRuntime(order, 'darwin-arm64'), Platform.MAC, []);
  }
}

/** electron-builder fetches its tools from GitHub unless it is told where they are. The time of the commit makes packages repeatable. */
function setToolPaths({ fast }: Order): void {
  const inPath = (tool: string): string =>
    execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
  process.env.SOURCE_DATE_EPOCH ??= execFileSync('git', ['log', '-1', '--format=%ct'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  if (process.platform === 'linux') {
    process.env.ELECTRON_BUILDER_7ZIP_PATH = inPath('7zz');
    process.env.CUSTOM_FPM_PATH = path.join(import.meta.dirname, '../installer/fpm.ts');
  }
  // Archives only; the best level takes minutes and saves little.
  process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL = fast ? '1' : '6';
  if (fast) process.env.SAKSBORD_FAST_COMPRESSION = '1';
}

/** Runs electron-builder once. `prepackaged`: a folder that is finished already and only needs packages made of it. */
export async function electronBuilder(
  order: Order,
  runtime: Runtime,
  platform: Platform,
  targets: string[],
  prepackaged?: string,
): Promise<void> {
  const key = sealKey(order);
  const config = electronBuilderConfig(order, runtime, linuxFiles(order), {
    afterPack: async (context) => {
      leaveOut(context);
      const resources = context.packager.getResourcesDir(context.appOutDir);
      const { flavour, rehearsal, version } = order;
      const facts = {
        version,
        flavour,
        rehearsal,
        electron: runtime.version,
        officialElectron: runtime.official,
        commit: commit(),
      };
      writeFileSync(path.join(resources, 'build.json'), `${JSON.stringify(facts, null, 2)}\n`);
      sealFolder(resources, key);
    },
    afterSign: async (context) => {
      // Authenticode has changed the libraries. On a Mac, nothing may be changed any more.
      if (platform === Platform.WINDOWS) sealFolder(context.packager.getResourcesDir(context.appOutDir), key);
    },
  });
  await build({
    projectDir: root,
    targets: platform.createTarget(targets),
    config,
    publish: 'never',
    prepackaged: prepackaged ?? null,
  });
}

/** What people start is the script that checks the seal; Electron itself is called after it. */
function putStarterInPlace(order: Order): void {
  const program = path.join(unpackedFolder(order), product(order.flavour).executable);
  renameSync(program, linuxExecutable(order));
  copyFileSync(linuxFiles(order).start, program);
  writeFileSync(path.join(unpackedFolder(order), 'seal.pem'), sealKey(order).publicPem);
}

/** What an Electron folder brings that a program does not need. */
function leaveOut({ appOutDir, packager }: AfterPackContext): void {
  for (const name of ['browser_v8_context_snapshot.bin', 'version']) {
    rmSync(path.join(appOutDir, name), { force: true });
  }
  for (const name of ['app', 'default_app.asar']) {
    rmSync(path.join(packager.getResourcesDir(appOutDir), name), { recursive: true, force: true });
  }
}

const commit = (): string => execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
