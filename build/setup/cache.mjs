import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { capture, npm, SetupError } from './run.mjs';

/** Where things fetched once per machine are kept, outside the repository so that every checkout shares them. */
export const cacheFolder =
  process.env.SAKSBORD_CACHE ??
  (process.platform === 'win32'
    ? path.join(process.env.LOCALAPPDATA ?? os.homedir(), 'saksbord')
    : path.join(os.homedir(), '.cache', 'saksbord'));

/**
 * Fills a folder of the cache, all or nothing: a broken-off download leaves nothing that looks finished.
 * @param {string} name folder name in the cache
 * @param {(folder: string) => Promise<void>} fill puts the contents into an empty folder
 * @returns {Promise<string>} the folder's path
 */
export async function cached(name, fill) {
  const target = path.join(cacheFolder, name);
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder, { recursive: true });
  const unfinished = mkdtempSync(path.join(cacheFolder, `.${name}-`));
  try {
    await fill(unfinished);
    // Another checkout may have been quicker; both are the same.
    if (!existsSync(target)) renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}

/**
 * Fetches one package from the npm registry without its dependencies and unpacks it.
 * @param {string} spec `name@version`
 * @param {string} integrity what the package's bytes must hash to, as in a lock file (`sha512-…`)
 * @param {string} folder where to unpack it
 */
export async function fetchPackage(spec, integrity, folder) {
  const download = mkdtempSync(path.join(cacheFolder, '.download-'));
  try {
    const [command, args] = npm('pack', spec, '--silent', '--pack-destination', download);
    const { code, output } = await capture(command, args);
    const archive = readdirSync(download)[0];
    if (code !== 0 || archive === undefined) throw new SetupError(`npm could not fetch ${spec}:\n${output}`);

    const hash = createHash('sha512');
    for await (const chunk of createReadStream(path.join(download, archive))) hash.update(chunk);
    if (`sha512-${hash.digest('base64')}` !== integrity) {
      throw new SetupError(`${spec} from the npm registry is not the file that is pinned in build/setup. Not used.`);
    }
    const tar = await capture('tar', ['-xzf', path.join(download, archive), '-C', folder, '--strip-components=1']);
    if (tar.code !== 0) throw new SetupError(`tar could not unpack ${spec}:\n${tar.output}`);
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}
