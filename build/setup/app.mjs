import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { capture, root, SetupError, say, tool } from './run.mjs';

const inputs = ['shared', 'electron', 'renderer', 'build', 'package.json', 'package-lock.json'];

/**
 * Builds the program into out/app, unless what is there was built from the same files.
 * @param {'dev' | 'test' | 'release'} flavour compiled in as `__SAKSBORD_FLAVOUR__`
 * @param {string} sealKey public key that the program's files are sealed with, compiled in as `__SAKSBORD_SEAL_KEY__`; none where nothing is packaged
 */
export async function ensureBuilt(flavour, sealKey = '') {
  const marker = path.join(root, 'out/app/.built-from');
  const wanted = fingerprint(flavour + sealKey);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;

  say(`building the program (${flavour})`);
  const [command, args] = tool('electron-vite', 'build', '--config', 'build/electron.vite.config.ts');
  const env = { ...process.env, SAKSBORD_FLAVOUR: flavour, SAKSBORD_SEAL_PUBLIC_KEY: sealKey };
  const { code, output } = await capture(command, args, { env });
  if (code !== 0) throw new SetupError(`the program could not be built:\n${output}`);
  writeFileSync(marker, wanted);
}

/** @param {string} variant */
function fingerprint(variant) {
  const hash = createHash('sha256').update(variant);
  /** @param {string} relative */
  const add = (relative) => {
    const stat = statSync(path.join(root, relative));
    if (stat.isDirectory()) {
      for (const name of readdirSync(path.join(root, relative)).sort()) add(`${relative}/${name}`);
    } else if (!/\.i?test\.tsx?$/.test(relative)) {
      hash.update(`${relative} ${stat.size} ${stat.mtimeMs}\n`);
    }
  };
  for (const input of inputs) add(input);
  return hash.digest('hex');
}
