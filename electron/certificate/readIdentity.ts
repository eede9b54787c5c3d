import { createHash, createPublicKey } from 'node:crypto';
import { addMonthsToDate } from '../../shared/dates.ts';
import type { IdentityStatus } from '../../shared/ipc/setupCalls.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type IdentityPlace, type IdentityProblem, loadIdentity, type StoredIdentity } from './identityFile.ts';
import { publicJwk } from './publicJwk.ts';
import type { SigningIdentity } from './Signer.ts';

/** What the municipality identifies itself with, and how to show it. */
export interface Identity {
  readonly status: Extract<IdentityStatus, { mode: 'certificate' | 'ownKey' }>;
  readonly signing: SigningIdentity;
}

/** A registered key lives at most a year (maskinporten.md 8, item 4); counted from the day it was made, which is never later. */
const OWN_KEY_MONTHS = 12;

/** Reads the identity kept in a place, ready to sign with; null when there is none. The certificate may have expired: the status tells. */
export async function readIdentity(place: IdentityPlace): Promise<Result<Identity | null, IdentityProblem>> {
  const loaded = await loadIdentity(place);
  if (!loaded.ok) return loaded;
  return ok(loaded.value && identityFrom(loaded.value));
}

function identityFrom({ file, privateKey }: StoredIdentity): Identity {
  if (file.mode === 'certificate') {
    return {
      status: { mode: 'certificate', facts: file.facts, keptAt: file.keptAt },
      signing: {
        header: { x5c: file.chain },
        orgNumber: file.facts.orgNumber,
        fingerprint: file.facts.fingerprint,
        privateKey,
      },
    };
  }
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    status: {
      mode: 'ownKey',
      kid: file.kid,
      createdOn: file.createdOn,
      registerAgainBefore: addMonthsToDate(file.createdOn, OWN_KEY_MONTHS),
      publicJwk: publicJwk(privateKey, file.kid),
    },
    signing: {
      header: { kid: file.kid },
      orgNumber: null,
      fingerprint: createHash('sha256').update(spki).digest('hex'),
      privateKey,
    },
  };
}
