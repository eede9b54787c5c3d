import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { identityFailure } from './identityFailure.ts';
import type { IdentityPlace } from './identityFile.ts';
import { type Identity, readIdentity } from './readIdentity.ts';
import type { SigningIdentity } from './Signer.ts';

/** The identity in use, read from the keychain once and held until it is forgotten: at lock, and when it is changed or removed. */
export class IdentityHolder {
  readonly #place: IdentityPlace;
  #read: Promise<Result<Identity | null, Failure>> | null = null;

  constructor(place: IdentityPlace) {
    this.#place = place;
  }

  /** What there is; null = nothing has been kept yet. A failure is not remembered: the keychain may be unlocked meanwhile. */
  async get(): Promise<Result<Identity | null, Failure>> {
    this.#read ??= readIdentity(this.#place).then((read) => (read.ok ? read : fail(identityFailure(read.error))));
    const read = await this.#read;
    if (!read.ok) this.forget();
    return read;
  }

  /** What to sign with. Errors: `no-identity`, and those of reading it. */
  async signing(): Promise<Result<SigningIdentity, Failure>> {
    const read = await this.get();
    if (!read.ok) return read;
    return read.value === null ? fail(failure('no-identity')) : ok(read.value.signing);
  }

  forget(): void {
    this.#read = null;
  }
}
