import type { CertificateContents } from './readCertificate.ts';

const LONGEST = 5;

/**
 * Follows signatures from a certificate to one of the issuers, through the other certificates of its file where needed. Returns the
 * certificates from the first to the issuer, both included, or null. Every link is a verified signature by a certificate that is a CA,
 * may sign certificates, and is valid at the time; names alone count for nothing, since anyone can write a name.
 */
export function findChain(
  first: CertificateContents,
  others: readonly CertificateContents[],
  issuers: readonly CertificateContents[],
  at: Date,
): readonly CertificateContents[] | null {
  const chain = [first];
  for (let current = first; chain.length <= LONGEST; ) {
    const known = issuers.find((issuer) => hasIssued(issuer, current, at));
    if (known) return [...chain, known];
    const next = others.find((other) => !chain.includes(other) && hasIssued(other, current, at));
    if (!next) return null;
    chain.push(next);
    current = next;
  }
  return null;
}

function hasIssued(issuer: CertificateContents, certificate: CertificateContents, at: Date): boolean {
  return (
    issuer.isCa &&
    issuer.keyUsage?.has('keyCertSign') === true &&
    isValid(issuer, at) &&
    issuer.subject.equals(certificate.issuer) &&
    certificate.x509.verify(issuer.x509.publicKey)
  );
}

/** Within its validity, both ends included (RFC 5280 4.1.2.5). */
const isValid = ({ notBefore, notAfter }: CertificateContents, at: Date): boolean => notBefore <= at && at <= notAfter;
