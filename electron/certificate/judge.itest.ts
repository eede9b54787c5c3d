import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type CertificateFacts, certificateRefusals } from '../../shared/certificate/facts.ts';
import type { Environment } from '../../shared/session.ts';
import { type Candidate, type JudgeContext, judge } from './judge.ts';
import issuers from './knownIssuers.json' with { type: 'json' };
import { knownIssuers, readIssuers } from './knownIssuers.ts';
import { openPkcs12 } from './openPkcs12.ts';
import { propose } from './propose.ts';
import {
  type CertificateRequest,
  derOf,
  merged,
  municipality,
  now,
  OpensslCa,
  pkcs12,
  profiles,
  Workshop,
} from './testing/opensslCa.ts';

vi.setConfig({ testTimeout: 30_000 }); // openssl makes keys, on a machine that may be busy
const workshop = new Workshop();
afterAll(() => workshop.close());

const ca = {
  production: new OpensslCa(workshop, 'Practice Production'),
  test: new OpensslCa(workshop, 'Practice Test'),
  training: new OpensslCa(workshop, 'Practice Training'),
  stranger: new OpensslCa(workshop, 'Practice Stranger'),
};
const anchorsOf = (one: OpensslCa) => readIssuers([derOf(one.issuing).toString('base64')]);
const context: JudgeContext = {
  environment: 'production',
  orgNumber: municipality.orgNumber,
  issuers: { production: anchorsOf(ca.production), test: anchorsOf(ca.test), training: anchorsOf(ca.training) },
  now,
};
const key = workshop.rsaKey(2048);
const key2 = workshop.rsaKey(2048);
const key3 = workshop.rsaKey(2048);
const password = 'x';

const file = (request: Partial<CertificateRequest>, by: OpensslCa = ca.production, others: string[] = []): Buffer =>
  pkcs12(workshop, { key: request.key ?? key, certificate: by.issue({ key, ...request }), others, password });

const met = new Set<string>(['key-does-not-match']); // this one cannot come out of a file, and has its own test
function judged(bytes: Buffer, changed: Partial<JudgeContext> = {}): readonly Candidate[] {
  const opened = openPkcs12(bytes, password);
  if (!opened.ok) throw new Error(opened.error);
  const candidates = judge(opened.value, { ...context, ...changed });
  for (const { verdict } of candidates) for (const refusal of verdict.refusals) met.add(refusal);
  return candidates;
}
const refusals = (bytes: Buffer, changed: Partial<JudgeContext> = {}) => judged(bytes, changed)[0]?.verdict.refusals;
const org = (parts: string): string => `/C=NO/${parts}/O=${municipality.name}/CN=${municipality.name}`;

describe('a certificate as the CAs issue them', () => {
  test('Buypass, with the facts that the screen shows', () => {
    const certificate = ca.production.issue({ key, ...profiles.buypassAuthentication });
    const [candidate] = judged(pkcs12(workshop, { key, certificate, password }));
    expect(candidate?.verdict).toEqual({ refusals: [], warnings: [] });
    expect(candidate?.facts).toEqual({
      commonName: municipality.name,
      organisation: municipality.name,
      orgNumber: municipality.orgNumber,
      issuer: 'Practice Production Business',
      serialNumber: new X509Certificate(readFileSync(certificate)).serialNumber,
      validFrom: '2025-01-01',
      validTo: '2028-01-01',
      use: 'authentication',
      keyBits: 2048,
      fingerprint: createHash('sha256').update(derOf(certificate)).digest('hex'),
      issuedFor: 'production',
    } satisfies Record<keyof CertificateFacts, unknown>);
  });

  test('Commfides, with the number in both places', () => {
    expect(refusals(file(profiles.commfidesAuthentication))).toEqual([]);
  });

  test('SEID 1.0, with the number in serialNumber alone', () => {
    expect(refusals(file({ subject: org(`serialNumber=${municipality.orgNumber}`) }))).toEqual([]);
  });

  test('names with æøå', () => {
    const name = 'VÆRØY OG ÅMOT FIKTIVE SAMARBEID';
    const [candidate] = judged(
      file({ subject: `/C=NO/organizationIdentifier=NTRNO-${municipality.orgNumber}/O=${name}/CN=${name}` }),
    );
    expect(candidate?.facts).toMatchObject({ commonName: name, organisation: name });
  });

  test('a municipality that IT has not entered yet is not compared', () => {
    expect(refusals(file({}), { orgNumber: null })).toEqual([]);
  });
});

describe('the chain that goes into a grant', () => {
  test('is the leaf and its issuing CA, byte for byte, though the file holds the leaf alone', () => {
    const certificate = ca.production.issue({ key });
    const [candidate] = judged(pkcs12(workshop, { key, certificate, password }));
    expect(candidate?.chain).toEqual([derOf(certificate), derOf(ca.production.issuing)]);
  });

  test('leads through the file to a root, and leaves the root out', () => {
    const roots = { ...context.issuers, production: readIssuers([derOf(ca.production.root).toString('base64')]) };
    const certificate = ca.production.issue({ key });
    const bytes = pkcs12(workshop, { key, certificate, others: [ca.production.root, ca.production.issuing], password });
    const [candidate] = judged(bytes, { issuers: roots });
    expect(candidate?.verdict.refusals).toEqual([]);
    expect(candidate?.chain).toEqual([derOf(certificate), derOf(ca.production.issuing)]);
    expect(refusals(pkcs12(workshop, { key, certificate, password }), { issuers: roots })).toEqual(['issuer-unknown']);
  });
});

describe('refused', () => {
  const elsewhere: [Environment, OpensslCa, string][] = [
    ['production', ca.test, 'test-certificate-in-production'],
    ['test', ca.production, 'production-certificate-in-test'],
    ['test', ca.training, 'training-certificate-outside-training'],
    ['production', ca.training, 'training-certificate-outside-training'],
    ['training', ca.production, 'real-certificate-in-training'],
    ['training', ca.test, 'real-certificate-in-training'],
  ];
  test.each(elsewhere)('in %s, one that belongs elsewhere', (environment, by, code) => {
    expect(refusals(file({}, by), { environment })).toEqual([code]);
  });
  test.each([
    ['production', ca.production],
    ['test', ca.test],
    ['training', ca.training],
  ] as const)('but not in %s, where it belongs', (environment, by) => {
    expect(refusals(file({}, by), { environment })).toEqual([]);
  });

  test('one from a CA we do not know, also when the file brings the whole chain', () => {
    expect(refusals(file({}, ca.stranger, [ca.stranger.issuing, ca.stranger.root]))).toEqual(['issuer-unknown']);
  });

  test('a self-made one', () => {
    const certificate = ca.production.selfSigned({ key });
    expect(refusals(pkcs12(workshop, { key, certificate, password }))).toEqual(['issuer-unknown']);
  });

  test('one by a forger who has given his CA the name of a known one', () => {
    const forger = new OpensslCa(workshop, 'Practice Production');
    expect(refusals(file({}, forger))).toEqual(['issuer-signature-invalid']);
    expect(refusals(file({}, forger, [forger.issuing, forger.root]))).toEqual(['issuer-signature-invalid']);
  });

  const signer = { basicConstraints: 'critical,CA:TRUE', keyUsage: 'critical,keyCertSign', subject: '/CN=Between' };
  test.each([
    ['a proper CA below a known one: not refused', {}, []],
    [
      'the holder of an ordinary certificate',
      { basicConstraints: 'CA:FALSE', keyUsage: 'critical,digitalSignature' },
      ['issuer-unknown'],
    ],
    ['one that is no CA though its key may sign certificates', { basicConstraints: 'CA:FALSE' }, ['issuer-unknown']],
    ['a CA whose key may not sign certificates', { keyUsage: 'critical,digitalSignature' }, ['issuer-unknown']],
    ['a CA that has expired', { to: '20260101000000Z' }, ['issuer-unknown']],
  ])('one signed by %s', (_, request, codes) => {
    const between = ca.production.issue({ key: key2, ...signer, ...request });
    const certificate = ca.production.issue({ key, signedBy: { certificate: between, key: key2 } });
    expect(refusals(pkcs12(workshop, { key, certificate, others: [between], password }))).toEqual(codes);
  });

  test.each([
    ['the day before it begins', { from: '20261123090000Z' }, ['not-yet-valid']],
    ['one second before it begins', { from: '20261122090001Z' }, ['not-yet-valid']],
    ['one second after its end', { to: '20261122085959Z' }, ['expired']],
    ['after its end', { to: '20261001000000Z' }, ['expired']],
  ])('%s', (_, validity, codes) => {
    expect(refusals(file(validity))).toEqual(codes);
  });
  test('but not in its first and last second', () => {
    expect(refusals(file({ from: '20261122090000Z' }))).toEqual([]);
    expect(refusals(file({ to: '20261122090000Z' }))).toEqual([]);
  });

  test.each([
    ['no number', org('OU=Bolig'), ['no-organisation-number']],
    [
      'a number of another country',
      org(`organizationIdentifier=NTRSE-${municipality.orgNumber}`),
      ['no-organisation-number'],
    ],
    [
      'a number with something after it',
      org(`organizationIdentifier=NTRNO-${municipality.orgNumber}0`),
      ['no-organisation-number'],
    ],
    ['another organisation', org('organizationIdentifier=NTRNO-313377326'), ['other-organisation']],
    [
      'a number with a wrong check digit',
      org('organizationIdentifier=NTRNO-313377319'),
      ['organisation-number-invalid'],
    ],
    [
      'two different numbers in two places',
      org(`serialNumber=313377326/organizationIdentifier=NTRNO-${municipality.orgNumber}`),
      ['organisation-numbers-differ'],
    ],
    [
      'two different numbers in one place',
      org(`organizationIdentifier=NTRNO-${municipality.orgNumber}/organizationIdentifier=NTRNO-313377326`),
      ['organisation-numbers-differ'],
    ],
    [
      'a number only as part of the name',
      `/C=NO/O=Kommune - ${municipality.orgNumber}/CN=${municipality.orgNumber}`,
      ['no-organisation-number'],
    ],
  ])('%s', (_, subject, codes) => {
    expect(refusals(file({ subject }))).toEqual(codes);
  });

  test.each([
    ['made for encryption', profiles.commfidesEncryption, ['encryption-only']],
    ['made for nothing in particular', { keyUsage: 'critical,cRLSign' }, ['encryption-only']],
    ['that does not say what its key is for', { keyUsage: null }, ['key-use-not-stated']],
    ['that says it without meaning it', { keyUsage: 'digitalSignature' }, ['key-use-not-stated']],
    ['that is a CA', { basicConstraints: 'critical,CA:TRUE' }, ['is-a-ca']],
    [
      'with a critical part we do not know',
      { more: '1.2.3.4=critical,ASN1:UTF8String:x' },
      ['unknown-critical-extension'],
    ],
  ])('one %s', (_, request, codes) => {
    expect(refusals(file(request))).toEqual(codes);
  });

  test.each([
    [2040, 'key-too-small'],
    [4104, 'key-too-large'],
  ])('a key of %i bits', (bits, code) => {
    expect(refusals(file({ key: workshop.rsaKey(bits, bits > 4096 ? 4 : 2) }))).toEqual([code]);
  });

  test('a key that belongs to another certificate', () => {
    const [one] = judged(file({}));
    const [two] = judged(file({ key: key2 }));
    if (!one || !two) throw new Error('no candidates');
    const swapped = judge({ pairs: [{ ...one.pair, pkcs8: two.pair.pkcs8 }], others: [] }, context);
    expect(swapped[0]?.verdict.refusals).toEqual(['key-does-not-match']);
  });

  test('for every reason at once', () => {
    const bytes = file({ ...profiles.commfidesEncryption, subject: org('OU=x'), to: '20260101000000Z' }, ca.test);
    expect(refusals(bytes)).toEqual([
      'no-organisation-number',
      'expired',
      'test-certificate-in-production',
      'encryption-only',
    ]);
  });
});

describe('warned about', () => {
  test('one made for signing only, and one that ends in 60 days', () => {
    expect(judged(file(profiles.buypassSigning))[0]?.verdict).toEqual({ refusals: [], warnings: ['signing-only'] });
    expect(judged(file({ to: '20270121120000Z' }))[0]?.verdict).toEqual({ refusals: [], warnings: ['expires-soon'] });
    expect(judged(file({ to: '20270122120000Z' }))[0]?.verdict.warnings).toEqual([]);
  });
});

describe('the one proposed', () => {
  const part = (
    profile: Partial<CertificateRequest>,
    partKey: string,
    more: Partial<CertificateRequest> = {},
  ): Buffer => file({ ...profile, key: partKey, ...more }, ca.production, [ca.production.issuing]);
  const proposed = (files: Buffer[]) => {
    const candidates = judged(merged(files, password));
    const proposal = propose(candidates);
    return (
      proposal && {
        use: candidates[proposal.index]?.facts.use,
        validTo: candidates[proposal.index]?.facts.validTo,
        reason: proposal.reason,
      }
    );
  };

  test("of Buypass' two, the one for authentication", () => {
    expect(proposed([part(profiles.buypassSigning, key), part(profiles.buypassAuthentication, key2)])).toEqual({
      use: 'authentication',
      validTo: '2028-01-01',
      reason: 'made-for-authentication',
    });
  });
  test("of Commfides' three, the one for authentication", () => {
    const three = [profiles.commfidesEncryption, profiles.commfidesSigning, profiles.commfidesAuthentication];
    expect(proposed([key, key2, key3].map((one, index) => part(three[index] ?? {}, one)))).toEqual({
      use: 'authentication',
      validTo: '2028-01-01',
      reason: 'made-for-authentication',
    });
  });
  test("of this year's and last year's, the one still valid", () => {
    expect(proposed([part({}, key, { to: '20260101000000Z' }), part({}, key2)])).toMatchObject({
      reason: 'only-usable',
      validTo: '2028-01-01',
    });
  });
  test('of two valid ones, the one valid longest', () => {
    expect(proposed([part({}, key, { to: '20290101000000Z' }), part({}, key2)])).toMatchObject({
      reason: 'valid-longest',
      validTo: '2029-01-01',
    });
  });
  test('a single one', () => {
    expect(proposed([part({}, key)])).toMatchObject({ reason: 'only-certificate' });
  });
  test('signing only, when there is nothing better', () => {
    expect(proposed([part(profiles.commfidesEncryption, key), part(profiles.commfidesSigning, key2)])).toMatchObject({
      use: 'signing',
      reason: 'signing-only',
    });
  });
  test('none, when all are refused', () => {
    expect(proposed([part(profiles.commfidesEncryption, key)])).toBeNull();
  });
});

describe('the issuers that are built in', () => {
  test('are those of maskinporten.md 9.3, byte for byte', () => {
    expect(
      issuers.map(({ name, der }) => [name, createHash('sha256').update(Buffer.from(der, 'base64')).digest('hex')]),
    ).toEqual([
      ['Buypass Class 3 CA G2 ST Business', '45e05831cddac1f2b96dc8ca54620834c87649e9ffd3b26d7dad2ad07f807232'],
      ['Buypass Class 3 CA G2 HT Business', '0ef5cedce44265b112785b359a21141e20f553aada4c579404617b5ca6046be9'],
      ['Commfides Legal Person - G3', '318aa99dfbe3d5cf10bf1e3a5e8bd921d55c68a70901dadc2cb6ed77ac363501'],
      ['Buypass Class 3 Test4 CA G2 ST Business', '2f36956beb4de4907a3a0fb09437d7d532f4a12504473a00c12ceb028df54a28'],
      ['Commfides Legal Person - G3 - TEST', '94bb0e8701b61794d5d0c3154204571096b23c78b33c87e7f942097030e526d9'],
    ]);
  });

  test('are CAs, carry the name they are listed under, and keep test and production apart', () => {
    const { production, test: testIssuers, training } = knownIssuers();
    const names = (list: typeof production) => list.map((issuer) => issuer.commonName);
    expect(names(production)).toEqual(issuers.filter((one) => one.environment === 'production').map((one) => one.name));
    expect(names(testIssuers)).toEqual(issuers.filter((one) => one.environment === 'test').map((one) => one.name));
    expect(testIssuers.every((issuer) => /test/i.test(issuer.commonName))).toBe(true);
    expect(production.some((issuer) => /test/i.test(issuer.commonName))).toBe(false);
    expect([...production, ...testIssuers].every((issuer) => issuer.isCa && issuer.keyUsage?.has('keyCertSign'))).toBe(
      true,
    );
    expect(training).toEqual([]);
  });
});

test('every refusal there is a code for has been met above', () => {
  expect([...met].sort()).toEqual([...certificateRefusals].sort());
});
