import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/run.mjs';
import { type Archive, npmPackagesIn, readArchive } from './archive.ts';
import { finishedProgram, type Order, outFolder, product } from './order.ts';
import { lockedPackages } from './shippedPackages.ts';

/** Step 6: the bill of materials (CycloneDX 1.6), of what is in the archive. A package that is not the lock file's stops it. */
export function writeSbom(order: Order): void {
  const { executable, resources } = finishedProgram(order);
  const archive = readArchive(path.join(resources, 'app.asar'));
  const strangers = notInLock(archive);
  if (strangers.length > 0)
    throw new SetupError(`in the archive, but not as the lock file says: ${strangers.join(', ')}`);
  const { electron } = JSON.parse(readFileSync(path.join(resources, 'build.json'), 'utf8'));
  const text = JSON.stringify(sbom(order, archive, electron, executable), null, 2);
  writeFileSync(path.join(outFolder(order), 'sbom.cdx.json'), `${text}\n`);
}

/** Packages in the archive that the lock file does not have, or has in another version. */
export function notInLock(archive: Archive): string[] {
  const locked = lockedPackages();
  return npmPackagesIn(archive)
    .filter(({ folder, version }) => locked[folder]?.version !== version)
    .map(({ name, version }) => `${name}@${version}`);
}

function sbom(order: Order, archive: Archive, electron: string, executable: string) {
  const { name, executable: command } = product(order.flavour);
  const locked = lockedPackages();
  const libraries = npmPackagesIn(archive).map(({ name: library, version, folder }) => {
    const purl = `pkg:npm/${library.replace('@', '%40')}@${version}`;
    const licence = archive.licences.find((one) => one.folder === folder)?.licence;
    const integrity = locked[folder]?.integrity;
    return {
      type: 'library',
      'bom-ref': purl,
      name: library,
      version,
      purl,
      ...(licence && { licenses: [{ expression: licence }] }),
      ...(integrity && { hashes: [{ alg: 'SHA-512', content: hex(integrity) }] }),
    };
  });
  const components = [...runtime(electron, readFileSync(executable, 'latin1')), ...libraries];
  const about = { type: 'application', 'bom-ref': `${command}@${archive.version}`, name, version: archive.version };
  const digest = createHash('sha256')
    .update(JSON.stringify([about, components]))
    .digest('hex');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    // Of its contents, so that the same contents have the same number.
    serialNumber: `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    version: 1,
    metadata: { component: about },
    components,
  };
}

const hex = (integrity: string): string => Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');

/** Electron, and what is known of what it is made of: scanners look for Chromium and Node by name. Their licences are in LICENSES.chromium.html. */
function runtime(electron: string, binary: string) {
  const found = {
    chromium: /Chrome\/(\d+\.\d+\.\d+\.\d+)/.exec(binary)?.[1],
    node: /nodejs\.org\/download\/release\/v([\d.]+)\//.exec(binary)?.[1],
  };
  return [
    { type: 'framework', name: 'electron', version: electron, purl: `pkg:npm/electron@${electron}` },
    {
      type: 'framework',
      name: 'chromium',
      version: found.chromium,
      cpe: `cpe:2.3:a:google:chrome:${found.chromium}:*:*:*:*:*:*:*`,
    },
    { type: 'framework', name: 'node', version: found.node, purl: `pkg:generic/node@${found.node}` },
    { type: 'library', name: 'ffmpeg' },
  ].map((component) => ({ 'bom-ref': component.name, ...component }));
}
