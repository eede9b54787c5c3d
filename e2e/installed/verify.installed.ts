import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keysBeside } from '../../build/release/keys.ts';
import { readOrder } from '../../build/release/order.ts';
import { withOneBitChanged } from '../../build/release/rehearseWindows.ts';
import { artifactsOf } from '../../build/release/signPackages.ts';
import { verifyArtifact } from '../../build/release/verifyArtifact.ts';

// `npm run verify:artifact` on packages as they are, and on packages that someone has been at.

const scratch = mkdtempSync(path.join(tmpdir(), 'saksbord-verified-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const made = artifactsOf(readOrder(['--version', '0.1.0'], { flavour: 'test' }));
/** A copy of a package with everything that stands beside it. */
function copied(file: string): string {
  const folder = mkdtempSync(path.join(scratch, 'copy-'));
  cpSync(path.dirname(file), folder, {
    recursive: true,
    filter: (name) => name === file || !/-unpacked|linux-files|\.(deb|rpm)$/.test(name),
  });
  return path.join(folder, path.basename(file));
}
const verify = (file: string): Promise<boolean> => verifyArtifact(file, keysBeside(path.dirname(file)));

it('there is a deb and an rpm', () => {
  expect(made.map((file) => path.extname(file))).toEqual(['.deb', '.rpm']);
});

describe.each(made.map((file) => [path.extname(file), file] as const))('%s', (_kind, file) => {
  it('is content as it was made', async () => {
    expect(await verify(file)).toBe(true);
  });

  it('sees one changed bit', async () => {
    const copy = copied(file);
    copyFileSync(withOneBitChanged(copy), copy);
    expect(await verify(copy)).toBe(false);
  });

  it('does not trust another’s key', async () => {
    const copy = copied(file);
    const other = path.join(scratch, 'other.pem');
    execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', `${other}.key`]);
    execFileSync('openssl', ['pkey', '-in', `${other}.key`, '-pubout', '-out', other]);
    expect(await verifyArtifact(copy, { ...keysBeside(path.dirname(copy)), seal: other })).toBe(false);
  });
});
