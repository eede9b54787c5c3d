#!/usr/bin/env node
// What electron-builder calls as `fpm` to make deb and rpm (CUSTOM_FPM_PATH): fpm itself comes from neither npm nor Debian 12.
// Understands just the options electron-builder passes, and makes the same bytes every time.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeDeb } from './deb.ts';
import { writeRpm } from './rpm.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'input-type': { ...text, short: 's' },
    type: { ...text, short: 't', default: '' },
    depends: { ...text, short: 'd', multiple: true, default: [] },
    force: { type: 'boolean' },
    name: { ...text, default: '' },
    version: { ...text, default: '' },
    architecture: { ...text, default: '' },
    package: { ...text, default: '' },
    description: { ...text, default: '' },
    maintainer: { ...text, default: '' },
    vendor: { ...text, default: '' },
    url: { ...text, default: '' },
    license: { ...text, default: '' },
    category: { ...text, default: 'misc' },
    'before-install': text,
    'after-install': text,
    'after-remove': text,
    'deb-priority': { ...text, default: 'optional' },
    'deb-recommends': { ...text, multiple: true, default: [] },
    'deb-compression': { ...text, default: 'xz' },
    'rpm-os': text,
    'rpm-summary': { ...text, default: '' },
    'rpm-compression': { ...text, default: 'xzmt' },
  },
});

/** A package to be made. */
export interface PackageOptions extends Readonly<typeof values> {
  /** Folder that looks as the root folder of the PC will. */
  readonly root: string;
  /** Everything in it, sorted. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly bytes: number;
  /** First line, and the rest without empty lines. */
  readonly summary: string;
  readonly details: readonly string[];
  /** An empty folder for what is needed on the way. */
  readonly scratch: string;
}

const scratch = mkdtempSync(path.join(os.tmpdir(), 'saksbord-package-'));
try {
  const root = path.join(scratch, 'root');
  for (const mapping of positionals) stage(mapping, root);
  const { files, folders, bytes } = settle(root);
  const [summary = '', ...details] = values.description
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  rmSync(values.package, { force: true });
  const options = { ...values, root, files, folders, bytes, summary, details, scratch };
  if (values.type === 'deb') writeDeb(options);
  else if (values.type === 'rpm') writeRpm(options);
  else throw new Error(`this makes deb and rpm, not ${values.type}`);
} finally {
  rmSync(scratch, { recursive: true });
}

/** @param mapping `source=place`: a file, or a folder whose contents go there */
function stage(mapping: string, root: string): void {
  const at = mapping.lastIndexOf('=');
  const source = mapping.slice(0, at);
  const target = path.join(root, mapping.slice(at + 1));
  if (at < 0 || path.relative(root, target).startsWith('..')) throw new Error(`not source=place: ${mapping}`);
  if (statSync(source).isDirectory()) {
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  } else {
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(source, target);
  }
}

/** Gives everything the same rights and the same time on every machine, and lists it. */
function settle(root: string) {
  const time = Number(process.env.SOURCE_DATE_EPOCH);
  const files: string[] = [];
  const folders: string[] = [];
  let bytes = 0;
  const walk = (folder: string): void => {
    chmodSync(folder, 0o755);
    for (const name of readdirSync(folder).sort()) {
      const entry = path.join(folder, name);
      const stat = lstatSync(entry);
      if (stat.isSymbolicLink()) throw new Error(`a symbolic link in a package: ${entry}`);
      if (stat.isDirectory()) {
        folders.push(entry);
        walk(entry);
        continue;
      }
      files.push(entry);
      bytes += stat.size;
      chmodSync(entry, stat.mode & 0o111 ? 0o755 : 0o644);
      utimesSync(entry, time, time);
    }
    utimesSync(folder, time, time);
  };
  walk(root);
  return { files, folders, bytes };
}
