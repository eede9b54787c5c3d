import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root, run, SetupError, say } from './run.mjs';

/** Installs the npm packages when node_modules was not made from this package-lock.json on this platform. */
export async function ensurePackages() {
  const marker = path.join(root, 'node_modules', '.saksbord-installed');
  const wanted = [
    createHash('sha256')
      .update(readFileSync(path.join(root, 'package-lock.json')))
      .digest('hex'),
    `node ${process.versions.node.split('.')[0]} ${process.platform}-${process.arch}`,
  ].join('\n');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;

  say('installing the npm packages of package-lock.json (npm ci)');
  const [command, args] = npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  if ((await run(command, args)) !== 0) throw new SetupError('npm ci failed, see above. Then run this again.');
  writeFileSync(marker, wanted);
}
