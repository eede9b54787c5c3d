import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The deb that `npm run package` made of a flavour and version. */
export function debOf(flavour: 'test' | 'release', version: string): string {
  const folder = path.resolve(import.meta.dirname, '../../out/release', flavour, version);
  const name = readdirSync(folder).find((one) => one.endsWith('.deb'));
  if (!name) throw new Error(`no deb in ${folder}`);
  return path.join(folder, name);
}

/** How a program ended, and what it said. */
export interface Ended {
  /** null when it had to be stopped. */
  readonly code: number | null;
  readonly output: string;
}

const NOBODY = 65_534;

/** A user's home folder, empty. */
export function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'saksbord-home-'));
  chownSync(home, NOBODY, NOBODY);
  return home;
}

/**
 * Runs a program as someone without rights, in a desktop of their own: display, session bus, keychain, and Chromium's sandbox on.
 * @param options.seconds after which it is stopped
 * @param options.meanwhile is done while it runs
 */
export async function asUser(
  command: readonly string[],
  options: {
    home?: string;
    env?: Record<string, string>;
    seconds?: number;
    meanwhile?: () => Promise<void>;
    /** Somebody with all rights instead: Chromium then takes no sandbox. */
    asRoot?: true;
  } = {},
): Promise<Ended> {
  const home = options.home ?? newHome();
  const env = {
    HOME: home,
    XDG_RUNTIME_DIR: home,
    PATH: options.asRoot ? '/usr/sbin:/sbin:/usr/bin:/bin' : '/usr/bin:/bin',
    LANG: 'C.UTF-8',
  };
  // What is to be tried reaches the program itself and not the desktop around it.
  const given = Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`);
  const desktop = ['xvfb-run', '-a', 'dbus-run-session', '--', 'sh', '-c'];
  const keychain = 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
  const limited = ['timeout', '--kill-after=5', String(options.seconds ?? 60), 'env', ...given, ...command];
  const uid = options.asRoot ? 0 : NOBODY;
  const user = ['--reuid', String(uid), '--regid', String(uid), '--clear-groups'];
  const child = spawn('setpriv', [...user, ...desktop, keychain, 'sh', ...limited], { env, cwd: '/' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
      resolve({ code: code === 124 || code === 137 ? null : code, output });
    });
  });
  const [how] = await Promise.all([ended, options.meanwhile?.()]);
  return how;
}

/** Runs something as root; throws with what it said when it fails. */
export const asRoot = (command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });

/** Installs a deb as `dpkg` does, without waiting for the disk. */
export const install = (deb: string): string => asRoot('dpkg', '--force-unsafe-io', '--install', deb);
