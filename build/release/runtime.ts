import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureElectron, substitute } from '../setup/electron.mjs';
import { root, SetupError } from '../setup/run.mjs';
import type { Order } from './order.ts';
import { sha256 } from './seal.ts';

/** The Electron that goes into the packages. */
export interface Runtime {
  /** As in the zip's name, and as native packages name their binaries: `linux-x64`, `win32-x64`, `darwin-arm64`. */
  readonly platform: string;
  /** A folder: of an unpacked Electron, or of official zips. */
  readonly dist: string;
  readonly version: string;
  /** Its zip was checked against the checksums that the lock file pins. */
  readonly official: boolean;
}

/**
 * The official zip in the folder `SAKSBORD_ELECTRON_ZIPS`, checked; else, for tests and rehearsals on Linux, the Electron that tests run on.
 */
export async function findRuntime(order: Order, platform: string): Promise<Runtime> {
  const zips = process.env.SAKSBORD_ELECTRON_ZIPS;
  if (zips !== undefined) return checkedZip(zips, platform);
  if (order.flavour === 'release' && !order.rehearsal) {
    throw new SetupError(
      'a release is made from the official Electron only, never from the test runtime. ' +
        `Download ${zipName(platform)} and set SAKSBORD_ELECTRON_ZIPS to its folder.`,
    );
  }
  if (platform !== 'linux-x64')
    throw new SetupError(`set SAKSBORD_ELECTRON_ZIPS to a folder with ${zipName(platform)}`);
  const dist = path.dirname(await ensureElectron());
  const version = path.basename(dist) === substitute.folder ? substitute.version : pinnedVersion();
  return { platform, dist, version, official: false };
}

const electronPackage = path.join(root, 'node_modules/electron');

const pinnedVersion = (): string =>
  JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8')).version;

const zipName = (platform: string): string => `electron-v${pinnedVersion()}-${platform}.zip`;

function checkedZip(folder: string, platform: string): Runtime {
  const name = zipName(platform);
  const file = path.join(folder, name);
  if (!existsSync(file)) throw new SetupError(`${name} is not in SAKSBORD_ELECTRON_ZIPS=${folder}`);
  const pinned: Record<string, string> = JSON.parse(readFileSync(path.join(electronPackage, 'checksums.json'), 'utf8'));
  if (sha256(file) !== pinned[name]) {
    throw new SetupError(`${file} is not the official Electron: its SHA-256 differs from the pinned one. Not used.`);
  }
  return { platform, dist: folder, version: pinnedVersion(), official: true };
}
