import type { CertificateFacts, CertificateVerdict, ProposalReason } from '../../shared/certificate/facts.ts';

interface Judged {
  readonly facts: CertificateFacts;
  readonly verdict: CertificateVerdict;
}

export interface Proposal {
  readonly index: number;
  readonly reason: ProposalReason;
}

/**
 * Which certificate of a file to propose, and why: one that can be kept, made for authentication (digitalSignature, maskinporten.md 9.2) if
 * there is one, and of several the one that is valid longest. Null when none can be kept.
 */
export function propose(judged: readonly Judged[]): Proposal | null {
  const usable = judged.filter(({ verdict }) => verdict.refusals.length === 0);
  const authentication = usable.filter(isForAuthentication);
  const pool = authentication.length > 0 ? authentication : usable;
  const best = pool.toSorted((a, b) => b.facts.validTo.localeCompare(a.facts.validTo))[0];
  if (!best) return null;
  return { index: judged.indexOf(best), reason: reasonFor(judged, pool) };
}

function reasonFor(judged: readonly Judged[], pool: readonly Judged[]): ProposalReason {
  if (!pool.every(isForAuthentication)) return 'signing-only';
  if (judged.length === 1) return 'only-certificate';
  if (pool.length > 1) return 'valid-longest';
  return judged.filter(isForAuthentication).length > 1 ? 'only-usable' : 'made-for-authentication';
}

const isForAuthentication = ({ facts }: Judged): boolean => facts.use === 'authentication';
