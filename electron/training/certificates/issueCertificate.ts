import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import * as asn1 from 'asn1js';
import type { RsaKey } from './rsaKeys.ts';

/** A distinguished name: object identifier → text, in the order it is written. */
export type SubjectName = Readonly<Record<string, string>>;

/** What a certificate says; policies and extended uses are object identifiers. */
export interface CertificateContent {
  readonly subject: SubjectName;
  readonly keyUsage: readonly KeyUse[];
  readonly policies: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  /** Null for an end entity; otherwise how many CAs may follow. */
  readonly authority: { readonly pathLength: number } | null;
  /** Before 2050 (UTCTime). */
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Who signs. A certificate is self-signed when this is its own subject and key. */
export interface Issuer {
  readonly subject: SubjectName;
  readonly key: RsaKey;
}

const KEY_USE_BIT = {
  digitalSignature: 0x80,
  nonRepudiation: 0x40,
  keyEncipherment: 0x20,
  dataEncipherment: 0x10,
  keyAgreement: 0x08,
  keyCertSign: 0x04,
  cRLSign: 0x02,
} as const;

/** Bits of the key usage extension (RFC 5280 4.2.1.3). */
type KeyUse = keyof typeof KEY_USE_BIT;

/**
 * Makes an X.509 certificate (RFC 5280) as DER, signed by the issuer with RSA and SHA-256. Serial numbers are random.
 * Written element by element: pkijs gathers a whole name in one set, and no enterprise certificate looks like that.
 */
export function issueCertificate(content: CertificateContent, key: RsaKey, issuer: Issuer): Buffer {
  const body = sequence(
    explicit(0, new asn1.Integer({ value: 2 })), // version 3
    // a leading 0x40 keeps the number positive and of full length
    new asn1.Integer({ valueHex: Buffer.concat([Buffer.of(0x40), randomBytes(9)]) }),
    RSA_SHA256(),
    name(issuer.subject),
    sequence(new asn1.UTCTime({ valueDate: content.notBefore }), new asn1.UTCTime({ valueDate: content.notAfter })),
    name(content.subject),
    asn1.fromBER(key.publicKey).result,
    explicit(3, sequence(...extensions(content))),
  );
  const privateKey = createPrivateKey({ key: issuer.key.privateKey, format: 'der', type: 'pkcs8' });
  const signature = sign('sha256', Buffer.from(body.toBER()), privateKey);
  return Buffer.from(sequence(body, RSA_SHA256(), new asn1.BitString({ valueHex: signature })).toBER());
}

const sequence = (...value: asn1.BaseBlock[]): asn1.Sequence => new asn1.Sequence({ value });
const oid = (value: string): asn1.ObjectIdentifier => new asn1.ObjectIdentifier({ value });
const explicit = (tagNumber: number, item: asn1.BaseBlock): asn1.Constructed =>
  new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber }, value: [item] });
const RSA_SHA256 = (): asn1.Sequence => sequence(oid('1.2.840.113549.1.1.11'), new asn1.Null());

const COUNTRY = '2.5.4.6';

const name = (subject: SubjectName): asn1.Sequence =>
  sequence(
    ...Object.entries(subject).map(([type, value]) => {
      const text = type === COUNTRY ? new asn1.PrintableString({ value }) : new asn1.Utf8String({ value });
      return new asn1.Set({ value: [sequence(oid(type), text)] });
    }),
  );

function extensions({ authority, keyUsage, extendedKeyUsage, policies }: CertificateContent): asn1.Sequence[] {
  const constraints = authority
    ? [new asn1.Boolean({ value: true }), new asn1.Integer({ value: authority.pathLength })]
    : [];
  const all = [
    extension('2.5.29.19', true, sequence(...constraints)),
    extension('2.5.29.15', true, keyUsageBits(keyUsage)),
  ];
  if (extendedKeyUsage.length > 0) all.push(extension('2.5.29.37', false, sequence(...extendedKeyUsage.map(oid))));
  if (policies.length > 0) {
    all.push(extension('2.5.29.32', false, sequence(...policies.map((policy) => sequence(oid(policy))))));
  }
  return all;
}

const extension = (type: string, critical: boolean, value: asn1.BaseBlock): asn1.Sequence =>
  sequence(
    oid(type),
    ...(critical ? [new asn1.Boolean({ value: true })] : []),
    new asn1.OctetString({ valueHex: value.toBER() }),
  );

/** Named bits in DER: trailing zero bits are left out. */
function keyUsageBits(uses: readonly KeyUse[]): asn1.BitString {
  const bits = uses.reduce((all, use) => all | KEY_USE_BIT[use], 0);
  const unusedBits = 31 - Math.clz32(bits & -bits);
  return new asn1.BitString({ valueHex: Buffer.of(bits), unusedBits });
}
