import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { OctetString } from 'asn1js';
import {
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
  SafeContents,
} from 'pkijs';
import type { Pkcs12Problem } from '../../shared/certificate/facts.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { decrypt, NotSupported, sealFits } from './pkcs12Encryption.ts';

/** An RSA private key and a certificate made for it. The holder overwrites `pkcs8` when done. */
export interface KeyPair {
  /** The private key, unencrypted, as PKCS#8 DER. */
  readonly pkcs8: Buffer;
  readonly certificate: X509Certificate;
}

export interface OpenedPkcs12 {
  /** One for each certificate that has its key in the file; a key with two certificates gives two. Never empty. */
  readonly pairs: readonly KeyPair[];
  /** The other certificates, usually the issuing CA's, in the order of the file. */
  readonly others: readonly X509Certificate[];
}

/** What the CAs deliver has 3 to 25 kB. */
const MAX_FILE_BYTES = 1_000_000;
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

/**
 * Opens a PKCS#12 (RFC 7292): takes the file and its password, returns the RSA keys with their certificates. The certificates' bytes are
 * those of the file. Keys and certificates are paired by the public key, not by order or by the file's own labels.
 * `pkcs12-not-supported`: it is one, and the password fits, but its encryption or its contents are not among those we read.
 */
export function openPkcs12(file: Uint8Array, password: string): Result<OpenedPkcs12, Pkcs12Problem> {
  const pfx = file.byteLength <= MAX_FILE_BYTES ? parse(file) : null;
  if (pfx === null) return fail('not-a-pkcs12');
  const opened: Opened = { keys: [], certificates: [], plain: [] };
  // With a seal the password is known to be right, so that what then fails to decrypt is something we do not know.
  const undecryptable = pfx.macData ? 'pkcs12-not-supported' : 'wrong-password';
  try {
    const sealed = octets(pfx.authSafe.content);
    if (pfx.macData && !sealFits(pfx.macData, sealed, password)) return fail('wrong-password');
    return collect(sealed, password, opened) ? pair(opened) : fail(undecryptable);
  } catch (error) {
    // Whatever the libraries throw on a broken or unusual file: their messages may hold parts of it.
    return fail(error instanceof NotSupported ? 'pkcs12-not-supported' : undecryptable);
  } finally {
    for (const bytes of opened.plain) bytes.fill(0);
  }
}

interface Opened {
  readonly keys: Buffer[];
  readonly certificates: X509Certificate[];
  /** Every decrypted buffer, to be overwritten. */
  readonly plain: Buffer[];
}

function parse(file: Uint8Array): PFX | null {
  try {
    const pfx = PFX.fromBER(Uint8Array.from(file));
    return pfx.version === 3 && pfx.authSafe.contentType === ContentInfo.DATA ? pfx : null;
  } catch {
    return null;
  }
}

/** False when the password does not decrypt a part. */
function collect(sealed: Buffer, password: string, into: Opened): boolean {
  return AuthenticatedSafe.fromBER(sealed).safeContents.every((content) => {
    const bytes = contents(content, password);
    if (bytes === null) return false;
    into.plain.push(bytes);
    return collectBags(SafeContents.fromBER(bytes).safeBags, password, into);
  });
}

function contents(content: ContentInfo, password: string): Buffer | null {
  if (content.contentType === ContentInfo.DATA) return octets(content.content);
  if (content.contentType !== ContentInfo.ENCRYPTED_DATA) throw new NotSupported();
  const { encryptedContentInfo } = new EncryptedData({ schema: content.content });
  return decrypt(
    encryptedContentInfo.contentEncryptionAlgorithm,
    Buffer.from(encryptedContentInfo.getEncryptedContent()),
    password,
  );
}

/** False when a key in its own envelope does not open. Lists of revoked certificates and other secrets are passed by. */
function collectBags(bags: readonly SafeBag[], password: string, into: Opened): boolean {
  for (const { bagValue } of bags) {
    if (bagValue instanceof CertBag) {
      into.certificates.push(new X509Certificate(octets(bagValue.certValue)));
    } else if (bagValue instanceof PrivateKeyInfo) {
      keep(Buffer.from(bagValue.toSchema().toBER()), into);
    } else if (bagValue instanceof PKCS8ShroudedKeyBag) {
      const key = decrypt(bagValue.encryptionAlgorithm, octets(bagValue.encryptedData), password);
      if (key === null) return false;
      keep(key, into);
    } else if (bagValue instanceof SafeContents) {
      if (!collectBags(bagValue.safeBags, password, into)) return false;
    }
  }
  return true;
}

function keep(key: Buffer, into: Opened): void {
  into.plain.push(key);
  into.keys.push(key);
}

function pair({ keys, certificates }: Opened): Result<OpenedPkcs12, Pkcs12Problem> {
  if (keys.length === 0) return fail('no-private-key');
  const rsaKeys = keys.filter(isRsa);
  if (rsaKeys.length === 0) return fail('key-not-rsa');
  const pairs = rsaKeys.flatMap((der) => {
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const publicKey = spki(createPublicKey(key));
    const own = certificates.filter((certificate) => spki(certificate.publicKey).equals(publicKey));
    return own.map((certificate) => ({ pkcs8: key.export({ format: 'der', type: 'pkcs8' }), certificate }));
  });
  if (pairs.length === 0) return fail('no-certificate-for-key');
  const others = certificates.filter((certificate) => !pairs.some((found) => found.certificate === certificate));
  return ok({ pairs, others });
}

/** Asks the bytes, not the crypto library, which may not know the curve of another kind of key. Throws on what is no key at all. */
const isRsa = (pkcs8: Buffer): boolean =>
  PrivateKeyInfo.fromBER(pkcs8).privateKeyAlgorithm.algorithmId === RSA_ENCRYPTION;

const spki = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });

function octets(value: unknown): Buffer {
  if (!(value instanceof OctetString)) throw new NotSupported();
  return Buffer.from(value.getValue());
}
