import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ObjectIdentifier, OctetString } from 'asn1js';
import { ContentInfo, PFX } from 'pkijs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Pkcs12Problem } from '../../shared/certificate/facts.ts';
import { openPkcs12 } from './openPkcs12.ts';
import { derOf, encryptions, merged, OpensslCa, pkcs12, profiles, Workshop } from './testing/opensslCa.ts';

vi.setConfig({ testTimeout: 30_000 }); // openssl makes keys, on a machine that may be busy
const workshop = new Workshop();
afterAll(() => workshop.close());

const ca = new OpensslCa(workshop, 'Practice');
const keys = { 2048: workshop.rsaKey(2048), 3072: workshop.rsaKey(3072), 4096: workshop.rsaKey(4096) };
const certificate = ca.issue({ key: keys[2048], ...profiles.buypassAuthentication });
// OpenSSL turns it into UTF-16 for the old ways and leaves it as UTF-8 for the new: both must be met.
const password = 'Blåbær på Ås €';

function opened(file: Buffer, given = password) {
  const result = openPkcs12(file, given);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
const problem = (file: Uint8Array, given = password): Pkcs12Problem | null => {
  const opened = openPkcs12(file, given);
  return opened.ok ? null : opened.error;
};
const pkcs8Of = (pem: string): Buffer => createPrivateKey(readFileSync(pem)).export({ format: 'der', type: 'pkcs8' });

describe('encryption', () => {
  test.each([
    ['AES-256, PBKDF2, seal SHA-256: OpenSSL 3', encryptions.aes],
    ['AES-128 with seal SHA-512', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC', '-macalg', 'sha512']],
    ['seal SHA-384 and 20 000 rounds', ['-macalg', 'sha384', '-iter', '20000']],
    ['AES with seal SHA-1', ['-macalg', 'sha1']],
    ['3DES for both', encryptions.tripleDes],
    ['RC2-40 for certificates, 3DES for the key: OpenSSL 1 and Windows', encryptions.rc2],
    ['one round only', ['-legacy', '-noiter', '-nomaciter']],
    ['no seal', ['-nomac']],
    ['certificates in the clear', ['-certpbe', 'NONE']],
    ['the key in the clear', ['-keypbe', 'NONE']],
    [
      'labelled as Windows does',
      ['-keyex', '-LMK', '-CSP', 'Microsoft Enhanced RSA and AES Cryptographic Provider', '-name', 'Fiktiv'],
    ],
  ])('opens %s', (_, options) => {
    const { pairs, others } = opened(
      pkcs12(workshop, { key: keys[2048], certificate, others: [ca.issuing], password, options }),
    );
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.pkcs8).toEqual(pkcs8Of(keys[2048]));
    expect(pairs[0]?.certificate.raw).toEqual(derOf(certificate));
    expect(others.map((other) => other.raw)).toEqual([derOf(ca.issuing)]);
  });

  test('lengths left open and contents in pieces (BER), as older Windows and Java wrote them', () => {
    const der = pkcs12(workshop, { key: keys[2048], certificate, password });
    const content: Buffer = Buffer.from(PFX.fromBER(der).authSafe.content.getValue());
    const seal = PFX.fromBER(der).macData?.toSchema().toBER() ?? new ArrayBuffer(0);
    const open = (tag: number, ...parts: Uint8Array[]): Buffer =>
      Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)]);
    const piece = (bytes: Buffer): Buffer => Buffer.from(new OctetString({ valueHex: new Uint8Array(bytes) }).toBER());
    const pieces = open(0x24, piece(content.subarray(0, 1000)), piece(content.subarray(1000)));
    const data = Buffer.from(new ObjectIdentifier({ value: ContentInfo.DATA }).toBER());
    const ber = open(0x30, Uint8Array.of(2, 1, 3), open(0x30, data, open(0xa0, pieces)), new Uint8Array(seal));
    expect(opened(ber).pairs[0]?.pkcs8).toEqual(pkcs8Of(keys[2048]));
  });

  test('says that it does not open RC4, with the right password only', () => {
    const file = pkcs12(workshop, { key: keys[2048], certificate, password, options: encryptions.rc4 });
    expect(problem(file)).toBe('pkcs12-not-supported');
    expect(problem(file, 'wrong')).toBe('wrong-password');
  });

  test('does not spend the day on a file that asks for millions of rounds', () => {
    const file = pkcs12(workshop, {
      key: keys[2048],
      certificate,
      password,
      options: ['-iter', '1000001', '-nomaciter'],
    });
    expect(problem(file)).toBe('pkcs12-not-supported');
  });
});

describe('a wrong password', () => {
  test.each(Object.entries({ aes: encryptions.aes, tripleDes: encryptions.tripleDes, rc2: encryptions.rc2 }))(
    'is told from a broken file: %s',
    (_, options) => {
      const file = pkcs12(workshop, { key: keys[2048], certificate, password, options });
      for (const given of ['', 'blåbær på Ås €', `${password} `, 'Bl?b?r p? ?s ?'])
        expect(problem(file, given)).toBe('wrong-password');
    },
  );

  test('is noticed without a seal too, also when the padding happens to look right (1 of 256)', () => {
    const file = pkcs12(workshop, { key: keys[2048], certificate, password, options: ['-nomac', '-iter', '1'] });
    for (let guess = 0; guess < 300; guess += 1) expect(problem(file, `guess ${guess}`)).toBe('wrong-password');
  });

  test('an empty password that is right opens', () => {
    expect(opened(pkcs12(workshop, { key: keys[2048], certificate, password: '' }), '').pairs).toHaveLength(1);
  });
});

describe('contents', () => {
  test.each([2048, 3072, 4096] as const)('RSA %i', (bits) => {
    const own = ca.issue({ key: keys[bits], ...profiles.commfidesAuthentication });
    const { pairs } = opened(pkcs12(workshop, { key: keys[bits], certificate: own, password }));
    expect(pairs[0]?.pkcs8).toEqual(pkcs8Of(keys[bits]));
    expect(pairs[0]?.certificate.checkPrivateKey(createPrivateKey(readFileSync(keys[bits])))).toBe(true);
  });

  test('the CA certificates first', () => {
    const chain = pkcs12(workshop, {
      key: keys[2048],
      certificate: ca.root,
      others: [ca.issuing, certificate],
      password,
      options: ['-nokeys'],
    });
    const key = pkcs12(workshop, { key: keys[2048], certificate, password });
    const { pairs, others } = opened(merged([chain, key], password));
    expect(others.map((other) => other.subject)).toEqual(
      [ca.root, ca.issuing].map((file) => new X509Certificate(readFileSync(file)).subject),
    );
    for (const pair of pairs) expect(pair.certificate.raw).toEqual(derOf(certificate));
  });

  test('three keys with three certificates, each to its own', () => {
    const files = [keys[4096], keys[3072], keys[2048]].map((key, index) => {
      const profile = [profiles.commfidesEncryption, profiles.commfidesSigning, profiles.commfidesAuthentication][
        index
      ];
      return pkcs12(workshop, { key, certificate: ca.issue({ key, ...profile }), others: [ca.issuing], password });
    });
    const { pairs, others } = opened(merged(files, password));
    expect(pairs.map((pair) => pair.pkcs8)).toEqual([keys[4096], keys[3072], keys[2048]].map(pkcs8Of));
    for (const { pkcs8, certificate: own } of pairs)
      expect(own.checkPrivateKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))).toBe(true);
    expect(others).toHaveLength(3);
  });

  test('a key whose certificate is not there', () => {
    const key = pkcs12(workshop, {
      key: keys[3072],
      certificate: ca.issue({ key: keys[3072] }),
      password,
      options: ['-nocerts'],
    });
    expect(problem(key)).toBe('no-certificate-for-key');
    const stranger = pkcs12(workshop, { key: keys[2048], certificate, password, options: ['-nokeys'] });
    expect(problem(merged([key, stranger], password))).toBe('no-certificate-for-key');
  });

  test('certificates only', () => {
    expect(problem(pkcs12(workshop, { key: keys[2048], certificate, password, options: ['-nokeys'] }))).toBe(
      'no-private-key',
    );
  });

  test('an elliptic curve key is named as such, and does not hide an RSA key beside it', () => {
    const ecKey = workshop.ecKey();
    const ec = pkcs12(workshop, { key: ecKey, certificate: ca.issue({ key: ecKey }), password });
    expect(problem(ec)).toBe('key-not-rsa');
    const rsa = pkcs12(workshop, { key: keys[2048], certificate, password });
    expect(opened(merged([ec, rsa], password)).pairs).toHaveLength(1);
  });
});

describe('no PKCS#12 at all', () => {
  const good = pkcs12(workshop, { key: keys[2048], certificate, password, options: ['-iter', '1'] });
  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a certificate', derOf(certificate)],
    ['a private key', pkcs8Of(keys[2048])],
    ['PEM text', readFileSync(certificate)],
    ['zeros', Buffer.alloc(5000)],
    ['half a file', good.subarray(0, good.length / 2)],
    ['something huge', Buffer.concat([good, Buffer.alloc(1_000_000)])],
  ])('%s', (_, bytes) => {
    expect(problem(bytes)).toBe('not-a-pkcs12');
  });

  test('no single changed byte opens as something else or brings the program down', () => {
    for (let at = 0; at < good.length; at += 17) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const opened = openPkcs12(changed, password);
      if (opened.ok) {
        // Only a label outside the seal can differ then: what matters is unchanged.
        expect(opened.value.pairs[0]?.pkcs8).toEqual(pkcs8Of(keys[2048]));
        expect(opened.value.pairs[0]?.certificate.raw).toEqual(derOf(certificate));
      }
    }
  });
});
