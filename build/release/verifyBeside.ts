import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isSigned, SIGNATURE_SUFFIX } from '../../electron/update/feedSignature.ts';
import { npmPackagesIn, readArchive } from './archive.ts';
import { sha512 } from './signPackages.ts';
import type { Check } from './verifyArtifact.ts';

/** The checks of what stands beside a package, for as much of it as has been made: the bill of materials and the update feed. */
export function besideChecks(file: string, asar: string, sealKey: string): Check[] {
  const beside = (name: string): string => path.join(path.dirname(file), name);
  const checks: Check[] = [];
  const bill = beside('sbom.cdx.json');
  if (existsSync(bill)) checks.push(['bill of materials agrees', () => agreesWith(bill, asar)]);
  const feed = beside('latest-linux.yml');
  if (existsSync(feed + SIGNATURE_SUFFIX) && /\.(deb|rpm)$/.test(file)) {
    checks.push(['update feed is signed and names these bytes', () => namedIn(feed, file, sealKey)]);
  }
  return checks;
}

function agreesWith(bill: string, asar: string): string {
  const { components }: { components: { purl?: string }[] } = JSON.parse(readFileSync(bill, 'utf8'));
  const told = new Set(components.map(({ purl }) => purl));
  const missing = npmPackagesIn(readArchive(asar))
    .map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`)
    .filter((purl) => !told.has(purl));
  if (missing.length > 0) throw new Error(missing.join(', '));
  return `${components.length} components`;
}

function namedIn(feed: string, file: string, sealKey: string): string {
  const key = createPublicKey(readFileSync(sealKey)).export({ type: 'spki', format: 'der' }).toString('base64');
  const text = readFileSync(feed, 'utf8');
  if (!isSigned(text, readFileSync(feed + SIGNATURE_SUFFIX, 'utf8'), key))
    throw new Error('not signed with the seal key');
  const digest = sha512(file).toString('base64');
  if (!text.includes(digest)) throw new Error('other bytes');
  return digest.slice(0, 16);
}
