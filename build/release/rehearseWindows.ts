import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Platform } from 'electron-builder';
import { readFuses } from './fuses.ts';
import { type Order, outFolder, product } from './order.ts';
import { electronBuilder } from './packageProgram.ts';
import { signWindowsFile } from './signWindows.ts';

const sources = path.join(import.meta.dirname, '../installer/windows');

/** What a rehearsal leaves behind, as paths. */
export interface Rehearsed {
  readonly program: string;
  readonly library: string;
  readonly installer: string;
  readonly msi: string;
  readonly fusesAreRight: boolean;
  /** Does a file carry a good signature of the rehearsal's own authority? */
  readonly isSigned: (file: string) => boolean;
}

/**
 * The way to a signed Windows release, walked on Linux: with a stub in the place of electron.exe, keys of its own, NSIS and MSI from Debian's tools. It
 * shows that packaging, fuses, signing and checking work; not that the program runs on Windows.
 */
export async function rehearseWindows(order: Order): Promise<Rehearsed> {
  const folder = path.join(outFolder(order), 'windows');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'stub/resources'), { recursive: true });
  mkdirSync(path.join(folder, 'stub/locales'), { recursive: true });
  const { authority, stampAuthority } = makeKeys(path.join(folder, 'keys'));
  makeStub(path.join(folder, 'stub'));

  const runtime = { platform: 'win32-x64', dist: path.join(folder, 'stub'), version: '45.0.0', official: false };
  await electronBuilder(order, runtime, Platform.WINDOWS, ['dir']);
  const { name } = product(order.flavour);
  const unpacked = path.join(outFolder(order), 'win-unpacked');
  const program = path.join(unpacked, `${name}.exe`);

  const installer = path.join(folder, `${name}-${order.version}.exe`);
  const defined = { PRODUCT_NAME: name, VERSION: order.version, APP_DIR: unpacked, APP_GUID: 'rehearsal' };
  const definitions = Object.entries(defined).map(([key, value]) => `-D${key}=${value}`);
  execFileSync('makensis', ['-V2', ...definitions, `-XOutFile ${installer}`, path.join(sources, 'installer.nsi')]);
  const msi = path.join(folder, `${name}-${order.version}.msi`);
  makeMsi(unpacked, msi, order);
  for (const file of [installer, msi]) signWindowsFile(file);

  const isSigned = (file: string): boolean => {
    try {
      const given = ['-CAfile', authority, '-TSA-CAfile', stampAuthority, '-in', file];
      execFileSync('osslsigncode', ['verify', ...given], { stdio: 'pipe' });
      return true;
    } catch {
      return false;
    }
  };
  const library = path.join(unpacked, 'ffmpeg.dll');
  const fusesAreRight = (await readFuses(program, order.flavour)).every(({ right }) => right);
  return { program, library, installer, msi, fusesAreRight, isSigned };
}

/** A program of a few kilobytes with what packaging looks for in electron.exe: a version, an icon, a wire of fuses. */
function makeStub(folder: string): void {
  copyFileSync(path.join(sources, '../icon.ico'), path.join(folder, 'icon.ico'));
  const resource = path.join(folder, 'stub.o');
  execFileSync('x86_64-w64-mingw32-windres', [path.join(sources, 'stub.rc'), resource], { cwd: folder });
  const compile = ['-s', '-mwindows', path.join(sources, 'stub.c')];
  execFileSync('x86_64-w64-mingw32-gcc', [...compile, resource, '-o', path.join(folder, 'electron.exe')]);
  execFileSync('x86_64-w64-mingw32-gcc', [...compile, '-shared', '-o', path.join(folder, 'ffmpeg.dll')]);
  for (const name of ['icon.ico', 'stub.o']) rmSync(path.join(folder, name));
  for (const name of ['LICENSE', 'locales/nb.pak']) writeFileSync(path.join(folder, name), 'stub');
}

/** An authority, a key that signs programs and one that stamps the time, for one day; and tells the signing about them. */
function makeKeys(folder: string): { authority: string; stampAuthority: string } {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:3072',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=Saksbord rehearsal',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  const issue = (name: string, usage: string): void => {
    const uses = ['-addext', `extendedKeyUsage=critical,${usage}`];
    openssl(
      'req',
      '-x509',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-newkey',
      'rsa:3072',
      '-nodes',
      '-days',
      '1',
      '-subj',
      `/CN=Saksbord ${name}`,
      ...uses,
      '-addext',
      'basicConstraints=critical,CA:FALSE',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
    );
  };
  issue('signing', 'codeSigning');
  issue('tsa', 'timeStamping');
  writeFileSync(path.join(folder, 'password'), 'rehearsal');
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    'signing.key',
    '-in',
    'signing.pem',
    '-out',
    'signing.p12',
    '-passout',
    'file:password',
  );
  process.env.SAKSBORD_WIN_P12 = path.join(folder, 'signing.p12');
  process.env.SAKSBORD_WIN_PASSFILE = path.join(folder, 'password');
  process.env.SAKSBORD_WIN_LOCAL_TSA = folder;
  const authority = path.join(folder, 'ca.pem');
  return { authority, stampAuthority: authority };
}

function makeMsi(unpacked: string, msi: string, { flavour, version }: Order): void {
  const found = execFileSync('find', ['.', '-type', 'f', '-printf', '%P\\n'], { cwd: unpacked });
  const heat = [
    '--prefix',
    '',
    '--directory-ref',
    'INSTALLDIR',
    '--component-group',
    'Files',
    '--var',
    'var.SourceDir',
    '--win64',
  ];
  const files = `${msi}.files.wxs`;
  writeFileSync(files, execFileSync('wixl-heat', heat, { cwd: unpacked, input: found }));
  const defined = {
    Name: product(flavour).name,
    Version: version,
    UpgradeCode: 'b7a0b8a2-6e57-4c0a-9e7d-0c4b4e5f6aff',
    Win64: 'yes',
    SourceDir: '.',
  };
  const definitions = Object.entries(defined).flatMap(([key, value]) => ['-D', `${key}=${value}`]);
  execFileSync('wixl', ['--arch', 'x64', ...definitions, '-o', msi, path.join(sources, 'package.wxs'), files], {
    cwd: unpacked,
  });
}

/** Changes one bit in the middle of a copy of a file. @returns the copy */
export function withOneBitChanged(file: string): string {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  const changed = `${file}.changed${path.extname(file)}`;
  writeFileSync(changed, bytes);
  return changed;
}
