import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { children, context, type Der, oidText, readDer, Tag, timeOf } from './der.ts';

/** What the grant rules look at in an X.509 certificate (RFC 5280). Names stay raw, so that nothing depends on how a library prints them. */
export interface Certificate {
  readonly der: Buffer;
  readonly subject: Buffer;
  readonly issuer: Buffer;
  /** Upper-case hex without separators. */
  readonly serialNumber: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: KeyObject;
  /** Subject attributes as [object identifier, text]. */
  readonly subjectAttributes: readonly (readonly [string, string])[];
  readonly isCa: boolean;
  /** Null: no limit stated. */
  readonly pathLength: number | null;
  /** Null: the extension is absent. */
  readonly keyUsage: { readonly critical: boolean; readonly bits: ReadonlySet<KeyUsageBit> } | null;
  readonly policies: readonly string[];
  readonly criticalExtensions: readonly string[];
  readonly signature: { readonly over: Buffer; readonly digest: string | null; readonly value: Buffer };
}

const KEY_USAGE_BITS = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const;

/** The named bits of the key usage extension. */
type KeyUsageBit = (typeof KEY_USAGE_BITS)[number];

/** Object identifiers of the extensions and subject attributes that the rules name. */
export const Oid = {
  serialNumber: '2.5.4.5',
  organizationIdentifier: '2.5.4.97',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
} as const;

const RSA_DIGESTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};

/** Reads one certificate from DER; null when the bytes are anything but exactly that. */
export function readCertificate(der: Buffer): Certificate | null {
  const root = readDer(der);
  const [tbs, algorithm, signature, ...afterSignature] = children(root);
  const fields = children(tbs);
  if (root?.tag !== Tag.sequence || !tbs || signature?.tag !== Tag.bitString || afterSignature.length > 0) return null;
  // version 3 is the only one with extensions, and enterprise certificates have them
  const [version, serial, innerAlgorithm, issuer, validity, subject, publicKeyInfo] = fields;
  if (version?.tag !== context(0) || serial?.tag !== Tag.integer || !issuer || !subject || !publicKeyInfo) return null;
  if (!innerAlgorithm || !algorithm?.raw.equals(innerAlgorithm.raw)) return null;
  const [notBefore, notAfter] = children(validity).map(timeOf);
  const publicKey = readPublicKey(publicKeyInfo);
  const extensions = readExtensions(fields.find((field) => field.tag === context(3)));
  if (notBefore === undefined || notAfter === undefined || !publicKey || !extensions) return null;
  if (Number.isNaN(notBefore) || Number.isNaN(notAfter)) return null;
  const keyUsage = extensions.get(Oid.keyUsage);
  const [isCa, pathLength] = readBasicConstraints(extensions.get(Oid.basicConstraints)?.value);
  return {
    der,
    subject: subject.raw,
    issuer: issuer.raw,
    serialNumber: serial.content.toString('hex').toUpperCase(),
    notBefore,
    notAfter,
    publicKey,
    subjectAttributes: readName(subject),
    isCa,
    pathLength,
    keyUsage: keyUsage ? { critical: keyUsage.critical, bits: readKeyUsage(keyUsage.value) } : null,
    policies: children(extensions.get(Oid.certificatePolicies)?.value).map((policy) => oidText(children(policy)[0])),
    criticalExtensions: [...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid),
    signature: {
      over: tbs.raw,
      digest: RSA_DIGESTS[oidText(children(algorithm)[0])] ?? null,
      value: signature.content.subarray(1),
    },
  };
}

/** Did the issuer's key sign this certificate, and do the names fit? */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  const { digest, over, value } = certificate.signature;
  if (digest === null || !certificate.issuer.equals(issuer.subject)) return false;
  return issuer.publicKey.asymmetricKeyType === 'rsa' && verify(digest, over, issuer.publicKey, value);
}

/**
 * The organisation number by object identifier (maskinporten.md 9.6, point 20): 2.5.4.97 `NTRNO-` first, else serialNumber of nine digits.
 * Null when there is none, or when both are there and differ.
 */
export function organisationNumberOf(certificate: Certificate): string | null {
  const attribute = (oid: string): string | undefined =>
    certificate.subjectAttributes.find(([name]) => name === oid)?.[1];
  const identifier = /^NTRNO-(\d{9})$/.exec(attribute(Oid.organizationIdentifier) ?? '')?.[1];
  const serialNumber = /^\d{9}$/.exec(attribute(Oid.serialNumber) ?? '')?.[0];
  if (identifier && serialNumber && identifier !== serialNumber) return null;
  return identifier ?? serialNumber ?? null;
}

function readPublicKey(info: Der): KeyObject | null {
  try {
    return createPublicKey({ key: info.raw, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

type Extensions = Map<string, { critical: boolean; value: Der }>;

/** Null when an extension is malformed or appears twice (RFC 5280 4.2). */
function readExtensions(wrapper: Der | undefined): Extensions | null {
  const found: Extensions = new Map();
  for (const extension of children(children(wrapper)[0])) {
    const parts = children(extension);
    const oid = oidText(parts[0]);
    const octets = parts.at(-1);
    const value = octets?.tag === Tag.octetString ? readDer(octets.content) : null;
    if (oid === '' || !value || found.has(oid)) return null;
    found.set(oid, { critical: parts[1]?.tag === Tag.boolean && parts[1].content[0] === 0xff, value });
  }
  return found;
}

function readBasicConstraints(value: Der | undefined): [isCa: boolean, pathLength: number | null] {
  const [first, second] = children(value);
  const isCa = first?.tag === Tag.boolean && first.content[0] === 0xff;
  return [isCa, second?.tag === Tag.integer ? (second.content[0] ?? null) : null];
}

function readKeyUsage(value: Der): ReadonlySet<KeyUsageBit> {
  const bits = value.content[1] ?? 0;
  return new Set(KEY_USAGE_BITS.filter((_, index) => (bits & (0x80 >> index)) !== 0));
}

function readName(name: Der): [string, string][] {
  return children(name).flatMap((relative) =>
    children(relative).map((attribute): [string, string] => {
      const [oid, text] = children(attribute);
      return [oidText(oid), text?.content.toString('utf8') ?? ''];
    }),
  );
}
