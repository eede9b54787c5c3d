import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { Integer, OctetString, Sequence } from 'asn1js';
import forge from 'node-forge';
import { type AlgorithmIdentifier, type MacData, PBES2Params, PBKDF2Params } from 'pkijs';

/** A file may ask for any amount of work; the usual counts are 2 000 to 600 000. */
const MAX_ITERATIONS = 1_000_000;

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SHA1_3DES = '1.2.840.113549.1.12.1.3';
const SHA1_RC2_40 = '1.2.840.113549.1.12.1.6';

const macDigests: Readonly<Record<string, { name: string; bytes: number; forge: () => forge.md.MessageDigest }>> = {
  '1.3.14.3.2.26': { name: 'sha1', bytes: 20, forge: () => forge.md.sha1.create() },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', bytes: 32, forge: () => forge.md.sha256.create() },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', bytes: 48, forge: () => forge.md.sha384.create() },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', bytes: 64, forge: () => forge.md.sha512.create() },
};

const HMAC_SHA1 = '1.2.840.113549.2.7';
const prfs: Readonly<Record<string, string>> = {
  [HMAC_SHA1]: 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const aesCiphers: Readonly<Record<string, { name: string; keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
};

/** An algorithm that we do not open. Carries nothing but that. */
export class NotSupported extends Error {}

/**
 * Does the password fit the file's seal (RFC 7292 appendix B)? Takes the sealed bytes. Throws NotSupported for an unknown digest.
 *
 * node-forge is here for what Electron's BoringSSL lacks: PKCS#12's own key derivation, RC2 and 3DES. The rest is done by node:crypto, on
 * bytes that can be overwritten. Its own PKCS#12 reader is not used: it rebuilds certificates instead of handing out their bytes, hands PBES2 the
 * password as Latin-1 so that `æøå` fails, and tells a wrong password only by an English sentence.
 */
export function sealFits(seal: MacData, content: Buffer, password: string): boolean {
  const digest = macDigests[seal.mac.digestAlgorithm.algorithmId];
  if (!digest) throw new NotSupported();
  const key = deriveKey(
    password,
    bytesOf(seal.macSalt),
    3,
    iterationsOf(seal.iterations ?? 1),
    digest.bytes,
    digest.forge(),
  );
  const expected = createHmac(digest.name, key).update(content).digest();
  key.fill(0);
  const found = bytesOf(seal.mac.digest);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** Decrypts; null when the password does not fit. Throws NotSupported for an algorithm we do not open. The caller overwrites the result. */
export function decrypt(algorithm: AlgorithmIdentifier, data: Buffer, password: string): Buffer | null {
  switch (algorithm.algorithmId) {
    case PBES2:
      return decryptPbes2(new PBES2Params({ schema: algorithm.algorithmParams }), data, password);
    case SHA1_3DES:
    case SHA1_RC2_40:
      return decryptOldStyle(algorithm, data, password);
    default:
      throw new NotSupported();
  }
}

/** RFC 8018 6.2. The password is UTF-8 here, unlike in the rest of PKCS#12. */
function decryptPbes2(params: PBES2Params, data: Buffer, password: string): Buffer | null {
  const cipher = aesCiphers[params.encryptionScheme.algorithmId];
  if (!cipher || params.keyDerivationFunc.algorithmId !== PBKDF2) throw new NotSupported();
  const derivation = new PBKDF2Params({ schema: params.keyDerivationFunc.algorithmParams });
  const prf = prfs[derivation.prf?.algorithmId ?? HMAC_SHA1];
  if (!prf) throw new NotSupported();
  const iterations = iterationsOf(derivation.iterationCount);
  const key = pbkdf2Sync(password, bytesOf(derivation.salt), iterations, cipher.keyBytes, prf);
  const decipher = createDecipheriv(cipher.name, key, bytesOf(params.encryptionScheme.algorithmParams));
  key.fill(0);
  const start = decipher.update(data);
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    return null; // the padding is wrong: so was the key
  } finally {
    start.fill(0);
  }
}

/** RFC 7292 appendix C: 3DES, or RC2 with 40 bits as Windows and OpenSSL 1 wrote certificates. */
function decryptOldStyle(algorithm: AlgorithmIdentifier, data: Buffer, password: string): Buffer | null {
  const params: unknown = algorithm.algorithmParams;
  const [salt, count] = params instanceof Sequence ? params.valueBlock.value : [];
  if (!(salt instanceof OctetString && count instanceof Integer)) throw new NotSupported();
  const derive = (id: 1 | 2, bytes: number): Buffer =>
    deriveKey(password, bytesOf(salt), id, iterationsOf(count.valueBlock.valueDec), bytes, forge.md.sha1.create());
  const [key, iv] = [derive(1, algorithm.algorithmId === SHA1_RC2_40 ? 5 : 24), derive(2, 8)];
  const cipher = algorithm.algorithmId === SHA1_RC2_40 ? startedRc2(key, iv) : startedTripleDes(key, iv);
  key.fill(0);
  cipher.update(forgeBuffer(data));
  return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'binary') : null;
}

function startedRc2(key: Buffer, iv: Buffer): forge.rc2.cipher {
  const cipher = forge.rc2.createDecryptionCipher(forgeBuffer(key), 40);
  cipher.start(forgeBuffer(iv));
  return cipher;
}

function startedTripleDes(key: Buffer, iv: Buffer): forge.cipher.BlockCipher {
  const cipher = forge.cipher.createDecipher('3DES-CBC', forgeBuffer(key));
  cipher.start({ iv: forgeBuffer(iv) });
  return cipher;
}

/** RFC 7292 appendix B.2; the password goes in as UTF-16 with a closing zero. */
function deriveKey(
  password: string,
  salt: Buffer,
  id: 1 | 2 | 3,
  iterations: number,
  bytes: number,
  digest: forge.md.MessageDigest,
): Buffer {
  const derived = forge.pkcs12.generateKey(password, forgeBuffer(salt), id, iterations, bytes, digest);
  return Buffer.from(derived.getBytes(), 'binary');
}

const forgeBuffer = (bytes: Buffer): forge.util.ByteStringBuffer => forge.util.createBuffer(bytes.toString('binary'));

function iterationsOf(count: number): number {
  if (!(count >= 1 && count <= MAX_ITERATIONS)) throw new NotSupported();
  return count;
}

function bytesOf(value: unknown): Buffer {
  if (!(value instanceof OctetString)) throw new NotSupported();
  return Buffer.from(value.getValue());
}
