import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSigned } from './feedSignature.ts';

const feed = 'version: 0.2.0\nfiles:\n  - url: saksbord_0.2.0_amd64.deb\n';

function signer() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (text: string) => `${sign(null, Buffer.from(text), privateKey).toString('base64')}\n`,
  };
}

test('the feed that was signed is known again', () => {
  const ours = signer();
  expect(isSigned(feed, ours.sign(feed), ours.key)).toBe(true);
});

test.each([
  ['a changed feed', (ours: ReturnType<typeof signer>) => isSigned(`${feed} `, ours.sign(feed), ours.key)],
  ['another one’s key', (ours: ReturnType<typeof signer>) => isSigned(feed, signer().sign(feed), ours.key)],
  ['no signature', (ours: ReturnType<typeof signer>) => isSigned(feed, '', ours.key)],
  ['a page instead of a signature', (ours: ReturnType<typeof signer>) => isSigned(feed, '<html>404</html>', ours.key)],
  ['half a signature', (ours: ReturnType<typeof signer>) => isSigned(feed, ours.sign(feed).slice(0, 40), ours.key)],
])('%s is refused', (_, verdict) => {
  expect(verdict(signer())).toBe(false);
});
