import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../shared/result.ts';
import { entryStore } from '../secrets/entryStore.ts';
import { MemoryEntries } from '../secrets/testing/memoryEntries.ts';
import { createOwnKey } from './createOwnKey.ts';
import type { IdentityPlace } from './identityFile.ts';
import { type Candidate, judge } from './judge.ts';
import { keepCertificate } from './keepCertificate.ts';
import { readIssuers } from './knownIssuers.ts';
import { openPkcs12 } from './openPkcs12.ts';
import { readIdentity } from './readIdentity.ts';
import { removeIdentity } from './removeIdentity.ts';
import { derOf, municipality, now, OpensslCa, pkcs12, Workshop } from './testing/opensslCa.ts';

vi.setConfig({ testTimeout: 30_000 }); // openssl makes keys, on a machine that may be busy
const workshop = new Workshop();
afterAll(() => workshop.close());
const ca = new OpensslCa(workshop, 'Practice');
const issuers = { production: readIssuers([derOf(ca.issuing).toString('base64')]), test: [], training: [] };
const keys = [workshop.rsaKey(2048), workshop.rsaKey(4096)] as const;
const certificates = [ca.issue({ key: keys[0] }), ca.issue({ key: keys[1] })] as const;
const ders = [derOf(certificates[0]), derOf(certificates[1])] as const;

/** A candidate with its own copy of the key. */
function candidate(which: 0 | 1, orgNumber: string | null = municipality.orgNumber): Candidate {
  const opened = openPkcs12(
    pkcs12(workshop, { key: keys[which], certificate: certificates[which], password: 'x' }),
    'x',
  );
  if (!opened.ok) throw new Error(opened.error);
  const [one] = judge(opened.value, { environment: 'production', orgNumber, issuers, now });
  if (!one) throw new Error('no candidate');
  return one;
}
const candidates = [candidate(0), candidate(1)] as const;
const pkcs8Of = (key: string): Buffer => createPrivateKey(readFileSync(key)).export({ format: 'der', type: 'pkcs8' });
const pkcs8 = [pkcs8Of(keys[0]), pkcs8Of(keys[1])] as const;

let entries: MemoryEntries;
let place: IdentityPlace;
let file: string;
beforeEach(() => {
  const folder = join(workshop.folder, 'profile');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  entries = new MemoryEntries();
  place = { secrets: entryStore(entries, 'production'), folder, environment: 'production' };
  file = join(folder, 'identity.json');
});

async function identity() {
  const read = await readIdentity(place);
  if (!read.ok) throw new Error(read.error);
  if (!read.value) throw new Error('there is none');
  return read.value;
}
const problem = async (): Promise<string | null> => {
  const read: Result<unknown, string> = await readIdentity(place);
  return read.ok ? null : read.error;
};
const keep = (which: 0 | 1) => keepCertificate(place, candidates[which], now);
const fingerprint = (which: 0 | 1): string => createHash('sha256').update(ders[which]).digest('hex');
const kept = async (): Promise<string> => (await identity()).signing.fingerprint;

describe('a kept certificate', () => {
  test('comes back ready to sign, with its chain byte for byte', async () => {
    expect(await keep(1)).toEqual({ ok: true, value: undefined });
    const { status, signing } = await identity();
    expect(status).toEqual({ mode: 'certificate', facts: candidates[1].facts, keptAt: '2026-11-22T09:00:00.000Z' });
    expect(signing.header).toEqual({
      x5c: [ders[1], derOf(ca.issuing)].map((der) => der.toString('base64')),
    });
    expect(signing.orgNumber).toBe(municipality.orgNumber);
    expect(signing.fingerprint).toBe(fingerprint(1));
    const signature = sign('sha256', Buffer.from('grant'), signing.privateKey);
    expect(
      verify('sha256', Buffer.from('grant'), new X509Certificate(readFileSync(certificates[1])).publicKey, signature),
    ).toBe(true);
  });

  test('leaves nothing secret on disk, and no draft', async () => {
    await keep(0);
    expect(readdirSync(place.folder)).toEqual(['identity.json']);
    const written = readFileSync(file);
    const secret = pkcs8[0];
    for (let at = 0; at + 24 <= secret.length; at += 24) {
      // The public modulus is in the certificate and in the key alike; the private part begins after it.
      if (ders[0].includes(secret.subarray(at, at + 24))) continue;
      expect(written.includes(secret.subarray(at, at + 24).toString('base64'))).toBe(false);
      expect(written.includes(secret.subarray(at, at + 24).toString('hex'))).toBe(false);
    }
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is replaced by the next, whose key alone is left', async () => {
    for (const which of [0, 1, 0, 1, 1] as const) {
      expect((await keep(which)).ok).toBe(true);
      expect(await kept()).toBe(fingerprint(which));
      expect(new Set([...entries.texts.keys()].map((account) => account.replace(/\.[ab]$/, ''))).size).toBe(1);
    }
  });

  test('a refused one is never kept', () => {
    expect(() => keepCertificate(place, candidate(0, '313377326'), now)).toThrow(RangeError);
    expect(entries.texts.size).toBe(0);
  });
});

describe('when something fails on the way', () => {
  test.each(Array.from({ length: 12 }, (_, changes) => changes))(
    'the keychain dies after %i changes: the old identity or the new, whole',
    async (changes) => {
      await keep(0);
      entries.changesLeft = changes;
      const answer = await keep(1);
      entries.changesLeft = Number.POSITIVE_INFINITY;
      expect(await kept()).toBe(fingerprint(answer.ok ? 1 : 0));
      expect((await keep(1)).ok).toBe(true);
      expect((await removeIdentity(place)).ok).toBe(true);
      expect(entries.texts.size).toBe(0);
    },
  );

  test('the disk refuses: the old identity stays, and the new key is not left behind', async () => {
    await keep(0);
    const before = new Map(entries.texts);
    mkdirSync(`${file}.new`);
    expect(await keep(1)).toEqual({ ok: false, error: 'file-not-written' });
    expect(await kept()).toBe(fingerprint(0));
    expect(entries.texts).toEqual(before);
  });

  test('the keychain gives back something else than it took: the old identity stays', async () => {
    await keep(0);
    const { secrets } = place;
    const confused = { ...place, secrets: { ...secrets, read: () => secrets.read('signing-key-a') } };
    expect(await keepCertificate(confused, candidates[1], now)).toEqual({
      ok: false,
      error: 'certificate-file-changed',
    });
    expect(await kept()).toBe(fingerprint(0));
  });

  test('the program dies between the key and the file: the old identity stays, and the next one can be kept', async () => {
    await keep(0);
    await place.secrets.write('signing-key-a', Buffer.concat([Buffer.alloc(32), pkcs8[1]]));
    await place.secrets.write('signing-key-b', Buffer.concat([Buffer.alloc(32), pkcs8[1]]));
    await keep(0);
    expect(await kept()).toBe(fingerprint(0));
  });
});

describe('a file and a key that do not belong together are noticed', () => {
  const change = (edit: (text: string) => string): void => writeFileSync(file, edit(readFileSync(file, 'utf8')));

  test('any single changed byte', async () => {
    await keep(0);
    const good = readFileSync(file);
    for (let at = 0; at < good.length; at += 37) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      writeFileSync(file, changed);
      expect(await problem()).toBe('certificate-file-changed');
    }
    writeFileSync(file, good);
    expect(await problem()).toBeNull();
  });

  test.each([
    ['another organisation', (text: string) => text.replaceAll(municipality.orgNumber, '313377326')],
    ['another environment', (text: string) => text.replace('"environment": "production"', '"environment": "test"')],
    ['a space at the end', (text: string) => `${text} `],
    ['a later format', (text: string) => text.replace('"format": 1', '"format": 2')],
    ['nothing', () => ''],
    ['no JSON', () => 'not json'],
  ])('%s', async (_, edit) => {
    await keep(0);
    change(edit);
    expect(await problem()).toBe('certificate-file-changed');
  });

  test('the certificate swapped for another of the same key', async () => {
    await keep(0);
    const other = derOf(ca.issue({ key: keys[0] })).toString('base64');
    change((text) => text.replace(ders[0].toString('base64'), other));
    expect(await problem()).toBe('certificate-file-changed');
  });

  test('the file of another keeping put back', async () => {
    await keep(0);
    const old = readFileSync(file);
    await keep(1);
    writeFileSync(file, old);
    expect(await problem()).toBe('certificate-file-changed');
  });

  test('the file without its key', async () => {
    await keep(0);
    entries.texts.clear();
    expect(await problem()).toBe('certificate-file-changed');
  });

  test('the key without its file', async () => {
    await keep(1);
    rmSync(file);
    expect(await problem()).toBe('certificate-file-changed');
  });

  test('half a key', async () => {
    await keep(1);
    for (const account of entries.texts.keys()) if (/\.[ab]$/.test(account)) entries.texts.delete(account);
    expect(await problem()).toBe('certificate-file-changed');
  });

  test('a folder carried to another environment of the same machine', async () => {
    await keep(0);
    expect(await readIdentity({ ...place, environment: 'test' })).toEqual({
      ok: false,
      error: 'certificate-file-changed',
    });
    const test = { ...place, environment: 'test' as const, secrets: entryStore(entries, 'test') };
    expect(await readIdentity(test)).toEqual({ ok: false, error: 'certificate-file-changed' });
  });
});

describe('removal', () => {
  test('erases the key and the file, twice if need be', async () => {
    await keep(1);
    expect(await removeIdentity(place)).toEqual({ ok: true, value: undefined });
    expect(entries.texts.size).toBe(0);
    expect(readdirSync(place.folder)).toEqual([]);
    expect(await readIdentity(place)).toEqual({ ok: true, value: null });
    expect((await removeIdentity(place)).ok).toBe(true);
  });

  test('says so when the keychain does not let go, and the key is not forgotten', async () => {
    await keep(1);
    entries.changesLeft = 0;
    expect(await removeIdentity(place)).toEqual({ ok: false, error: 'keychain-refused' });
    entries.changesLeft = Number.POSITIVE_INFINITY;
    expect(await kept()).toBe(fingerprint(1));
  });
});

describe('an own key', () => {
  test('comes back with the public JWK that IT registers, and nothing private in it', async () => {
    expect(await createOwnKey(place, now)).toEqual({ ok: true, value: undefined });
    const { status, signing } = await identity();
    if (status.mode !== 'ownKey') throw new Error(status.mode);
    expect(status).toMatchObject({ createdOn: '2026-11-22', registerAgainBefore: '2027-11-22' });
    expect(status.kid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(signing.header).toEqual({ kid: status.kid });
    expect(signing.orgNumber).toBeNull();

    const jwk = JSON.parse(status.publicJwk);
    expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(jwk).toMatchObject({ kty: 'RSA', use: 'sig', alg: 'RS256', kid: status.kid });
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
    expect(
      verify('sha256', Buffer.from('grant'), publicKey, sign('sha256', Buffer.from('grant'), signing.privateKey)),
    ).toBe(true);
    expect(signing.fingerprint).toBe(
      createHash('sha256')
        .update(publicKey.export({ format: 'der', type: 'spki' }))
        .digest('hex'),
    );
  });

  test('takes the place of a certificate, and a certificate of it', async () => {
    await keep(0);
    await createOwnKey(place, now);
    expect((await identity()).status.mode).toBe('ownKey');
    await keep(1);
    expect(await kept()).toBe(fingerprint(1));
  });

  test('has another kid and another key each time', async () => {
    await createOwnKey(place, now);
    const first = await identity();
    await createOwnKey(place, now);
    const second = await identity();
    expect(second.signing.header).not.toEqual(first.signing.header);
    expect(second.signing.fingerprint).not.toBe(first.signing.fingerprint);
  });
});
