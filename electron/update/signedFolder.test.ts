import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { FeedRefused, signedFolder } from './signedFolder.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const signed = (feed: string): string => sign(null, Buffer.from(feed), privateKey).toString('base64');

const feedOf = (version: string): string =>
  JSON.stringify({ version, files: [{ url: `saksbord_${version}_amd64.deb`, sha512: 'AAAA' }] });
const newer = feedOf('0.2.0');

/** A folder on a real server with this feed and signature, followed by a program of version 0.1.0. */
async function folder(feed: string, signature: string) {
  const server = createServer(({ url }, response) => {
    const known: Record<string, string> = { '/s/latest-linux.yml': feed, '/s/latest-linux.yml.sig': signature };
    const body = known[url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const Folder = signedFolder(`${origin}/s`, key);
  const currentVersion = { compare: (other: string) => '0.1.0'.localeCompare(other) };
  // The one thing that is not electron-updater's own: it asks by Electron's network, which a unit test has none of.
  const executor = {
    request: async ({ hostname, port, path }: { hostname: string; port: string; path: string }) => {
      const answer = await fetch(`http://${hostname}:${port}${path}`);
      if (!answer.ok) throw Object.assign(new Error(), { code: `HTTP_ERROR_${answer.status}` });
      return answer.text();
    },
  };
  const options = { isUseMultipleRangeRequest: true, platform: 'linux', executor } as unknown as ConstructorParameters<
    typeof Folder
  >[2];
  return { origin, folder: new Folder({}, { currentVersion }, options) };
}

test('a signed feed is followed, to files in the same folder', async () => {
  const { origin, folder: ours } = await folder(newer, signed(newer));
  const info = await ours.getLatestVersion();
  expect(info.version).toBe('0.2.0');
  expect(ours.resolveFiles(info).map(({ url }) => url.href)).toEqual([`${origin}/s/saksbord_0.2.0_amd64.deb`]);
});

test.each([
  ['forged', newer.replace('0.2.0', '0.3.0'), signed(newer), 'update-feed-forged'],
  ['signed by nobody', newer, '', 'update-feed-forged'],
  ['older than what runs, though signed', feedOf('0.0.9'), signed(feedOf('0.0.9')), 'update-older'],
])('a feed that is %s is refused', async (_, feed, signature, code) => {
  const { folder: ours } = await folder(feed, signature);
  await expect(ours.getLatestVersion()).rejects.toSatisfy(
    (thrown) => thrown instanceof FeedRefused && thrown.code === code,
  );
});
