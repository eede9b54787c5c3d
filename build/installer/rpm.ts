import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PackageOptions } from './fpm.ts';

/** Names of rpm's own for processors and for ways to compress. */
const architectures: Record<string, string> = { amd64: 'x86_64', arm64: 'aarch64' };
const payloads: Record<string, string> = { xzmt: 'w6T0.xzdio', gzip: 'w1.gzdio' };

/** Writes an rpm with rpmbuild. */
export function writeRpm(options: PackageOptions): void {
  const { root, files, folders, summary, details, scratch } = options;
  const script = (file: string | undefined): string => (file ? readFileSync(file, 'utf8').replaceAll('%', '%%') : '');
  const quoted = (entry: string): string => `"/${path.relative(root, entry).replaceAll('%', '%%')}"`;
  // Folders below these are ours; the ones above belong to the system.
  const own = folders.filter((folder) =>
    /^(opt|usr\/share\/(doc\/)?saksbord[^/]*$)\/?./.test(path.relative(root, folder)),
  );

  const spec = path.join(scratch, 'package.spec');
  writeFileSync(
    spec,
    `Name: ${options.name}
Version: ${options.version.replaceAll('-', '~')}
Release: 1
Summary: ${options['rpm-summary'] || summary}
License: ${options.license}
Vendor: ${options.vendor}
Packager: ${options.maintainer}
URL: ${options.url}
AutoReqProv: no
${options.depends.map((name) => `Requires: ${name}`).join('\n')}
%define __os_install_post %{nil}
%define debug_package %{nil}
%define _build_id_links none
%define _binary_payload ${payloads[options['rpm-compression']] ?? payloads.xzmt}
%description
${[summary, ...details].join('\n')}
%install
rm -rf %{buildroot}; mkdir -p %{buildroot}; cp -a '${root}/.' %{buildroot}/
%post
${script(options['after-install'])}
%postun
${script(options['after-remove'])}
%files
%defattr(-,root,root)
${[...own.map((folder) => `%dir ${quoted(folder)}`), ...files.map(quoted)].join('\n')}
`,
  );
  const definitions = {
    _topdir: path.join(scratch, 'rpmbuild'),
    _rpmdir: scratch,
    _rpmfilename: 'made.rpm',
    // Nothing of the machine or the hour in the package.
    use_source_date_epoch_as_buildtime: '1',
    clamp_mtime_to_source_date_epoch: '1',
    _buildhost: 'reproducible',
  };
  const defined = Object.entries(definitions).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  const architecture = architectures[options.architecture] ?? options.architecture;
  execFileSync('rpmbuild', ['-bb', '--quiet', '--target', architecture, ...defined, spec], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  copyFileSync(path.join(scratch, 'made.rpm'), options.package);
}
