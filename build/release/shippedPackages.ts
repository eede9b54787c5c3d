import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledFolder } from '../bundledPackages.ts';
import { root } from '../setup/run.mjs';

/** An npm package whose code the program brings. `folder`: its place in the repository, which is its name in the lock file. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package says. */
  readonly licence: string;
  readonly folder: string;
  /** In one of our own files; otherwise as a package of its own in the archive. */
  readonly bundled: boolean;
}

/** What package-lock.json says about a package. */
interface Locked {
  readonly version?: string;
  /** As npm writes it: `sha512-` and base64. */
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** The lock file's packages by their folders. */
export const lockedPackages = (): Record<string, Locked> =>
  JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;

/** Installed, but not copied (electron-builder.config.ts): sources, and a binary for a library of C that Electron does not run on. */
const NOT_COPIED = /\/(node-addon-api|@libsql\/[^/]+-musl)$/;

/** Everything the last build put into its bundles, and what it left beside them. */
function shippedPackages(): ShippedPackage[] {
  const bundled = readdirSync(bundledFolder).flatMap((name): string[] =>
    JSON.parse(readFileSync(path.join(bundledFolder, name), 'utf8')),
  );
  const beside = Object.entries(lockedPackages())
    .filter(([, { dev, devOptional }]) => !dev && !devOptional)
    .map(([folder]) => folder)
    .filter((folder) => folder !== '' && !NOT_COPIED.test(folder) && existsSync(path.join(root, folder)));
  return [...new Set([...bundled, ...beside])].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    if (typeof license !== 'string') throw new Error(`${folder} does not say under which licence it is`);
    return { name, version, licence: license, folder, bundled: bundled.includes(folder) };
  });
}

/** Writes the list that the program shows: every package it brings, with the text of its licence where the package has one. */
export function writeLicences(file: string): void {
  const licences = shippedPackages().map((shipped) => ({ ...shipped, text: licenceText(shipped.folder) }));
  writeFileSync(file, JSON.stringify(licences));
}

function licenceText(folder: string): string | null {
  const file = readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? null : readFileSync(path.join(root, folder, file), 'utf8').trim();
}
