import type { X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { BasicConstraints, Certificate, type Extension, type RelativeDistinguishedNames } from 'pkijs';

/** What a key may be used for (RFC 5280 4.2.1.3), in the order of the bits. */
const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const;
type KeyUsage = (typeof keyUsages)[number];

/** What a certificate states about itself. Nothing here has been verified. */
export interface CertificateContents {
  readonly x509: X509Certificate;
  readonly commonName: string;
  readonly organisation: string;
  /** Every value of 2.5.4.97, as SEID 2.0 writes it: `NTRNO-` and nine digits. */
  readonly organisationIdentifiers: readonly string[];
  /** Every value of 2.5.4.5 in the name (not the certificate's own number): SEID 1.0's place for the organisation number. */
  readonly nameSerialNumbers: readonly string[];
  readonly issuerName: string;
  /** The two names as DER, to compare. */
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Null when it is not stated, or stated without being critical: then nobody has to heed it. */
  readonly keyUsage: ReadonlySet<KeyUsage> | null;
  readonly isCa: boolean;
  /** A critical extension we do not know means something we would ignore (RFC 5280 4.2); Digdir's validator knows these two as well. */
  readonly hasUnknownCriticalExtension: boolean;
}

const COMMON_NAME = '2.5.4.3';
const SERIAL_NUMBER = '2.5.4.5';
const ORGANISATION = '2.5.4.10';
const ORGANISATION_IDENTIFIER = '2.5.4.97';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';

/**
 * Reads a certificate by object identifiers. Node's own text of names is not used: OpenSSL prints 2.5.4.97 by name, BoringSSL in Electron
 * by number, and its `keyUsage` is the extended one. Throws on what is no certificate.
 */
export function readCertificate(x509: X509Certificate): CertificateContents {
  const certificate = Certificate.fromBER(Uint8Array.from(x509.raw));
  const extensions = certificate.extensions ?? [];
  return {
    x509,
    commonName: values(certificate.subject, COMMON_NAME).join(', '),
    organisation: values(certificate.subject, ORGANISATION).join(', '),
    organisationIdentifiers: values(certificate.subject, ORGANISATION_IDENTIFIER),
    nameSerialNumbers: values(certificate.subject, SERIAL_NUMBER),
    issuerName: values(certificate.issuer, COMMON_NAME).join(', '),
    subject: Buffer.from(certificate.subject.valueBeforeDecode),
    issuer: Buffer.from(certificate.issuer.valueBeforeDecode),
    notBefore: certificate.notBefore.value,
    notAfter: certificate.notAfter.value,
    keyUsage: keyUsageOf(extensions),
    isCa: extensions.some(({ parsedValue }) => parsedValue instanceof BasicConstraints && parsedValue.cA),
    hasUnknownCriticalExtension: extensions.some(
      ({ critical, extnID }) => critical && extnID !== KEY_USAGE && extnID !== BASIC_CONSTRAINTS,
    ),
  };
}

function values(name: RelativeDistinguishedNames, type: string): string[] {
  return name.typesAndValues
    .filter((attribute) => attribute.type === type)
    .map((attribute): unknown => attribute.value.valueBlock.value)
    .filter((value) => typeof value === 'string');
}

function keyUsageOf(extensions: readonly Extension[]): ReadonlySet<KeyUsage> | null {
  const extension = extensions.find(({ extnID }) => extnID === KEY_USAGE);
  const bits: unknown = extension?.parsedValue;
  if (!extension?.critical || !(bits instanceof BitString)) return null;
  const byte = bits.valueBlock.valueHexView[0] ?? 0;
  return new Set(keyUsages.filter((_, index) => (byte & (0x80 >> index)) !== 0));
}
