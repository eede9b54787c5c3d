import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Something a person has to put right. The message says what to run; no stack trace is shown. */
export class SetupError extends Error {}

/** @param {string} message one line for the person at the terminal; standard output is left to the command itself */
export function say(message) {
  console.error(`saksbord: ${message}`);
}

/**
 * Runs a program to its end in the repository's root, showing what it prints. Whoever stops us stops it.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it or it could not be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      child.once('close', () => process.exit(1));
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
    const done = (/** @type {number} */ code) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(String(error));
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/**
 * Runs a program quietly to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} output is standard output and standard error together
 */
export async function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The command line of npm that works on all three systems: the npm that started us, else the one in PATH.
 * @param {...string} args
 * @returns {[string, string[]]}
 */
export function npm(...args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

/**
 * The command line of a tool in node_modules, without the shell wrappers that differ between systems.
 * @param {string} name package name
 * @param {...string} args
 * @returns {[string, string[]]}
 */
export function tool(name, ...args) {
  const folder = path.join(root, 'node_modules', name);
  /** @type {{ bin: Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const script = Object.values(bin)[0] ?? '';
  return [process.execPath, [path.join(folder, script), ...args]];
}
