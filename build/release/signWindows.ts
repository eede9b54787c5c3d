import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import type { CustomWindowsSignTaskConfiguration } from 'electron-builder';

/** What osslsigncode is told about the key, the stamp and the authority, from the environment. */
interface WindowsSigning {
  /** `SAKSBORD_WIN_P12` and `SAKSBORD_WIN_PASSFILE`; or `SAKSBORD_WIN_PKCS11_MODULE`, `…_PKCS11_KEY` (a pkcs11: URI), `…_CERTIFICATE` and `…_PASSFILE`. */
  readonly key: readonly string[];
  /** `SAKSBORD_WIN_TSA`, the address of an RFC 3161 authority; a rehearsal has one of its own. */
  readonly stamp: readonly string[];
}

/** Reads the environment; throws when it does not say with what to sign. */
function windowsSigning(env: NodeJS.ProcessEnv = process.env): WindowsSigning {
  const need = (name: string): string => {
    const value = env[name];
    if (value === undefined) throw new Error(`a Windows program is signed: set ${name}`);
    return value;
  };
  const password = ['-readpass', need('SAKSBORD_WIN_PASSFILE')];
  const module = env.SAKSBORD_WIN_PKCS11_MODULE;
  const key =
    module === undefined
      ? ['-pkcs12', need('SAKSBORD_WIN_P12'), ...password]
      : [
          ...['-pkcs11module', module, '-key', need('SAKSBORD_WIN_PKCS11_KEY')],
          ...['-certs', need('SAKSBORD_WIN_CERTIFICATE'), ...password],
        ];
  const local = env.SAKSBORD_WIN_LOCAL_TSA;
  const stamp = local
    ? ['-TSA-certs', `${local}/tsa.pem`, '-TSA-key', `${local}/tsa.key`]
    : ['-ts', need('SAKSBORD_WIN_TSA')];
  return { key, stamp };
}

/** Signs one file with Authenticode, SHA-256 and a time stamp. The password is in a file, never on the command line. */
export function signWindowsFile(file: string, { key, stamp } = windowsSigning()): void {
  const signed = `${file}.signed`;
  const about = ['-h', 'sha256', '-n', 'Saksbord'];
  execFileSync('osslsigncode', ['sign', ...key, ...about, ...stamp, '-in', file, '-out', signed], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  renameSync(signed, file);
}

/** What electron-builder calls for every program, library and installer it makes. */
export async function signWindows({ path, hash }: CustomWindowsSignTaskConfiguration): Promise<void> {
  if (hash === 'sha256') signWindowsFile(path);
}
