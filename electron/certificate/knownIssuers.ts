import { X509Certificate } from 'node:crypto';
import type { Environment } from '../../shared/session.ts';
import issuers from './knownIssuers.json' with { type: 'json' };
import { type CertificateContents, readCertificate } from './readCertificate.ts';

/** The CA certificates that enterprise certificates of each environment must chain to. */
export type Issuers = Readonly<Record<Environment, readonly CertificateContents[]>>;

/**
 * The issuing CAs of Buypass and Commfides that Digdir's validator accepts (maskinporten.md 9.3), as published by the CAs, each compared with
 * its fingerprint there in a test. Those of SEID 1.0 are left out: their last certificates expired in 2025. None is used for TLS.
 * Training has none of its own; `endpoints` says which, and replaces these where it names any (development and test builds).
 */
export const knownIssuers = (): Issuers => ({
  production: issuersOf('production'),
  test: issuersOf('test'),
  training: [],
});

/** Reads CA certificates given as base64 of DER, as in the endpoints file. */
export const readIssuers = (certificates: readonly string[]): readonly CertificateContents[] =>
  certificates.map((der) => readCertificate(new X509Certificate(Buffer.from(der, 'base64'))));

const issuersOf = (environment: string): readonly CertificateContents[] =>
  readIssuers(issuers.filter((issuer) => issuer.environment === environment).map((issuer) => issuer.der));
