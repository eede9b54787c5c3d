import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PackageOptions } from './fpm.ts';

/** Writes a deb with dpkg-deb. */
export function writeDeb(options: PackageOptions): void {
  const { root, files, bytes, summary, details } = options;
  const control = path.join(root, 'DEBIAN');
  mkdirSync(control);
  const fields = {
    Package: options.name,
    Version: options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: options.depends.join(', '),
    Recommends: options['deb-recommends'].join(', '),
    Section: options.category,
    Priority: options['deb-priority'],
    Homepage: options.url,
    Description: [summary, ...details.map((line) => ` ${line}`)].join('\n'),
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== '');
  writeFileSync(path.join(control, 'control'), lines.map(([name, value]) => `${name}: ${value}\n`).join(''));

  // MD5 is what dpkg's own check of installed files reads; what protects the package is its signature.
  const md5 = (file: string): string => createHash('md5').update(readFileSync(file)).digest('hex');
  const sums = files.map((file) => `${md5(file)}  ${path.relative(root, file)}\n`);
  writeFileSync(path.join(control, 'md5sums'), sums.join(''));

  const scripts = { preinst: 'before-install', postinst: 'after-install', postrm: 'after-remove' } as const;
  for (const [name, option] of Object.entries(scripts)) {
    const source = options[option];
    if (source === undefined) continue;
    copyFileSync(source, path.join(control, name));
    chmodSync(path.join(control, name), 0o755);
  }

  const compression = options['deb-compression'] === 'gz' ? 'gzip' : options['deb-compression'];
  const level = process.env.SAKSBORD_FAST_COMPRESSION ? ['-z1'] : [];
  const how = ['--root-owner-group', `-Z${compression}`, ...level];
  execFileSync('dpkg-deb', [...how, '--build', root, options.package], { stdio: ['ignore', 'ignore', 'inherit'] });
}
