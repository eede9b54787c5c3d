import type { Result } from '../../shared/result.ts';

/**
 * Everything Saksbord ever keeps secret at rest; a name that is not here cannot be stored. `signing-key-a` and `-b` are two places for
 * one key, so that a new one can be read back before the old is erased (electron/certificate/identityFile.ts).
 */
export const secretNames = ['signing-key-a', 'signing-key-b', 'database-key', 'journal-key'] as const;
export type SecretName = (typeof secretNames)[number];

/**
 * `no-keychain`: none that can be used (what to install is in shared/text). `keychain-refused`: it is there but said no, e.g. locked.
 * `keychain-too-large`: more than the smallest keychain takes. `keychain-damaged`: what lies there is not what was written.
 */
export type SecretProblem = 'no-keychain' | 'keychain-refused' | 'keychain-too-large' | 'keychain-damaged';

/** The longest secret in bytes that every operating system's keychain takes; see keychain.ts for the arithmetic. */
export const MAX_SECRET_BYTES = 3837;

/** Where secrets rest. `testing/secretStoreContract.ts` is what any implementation must pass. */
export interface SecretStore {
  /** The bytes last written, or null when there are none. The caller overwrites them after use. */
  read(name: SecretName): Promise<Result<Uint8Array | null, SecretProblem>>;
  /** Replaces what was there, all or nothing, and reads it back before it answers. Takes 1 to `MAX_SECRET_BYTES` bytes. */
  write(name: SecretName, secret: Uint8Array): Promise<Result<void, SecretProblem>>;
  /** Removes it and every trace of a broken write. Erasing nothing is fine. */
  erase(name: SecretName): Promise<Result<void, SecretProblem>>;
}
