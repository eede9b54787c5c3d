import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha512 } from './signPackages.ts';
import type { Check } from './verifyArtifact.ts';

/** The checks of who made a package. `key`: the public key's file; `scratch`: an empty folder. */
export function signatureChecks(file: string, key: string, scratch: string): Check[] {
  const folder = path.dirname(file);
  const name = path.basename(file);
  const home = path.join(scratch, 'gnupg');
  mkdirSync(home, { mode: 0o700 });
  const env = { ...process.env, GNUPGHOME: home, LC_ALL: 'C.UTF-8' };
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { env, encoding: 'utf8', stdio: 'pipe' });
  run('gpg', '--batch', '--quiet', '--import', key);
  const fingerprint = /^fpr:+([0-9A-F]+):/m.exec(run('gpg', '--list-keys', '--with-colons'))?.[1] ?? '';
  const verify = (signature: string, signed: string): string => {
    run('gpg', '--batch', '--quiet', '--verify', signature, signed);
    return `by ${fingerprint}`;
  };

  const checks: Check[] = [
    [
      'listed in SHA512SUMS',
      () => {
        const line = `${sha512(file).toString('hex')}  ${name}`;
        if (!readFileSync(path.join(folder, 'SHA512SUMS'), 'utf8').split('\n').includes(line))
          throw new Error('other bytes');
        return line.slice(0, 16);
      },
    ],
    ['SHA512SUMS is signed', () => verify(path.join(folder, 'SHA512SUMS.asc'), path.join(folder, 'SHA512SUMS'))],
    ['file is signed', () => verify(`${file}.asc`, file)],
  ];
  if (file.endsWith('.deb'))
    checks.push(['signature inside the deb', () => debsig(file, fingerprint, key, scratch, run)]);
  if (file.endsWith('.rpm')) {
    checks.push([
      'signature inside the rpm',
      () => {
        const database = path.join(scratch, 'rpmdb');
        run('rpm', '--dbpath', database, '--import', key);
        const said = run('rpm', '--dbpath', database, '--checksig', file);
        if (!said.includes('digests signatures OK')) throw new Error(said.trim());
        return 'digests signatures OK';
      },
    ]);
  }
  if (/\.(exe|msi)$/.test(file)) {
    checks.push([
      'Authenticode',
      () => {
        const authority = process.env.SAKSBORD_WIN_CA ?? '/etc/ssl/certs/ca-certificates.crt';
        run(
          'osslsigncode',
          'verify',
          '-CAfile',
          authority,
          '-TSA-CAfile',
          process.env.SAKSBORD_WIN_TSA_CA ?? authority,
          '-in',
          file,
        );
        return 'signed and stamped';
      },
    ]);
  }
  return checks;
}

/** debsig-verify wants a policy that says which key may sign. */
function debsig(
  file: string,
  fingerprint: string,
  key: string,
  scratch: string,
  run: (command: string, ...args: string[]) => string,
): string {
  const id = fingerprint.slice(-16);
  const [policies, rings] = ['policies', 'keyrings'].map((name) => path.join(scratch, name, id)) as [string, string];
  for (const folder of [policies, rings]) mkdirSync(folder, { recursive: true });
  run('gpg', '--batch', '--dearmor', '--output', path.join(rings, 'key.gpg'), key);
  writeFileSync(
    path.join(policies, 'key.pol'),
    `<?xml version="1.0"?><!DOCTYPE Policy SYSTEM "https://www.debian.org/debsig/1.0/policy.dtd">
<Policy xmlns="https://www.debian.org/debsig/1.0/"><Origin Name="Saksbord" id="${id}" Description="Saksbord"/>
<Selection><Required Type="origin" File="key.gpg" id="${id}"/></Selection>
<Verification><Required Type="origin" File="key.gpg" id="${id}"/></Verification></Policy>`,
  );
  run('debsig-verify', '--policies-dir', path.dirname(policies), '--keyrings-dir', path.dirname(rings), file);
  return `origin ${id}`;
}
