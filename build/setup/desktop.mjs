import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';
import { capture, SetupError, say } from './run.mjs';

/**
 * Gives the program what a desktop gives: a display, a session bus and a keychain. What the machine has is used;
 * what it lacks is started for as long as this process lives.
 * @param {{ throwAway: boolean }} options throwAway: tests never touch the user's own keychain
 * @returns {Promise<{ env: NodeJS.ProcessEnv, realDisplay: boolean }>} env is for the child processes
 */
export async function startDesktop({ throwAway }) {
  /** @type {{ env: NodeJS.ProcessEnv, realDisplay: boolean }} */
  const desktop = { env: { ...process.env }, realDisplay: true };
  if (process.platform !== 'linux') return desktop;

  if (!desktop.env.DISPLAY && !desktop.env.WAYLAND_DISPLAY) {
    const screen = ['-screen', '0', '1366x768x24', '-nolisten', 'tcp'];
    desktop.env.DISPLAY = `:${await startDaemon('Xvfb', ['-displayfd', '1', ...screen])}`;
    desktop.realDisplay = false;
    say(`no display here: started a virtual one, ${desktop.env.DISPLAY} (Xvfb, 1366x768)`);
  }

  if (throwAway || !desktop.env.DBUS_SESSION_BUS_ADDRESS) {
    const runtime = mkdtempSync(path.join(os.tmpdir(), 'saksbord-bus-'));
    // The keyring may be writing its last there.
    process.once('exit', () => rmSync(runtime, { recursive: true, force: true, maxRetries: 10 }));
    const kept = throwAway ? runtime : path.join(cacheFolder, 'keyring');
    // Both are found through these folders, so the user's own keyring stays out of reach.
    const env = { ...desktop.env, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: kept };

    const address = await startDaemon('dbus-daemon', ['--session', '--nofork', '--print-address'], env);
    desktop.env.DBUS_SESSION_BUS_ADDRESS = address;

    // Returns when it is ready, and ends when its bus does.
    const keyring = spawnSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
      env: { ...env, DBUS_SESSION_BUS_ADDRESS: address },
      input: keyringPassword(kept),
      encoding: 'utf8',
    });
    if (keyring.status !== 0) throw new SetupError(`gnome-keyring-daemon did not start:\n${keyring.stderr}`);
    await proveKeychain(desktop.env);
    say(throwAway ? 'started a throw-away keychain' : `no keychain here: started one of its own in ${kept}`);
  }
  return desktop;
}

/**
 * @param {string} folder where the keyring file is kept
 * @returns {string} the same password every time for the same folder
 */
function keyringPassword(folder) {
  const file = path.join(folder, 'password');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

/**
 * Writes, reads and removes a secret the way the program does, so that a keychain that does not work stops us here.
 * In a process of its own: whoever has used a session bus is ended together with it.
 * @param {NodeJS.ProcessEnv} env
 */
async function proveKeychain(env) {
  const probe = `
    import keytar from 'keytar';
    await keytar.setPassword('saksbord set-up', 'probe', 'read back');
    const read = await keytar.getPassword('saksbord set-up', 'probe');
    await keytar.deletePassword('saksbord set-up', 'probe');
    process.exit(read === 'read back' ? 0 : 1);`;
  const { code, output } = await capture(process.execPath, ['--input-type=module', '--eval', probe], { env });
  if (code !== 0) throw new SetupError(`the keychain that was started does not keep secrets:\n${output}`);
}

/**
 * Starts a program that ends with us, even if we are killed.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} the first line it prints, when it is ready
 */
async function startDaemon(command, args, env = process.env) {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
    });
    const failed = () => reject(new SetupError(`${command} did not start:\n${errors || output}`));
    child.on('error', failed);
    child.on('exit', failed);
    setTimeout(failed, 10_000).unref();
  });
}
