import { createPrivateKey } from 'node:crypto';
import { expiryNotice } from '../../shared/certificate/expiryNotice.ts';
import type { CertificateFacts, CertificateVerdict } from '../../shared/certificate/facts.ts';
import { type Instant, type IsoDate, osloDate } from '../../shared/dates.ts';
import { parseOrganisationNumber } from '../../shared/identity/organisationNumber.ts';
import { type Environment, environments } from '../../shared/session.ts';
import { findChain } from './findChain.ts';
import type { Issuers } from './knownIssuers.ts';
import type { KeyPair, OpenedPkcs12 } from './openPkcs12.ts';
import { type CertificateContents, readCertificate } from './readCertificate.ts';

type Refusal = CertificateVerdict['refusals'][number];
type Warning = CertificateVerdict['warnings'][number];

export interface JudgeContext {
  readonly environment: Environment;
  /** The municipality's organisation number from the settings; null while IT has not entered it, then it is not compared. */
  readonly orgNumber: string | null;
  readonly issuers: Issuers;
  readonly now: Date;
}

/** A key pair with what we think of it. */
export interface Candidate {
  readonly pair: KeyPair;
  readonly facts: CertificateFacts;
  readonly verdict: CertificateVerdict;
  /** DER, leaf first, then the issuing CA and any between; never a root (maskinporten.md 3.1). The leaf alone when no chain was found. */
  readonly chain: readonly Buffer[];
}

/**
 * Judges every key pair of an opened file (maskinporten.md 9). Any refusal means that it cannot be kept; a warning that IT must accept it first.
 *
 * What this is for: Maskinporten verifies the certificate itself at each grant, so a forged one gets nobody in. Judging here makes the
 * mistakes that do happen (test for production, the wrong municipality, last year's file, the encryption part) fail at the desk with a
 * sentence, not in the night with MP-120, and keeps a real municipality's key out of a training machine. An attacker who gets IT to
 * import a file of his own making, with the right names in it, is stopped by the signatures in `findChain`.
 */
export const judge = (opened: OpenedPkcs12, context: JudgeContext): readonly Candidate[] => {
  const others = [...opened.others, ...opened.pairs.map((pair) => pair.certificate)].map(readCertificate);
  return opened.pairs.map((pair) => judgePair(pair, others, context));
};

function judgePair(pair: KeyPair, others: readonly CertificateContents[], context: JudgeContext): Candidate {
  const contents = readCertificate(pair.certificate);
  const found = environments
    .map((environment) => ({
      environment,
      chain: findChain(contents, others, context.issuers[environment], context.now),
    }))
    .find(({ chain }) => chain !== null);
  const chain = found?.chain?.filter((part) => part === contents || !part.subject.equals(part.issuer)) ?? [contents];
  const validTo = civilDate(contents.notAfter);
  const soon = !['none', 'expired'].includes(expiryNotice(validTo, civilDate(context.now)));
  const warnings: Warning[] = [];
  if (purposeOf(contents) === 'signing') warnings.push('signing-only');
  if (soon) warnings.push('expires-soon');
  return {
    pair,
    chain: chain.map((part) => part.x509.raw),
    facts: {
      commonName: contents.commonName,
      organisation: contents.organisation,
      orgNumber: organisationNumbers(contents)[0] ?? null,
      issuer: contents.issuerName,
      serialNumber: contents.x509.serialNumber.toUpperCase(), // OpenSSL writes capitals, BoringSSL does not
      validFrom: civilDate(contents.notBefore),
      validTo,
      use: purposeOf(contents),
      keyBits: keyBits(contents),
      fingerprint: fingerprintOf(contents),
      issuedFor: found?.environment ?? 'unknown',
    },
    verdict: {
      refusals: [
        ...keyRefusals(pair, contents),
        ...organisationRefusals(contents, context.orgNumber),
        ...validityRefusals(contents, context.now),
        ...issuerRefusals(contents, found?.environment ?? null, context),
        ...purposeRefusals(contents),
      ],
      warnings,
    },
  };
}

function keyRefusals({ pkcs8, certificate }: KeyPair, contents: CertificateContents): Refusal[] {
  if (!certificate.checkPrivateKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })))
    return ['key-does-not-match'];
  const bits = keyBits(contents) ?? 0;
  if (bits < 2048) return ['key-too-small'];
  return bits > 4096 ? ['key-too-large'] : []; // what the keychains take, SecretStore.ts
}

const keyBits = ({ x509 }: CertificateContents): number | null =>
  x509.publicKey.asymmetricKeyDetails?.modulusLength ?? null;

/**
 * The different numbers that the name gives: `NTRNO-` in 2.5.4.97, nine digits in serialNumber (maskinporten.md 9.6). Both places may hold other things
 * (another country's identifier, a CA's own reference), which say nothing.
 */
function organisationNumbers({ organisationIdentifiers, nameSerialNumbers }: CertificateContents): string[] {
  const stated = [
    ...organisationIdentifiers.map((value) => /^NTRNO-(\d{9})$/.exec(value)?.[1]),
    ...nameSerialNumbers.map((value) => /^(\d{9})$/.exec(value)?.[1]),
  ];
  return [...new Set(stated.filter((number) => number !== undefined))];
}

function organisationRefusals(contents: CertificateContents, municipality: string | null): Refusal[] {
  const [number, ...more] = organisationNumbers(contents);
  if (number === undefined) return ['no-organisation-number'];
  if (more.length > 0) return ['organisation-numbers-differ'];
  if (!parseOrganisationNumber(number).ok) return ['organisation-number-invalid'];
  return municipality === null || number === municipality ? [] : ['other-organisation'];
}

function validityRefusals({ notBefore, notAfter }: CertificateContents, now: Date): Refusal[] {
  if (now < notBefore) return ['not-yet-valid'];
  return now > notAfter ? ['expired'] : [];
}

function issuerRefusals(
  contents: CertificateContents,
  issuedFor: Environment | null,
  { environment, issuers }: JudgeContext,
): Refusal[] {
  if (issuedFor === environment) return [];
  if (issuedFor === null) {
    const namesAKnownIssuer = Object.values(issuers)
      .flat()
      .some((issuer) => issuer.subject.equals(contents.issuer));
    return [namesAKnownIssuer ? 'issuer-signature-invalid' : 'issuer-unknown'];
  }
  if (issuedFor === 'training') return ['training-certificate-outside-training'];
  if (environment === 'training') return ['real-certificate-in-training'];
  return [environment === 'production' ? 'test-certificate-in-production' : 'production-certificate-in-test'];
}

function purposeRefusals(contents: CertificateContents): Refusal[] {
  const refusals: Refusal[] = [];
  if (contents.isCa) refusals.push('is-a-ca');
  if (contents.keyUsage === null) refusals.push('key-use-not-stated');
  else if (purposeOf(contents) === 'encryption' || purposeOf(contents) === 'other') refusals.push('encryption-only');
  if (contents.hasUnknownCriticalExtension) refusals.push('unknown-critical-extension');
  return refusals;
}

/** By key usage, as the CAs divide it (maskinporten.md 9.1): Buypass' authentication certificate may encrypt as well. */
function purposeOf({ keyUsage }: CertificateContents): CertificateFacts['use'] {
  if (keyUsage?.has('digitalSignature')) return 'authentication';
  if (keyUsage?.has('nonRepudiation')) return 'signing';
  if (keyUsage?.has('keyEncipherment') || keyUsage?.has('dataEncipherment') || keyUsage?.has('keyAgreement'))
    return 'encryption';
  return 'other';
}

const fingerprintOf = ({ x509 }: CertificateContents): string => x509.fingerprint256.replaceAll(':', '').toLowerCase();

const civilDate = (date: Date): IsoDate => osloDate(date.toISOString() as Instant);
