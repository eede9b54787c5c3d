import { z } from 'zod';
import { zDate } from '../values.ts';

/** Why a certificate can't be used (maskinporten.md 9). Each has its own sentence in shared/text. */
export const certificateRefusals = [
  'key-does-not-match',
  'key-too-small',
  'key-too-large',
  'key-use-not-stated',
  'no-organisation-number',
  'organisation-numbers-differ',
  'organisation-number-invalid',
  'other-organisation',
  'not-yet-valid',
  'expired',
  'issuer-unknown',
  'issuer-signature-invalid',
  'test-certificate-in-production',
  'production-certificate-in-test',
  'training-certificate-outside-training',
  'real-certificate-in-training',
  'encryption-only',
  'is-a-ca',
  'unknown-critical-extension',
] as const;

/** What IT must look at and accept before the certificate is kept. */
const certificateWarnings = ['signing-only', 'expires-soon'] as const;

/** Why one certificate among several is proposed: shown beside it, so that IT sees that it was not chance. */
export const proposalReasons = [
  'only-certificate',
  'only-usable',
  'made-for-authentication',
  'valid-longest',
  'signing-only',
] as const;
export type ProposalReason = (typeof proposalReasons)[number];

/** Why a file could not be opened as a PKCS#12 with one key we can use; each has its own sentence in the password window. */
export type Pkcs12Problem =
  | 'not-a-pkcs12'
  | 'pkcs12-not-supported'
  | 'wrong-password'
  | 'no-private-key'
  | 'key-not-rsa'
  | 'no-certificate-for-key';

/** What a certificate says about itself, for the screen. No key material. */
export const CertificateFacts = z.object({
  commonName: z.string(),
  organisation: z.string(),
  orgNumber: z.string().nullable(),
  issuer: z.string(),
  serialNumber: z.string(),
  validFrom: zDate,
  validTo: zDate,
  use: z.enum(['authentication', 'signing', 'encryption', 'other']),
  keyBits: z.int().nullable(),
  /** SHA-256 of the DER, lower-case hex. */
  fingerprint: z.string(),
  issuedFor: z.enum(['production', 'test', 'training', 'unknown']),
});
export type CertificateFacts = z.infer<typeof CertificateFacts>;

export const CertificateVerdict = z.object({
  refusals: z.array(z.enum(certificateRefusals)),
  warnings: z.array(z.enum(certificateWarnings)),
});
export type CertificateVerdict = z.infer<typeof CertificateVerdict>;
