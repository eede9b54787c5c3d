import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, run, SetupError } from '../setup/run.mjs';
import { readOrder } from './order.ts';
import { sha256 } from './seal.ts';

/**
 * Makes the packages of the commit twice, in clones with different names, and prints the SHA-256 of what has to be the same: every file of the
 * unpacked program, the deb and the rpm before they are signed. Changes that are not committed are not in it. @returns the exit code
 */
export async function compareTwoBuilds(args: string[]): Promise<number> {
  const order = readOrder(args, { flavour: 'test' });
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'saksbord-reproduce-'));
  try {
    const [first, second] = [
      await buildIn(path.join(scratch, 'first'), args),
      await buildIn(path.join(scratch, 'second'), args),
    ];
    const place = path.join('out/release', order.flavour, order.version);
    const files = (clone: string): string[] =>
      readdirSync(path.join(clone, place), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(path.join(clone, place), path.join(entry.parentPath, entry.name)))
        .filter((name) => name.startsWith('linux-unpacked/') || /\.(deb|rpm)$/.test(name))
        .sort();
    const names = [...new Set([...files(first), ...files(second)])];
    const hash = (clone: string, name: string): string => sha256(path.join(clone, place, name));
    const different = names.filter((name) => !files(second).includes(name) || hash(first, name) !== hash(second, name));
    for (const name of names.filter((one) => /\.(deb|rpm|asar)$/.test(one))) {
      console.log(`${hash(first, name)}  ${hash(second, name)}  ${name}`);
    }
    console.log(`${names.length} files compared, ${different.length} differ`);
    for (const name of different) console.log(`  ${name}`);
    return different.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function buildIn(clone: string, args: string[]): Promise<string> {
  execFileSync('git', ['clone', '--quiet', root, clone]);
  symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'));
  const code = await run(process.execPath, ['build/dev.mjs', 'package', ...args], { cwd: clone });
  if (code !== 0) throw new SetupError('a build failed, see above');
  return clone;
}
