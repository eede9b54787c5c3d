import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import type { SigningIdentity } from '../certificate/Signer.ts';
import { issueCertificate } from '../training/certificates/issueCertificate.ts';
import { makeRsaKey } from '../training/certificates/rsaKeys.ts';

/** Own-key mode, with its public key. */
export function keyIdentity(fingerprint = 'a'.repeat(64)): SigningIdentity & { publicKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { header: { kid: 'practice-key' }, orgNumber: null, fingerprint, privateKey, publicKey };
}

/** Certificate mode: a self-signed leaf, valid from a year ago to `validTo`, and its DER. */
export async function certificateIdentity(validTo: Date): Promise<SigningIdentity & { der: Buffer }> {
  const key = await makeRsaKey(2048);
  const subject = { '2.5.4.6': 'NO', '2.5.4.97': 'NTRNO-310442100', '2.5.4.3': 'ØVELSE KOMMUNE' };
  const content = {
    subject,
    keyUsage: ['digitalSignature'] as const,
    policies: [],
    extendedKeyUsage: [],
    authority: null,
    notBefore: new Date(validTo.getTime() - 3 * 365 * 86_400_000),
    notAfter: validTo,
  };
  const der = await issueCertificate(content, key, { subject, key });
  return {
    header: { x5c: [der.toString('base64')] },
    orgNumber: '310442100',
    fingerprint: new X509Certificate(der).fingerprint256.replaceAll(':', '').toLowerCase(),
    privateKey: createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' }),
    der,
  };
}
