import { randomUUID, X509Certificate } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { jwtVerify, SignJWT } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { openKeychain } from '../secrets/keychain.ts';
import { createOwnKey } from './createOwnKey.ts';
import type { IdentityPlace } from './identityFile.ts';
import { ImportSession } from './importSession.ts';
import { keepCertificate } from './keepCertificate.ts';
import { readIssuers } from './knownIssuers.ts';
import { readIdentity } from './readIdentity.ts';
import { removeIdentity } from './removeIdentity.ts';
import { derOf, encryptions, municipality, now, OpensslCa, pkcs12, Workshop } from './testing/opensslCa.ts';

// The whole way with nothing replaced: openssl's file, the machine's own keychain, jose's signature.
const workshop = new Workshop();
const ca = new OpensslCa(workshop, 'Practice');
const folder = join(workshop.folder, 'profile');
mkdirSync(folder);
const owner = `test-${randomUUID()}`;

async function place(): Promise<IdentityPlace> {
  const opened = await openKeychain(owner);
  if (!opened.ok) throw new Error(`a keychain is needed here: ${opened.error}`);
  return { secrets: opened.value, folder, environment: 'training' };
}
afterAll(async () => {
  await removeIdentity(await place());
  workshop.close();
});

async function signed(): Promise<{ token: string; header: object }> {
  const read = await readIdentity(await place());
  if (!read.ok || !read.value) throw new Error('no identity');
  const { header, privateKey } = read.value.signing;
  const token = await new SignJWT({ scope: 'x' })
    .setProtectedHeader({ alg: 'RS256', ...('kid' in header ? header : { x5c: [...header.x5c] }) })
    .sign(privateKey);
  return { token, header };
}

test.each([2048, 3072, 4096])('RSA %i: imported, kept, read after a restart, signed with, removed', async (bits) => {
  const key = workshop.rsaKey(bits);
  const certificate = ca.issue({ key });
  const file = pkcs12(workshop, { key, certificate, password: 'blåbær', options: encryptions.rc2 });
  const here = await place();
  const session = new ImportSession((candidate) => keepCertificate(here, candidate, now));
  const issuers = { production: [], test: [], training: readIssuers([derOf(ca.issuing).toString('base64')]) };
  const opened = session.open(file, 'blåbær', {
    environment: 'training',
    orgNumber: municipality.orgNumber,
    issuers,
    now,
  });
  if (!opened.ok) throw new Error(opened.error);
  expect(await session.keep(opened.value.importId, opened.value.proposal?.index ?? -1, false)).toEqual({
    ok: true,
    value: undefined,
  });

  const { token, header } = await signed();
  const leaf = new X509Certificate(
    Buffer.from('x5c' in header && Array.isArray(header.x5c) ? header.x5c[0] : '', 'base64'),
  );
  expect(leaf.raw).toEqual(derOf(certificate));
  expect((await jwtVerify(token, leaf.publicKey)).payload).toEqual({ scope: 'x' });

  expect(await removeIdentity(await place())).toEqual({ ok: true, value: undefined });
  expect(await readIdentity(await place())).toEqual({ ok: true, value: null });
});

test('an own key signs what its public JWK verifies', async () => {
  expect((await createOwnKey(await place(), now)).ok).toBe(true);
  const read = await readIdentity(await place());
  if (!read.ok || read.value?.status.mode !== 'ownKey') throw new Error('no own key');
  const { token } = await signed();
  const verified = await jwtVerify(token, JSON.parse(read.value.status.publicJwk));
  expect(verified.protectedHeader).toEqual({ alg: 'RS256', kid: read.value.status.kid });
});
