import type { Instant } from '../../shared/dates.ts';
import type { Result } from '../../shared/result.ts';
import { type IdentityPlace, type IdentityProblem, storeIdentity } from './identityFile.ts';
import type { Candidate } from './judge.ts';

/** Keeps a judged certificate and its key as the identity of a place, instead of what was there. Throws for one that was refused: a bug in the caller. */
export function keepCertificate(
  place: IdentityPlace,
  { facts, verdict, chain, pair }: Candidate,
  now: Date,
): Promise<Result<void, IdentityProblem>> {
  if (verdict.refusals.length > 0) throw new RangeError('a refused certificate cannot be kept');
  const keptAt = now.toISOString() as Instant;
  const x5c = chain.map((der) => der.toString('base64'));
  return storeIdentity(place, { mode: 'certificate', keptAt, facts, chain: x5c }, pair.pkcs8);
}
