import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, SetupError } from '../setup/run.mjs';
import { keysBeside, packageKey } from './keys.ts';
import { type Order, outFolder } from './order.ts';
import { artifactsOf } from './signPackages.ts';
import { verifyArtifact } from './verifyArtifact.ts';

/**
 * Step 8: verifies every package once more, and copies packages, keys, bill of materials and, last of all, the feed into out/published/FLAVOUR, or the
 * folder `SAKSBORD_PUBLISH_TO` names. Older versions stay there, to go back to. Debian and Ubuntu get a signed repository of it, in `apt`.
 */
export async function publish(order: Order): Promise<void> {
  if (order.rehearsal) throw new SetupError('a rehearsal is not published');
  const from = outFolder(order);
  for (const file of artifactsOf(order)) {
    if (!(await verifyArtifact(file, keysBeside(from)))) throw new SetupError(`${file} is not published`);
  }
  const to = process.env.SAKSBORD_PUBLISH_TO ?? path.join(root, 'out/published', order.flavour);
  const apt = path.join(to, 'apt');
  mkdirSync(apt, { recursive: true });
  const names = readdirSync(from).filter(
    (name) => statSync(path.join(from, name)).isFile() && name !== 'builder-debug.yml',
  );
  const isFeed = (name: string): boolean => /^latest.*\.yml/.test(name);
  for (const name of names.filter((one) => !isFeed(one))) copyFileSync(path.join(from, name), path.join(to, name));
  for (const file of artifactsOf(order).filter((one) => one.endsWith('.deb'))) {
    copyFileSync(file, path.join(apt, path.basename(file)));
  }
  if (readdirSync(apt).length > 0) indexForApt(apt, order);
  // The feed's signature last: until it is there, the new feed is not believed.
  for (const name of names.filter(isFeed).sort()) copyFileSync(path.join(from, name), path.join(to, name));
}

/** Writes Packages, Release and the signed InRelease: `deb [signed-by=…] https://…/apt ./` is what IT puts into sources.list.d. */
function indexForApt(folder: string, order: Order): void {
  const archive = (...args: string[]): Buffer => execFileSync('apt-ftparchive', args, { cwd: folder });
  for (const old of ['Release', 'InRelease', 'Packages']) rmSync(path.join(folder, old), { force: true });
  writeFileSync(path.join(folder, 'Packages'), archive('packages', '.'));
  const about = { Origin: 'Saksbord', Label: 'Saksbord', Suite: 'stable' };
  const options = Object.entries(about).flatMap(([name, value]) => [
    '-o',
    `APT::FTPArchive::Release::${name}=${value}`,
  ]);
  writeFileSync(path.join(folder, 'Release'), archive(...options, 'release', '.'));
  const { id, env } = packageKey(order);
  const sign = ['--batch', '--yes', '--local-user', id, '--digest-algo', 'SHA512', '--clearsign'];
  execFileSync('gpg', [...sign, '--output', 'InRelease', 'Release'], { cwd: folder, env });
}
