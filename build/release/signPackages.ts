import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keysBeside, type PackageKey, packageKey, sealKey } from './keys.ts';
import { type Order, outFolder } from './order.ts';

/** Artifacts are known by their endings; everything else in the folder is about them. */
const ARTIFACT = /\.(deb|rpm|tar\.gz|exe|msi|pkg|zip)$/;

/** The finished packages of a flavour, as paths. */
export const artifactsOf = (order: Order): string[] =>
  readdirSync(outFolder(order))
    .filter((name) => ARTIFACT.test(name))
    .sort()
    .map((name) => path.join(outFolder(order), name));

/**
 * Step 4: signs deb and rpm inside, each file with a detached signature, and a list of all files' SHA-512. Windows and macOS programs
 * carry their own signatures already: those have to be in place before the installer is made.
 */
export function signPackages(order: Order): void {
  const key = packageKey(order);
  const folder = outFolder(order);
  const artifacts = artifactsOf(order);
  for (const file of artifacts) {
    if (file.endsWith('.deb')) signDeb(file, key);
    if (file.endsWith('.rpm')) signRpm(file, key);
  }
  const list = path.join(folder, 'SHA512SUMS');
  const lines = artifacts.map((file) => `${sha512(file).toString('hex')}  ${path.basename(file)}\n`);
  writeFileSync(list, lines.join(''));
  for (const file of [...artifacts, list]) {
    gpg(key, '--armor', '--detach-sign', '--output', `${file}.asc`, file);
  }
  const { packages, seal } = keysBeside(folder);
  writeFileSync(packages, gpg(key, '--armor', '--export', key.id));
  writeFileSync(seal, sealKey(order).publicPem);
}

export const sha512 = (file: string): Buffer => createHash('sha512').update(readFileSync(file)).digest();

const gpg = ({ id, env }: PackageKey, ...args: string[]): Buffer =>
  execFileSync('gpg', ['--batch', '--yes', '--local-user', id, '--digest-algo', 'SHA512', ...args], { env });

/** What `debsigs` would do, but with SHA-512: Debian's `debsig-verify` refuses the SHA-1 of that one. */
function signDeb(file: string, key: PackageKey): void {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'saksbord-sign-'));
  try {
    execFileSync('ar', ['d', file, '_gpgorigin']);
    execFileSync('ar', ['x', file], { cwd: scratch });
    const members = execFileSync('ar', ['t', file], { encoding: 'utf8' }).trim().split('\n');
    const signed = path.join(scratch, 'signed');
    writeFileSync(signed, Buffer.concat(members.map((name) => readFileSync(path.join(scratch, name)))));
    gpg(key, '--detach-sign', '--output', path.join(scratch, '_gpgorigin'), signed);
    // D: no times and no users in the archive.
    execFileSync('ar', ['qD', file, path.join(scratch, '_gpgorigin')]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function signRpm(file: string, { id, env }: PackageKey): void {
  const program = execFileSync('sh', ['-c', 'command -v gpg'], { encoding: 'utf8' }).trim();
  const definitions = ['--define', `__gpg ${program}`, '--define', `_gpg_name ${id}`];
  execFileSync('rpmsign', [...definitions, '--addsign', file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
