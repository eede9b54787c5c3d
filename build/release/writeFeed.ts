import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SIGNATURE_SUFFIX } from '../../electron/update/feedSignature.ts';
import { sealKey } from './keys.ts';
import { type Order, outFolder } from './order.ts';
import { artifactsOf, sha512 } from './signPackages.ts';

/** The feed of each platform as electron-updater names it, and the packages it can install from one. */
const feeds: readonly { readonly name: string; readonly holds: RegExp }[] = [
  { name: 'latest-linux.yml', holds: /\.(deb|rpm)$/ },
  { name: 'latest.yml', holds: /\.exe$/ },
  { name: 'latest-mac.yml', holds: /\.zip$/ },
];

/**
 * Step 7: what the update folder says is the newest, over the files as they were signed, and our own signature beside it. electron-builder's feed is
 * of the unsigned files, and electron-updater would believe anyone's. JSON, which is YAML too.
 */
export function writeFeed(order: Order): void {
  const key = sealKey(order);
  const artifacts = artifactsOf(order);
  for (const { name, holds } of feeds) {
    const files = artifacts.filter((file) => holds.test(file));
    if (files.length === 0) continue;
    const feed = `${JSON.stringify(feedOf(order, files), null, 2)}\n`;
    const target = path.join(outFolder(order), name);
    writeFileSync(target, feed);
    writeFileSync(target + SIGNATURE_SUFFIX, `${Buffer.from(key.sign(Buffer.from(feed))).toString('base64')}\n`);
  }
}

function feedOf({ version, staging }: Order, files: readonly string[]) {
  return {
    version,
    files: files.map((file) => ({
      url: path.basename(file),
      sha512: sha512(file).toString('base64'),
      size: statSync(file).size,
    })),
    releaseDate: releaseDate(),
    ...(staging === undefined ? {} : { stagingPercentage: staging }),
  };
}

/** The commit's time where it is told, so that two makings of one commit say the same. */
function releaseDate(): string {
  const told = Number(process.env.SOURCE_DATE_EPOCH);
  return (told ? new Date(told * 1000) : new Date()).toISOString();
}
