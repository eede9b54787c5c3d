import type { KeyObject } from 'node:crypto';

/** Who signs a Maskinporten grant and with what. Exactly one of `x5c` (certificate mode) and `kid` (own-key mode) goes into the header. */
export interface SigningIdentity {
  /** `x5c`: standard base64 of each DER certificate, leaf first. `kid`: the name under which IT registered the public key. */
  readonly header: { readonly x5c: readonly string[] } | { readonly kid: string };
  /** The organisation number in the certificate; null in own-key mode, where Maskinporten knows it from the client alone. */
  readonly orgNumber: string | null;
  /** SHA-256 (lower-case hex) of the leaf certificate, in own-key mode of the public key (SPKI DER): tells two identities apart in caches and logs. */
  readonly fingerprint: string;
  /** RSA private key for RS256. Stays in the main process. */
  readonly privateKey: KeyObject;
}
