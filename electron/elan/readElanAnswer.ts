import { failure } from '../../shared/ipc/errors.ts';
import type { Meaning } from '../outbox/Ending.ts';
import { toViolations } from '../outbox/toViolations.ts';
import { isAboutSender, readFeil, toFailure } from '../skatteetaten/errorsOfSkatteetaten.ts';
import { type HttpAnswer, readJson } from '../skatteetaten/http.ts';
import { ALREADY_RECEIVED, caseReferenceIn, uploadedUuid } from './mapping.ts';

/** What ELAN's answer to an upload means. The same bytes under the same uuid may be put as often as one likes. */
export function readUploadAnswer(answer: HttpAnswer, uuid: string, doubt: boolean): Meaning {
  if (isGood(answer)) {
    return uploadedUuid(readJson(answer))?.toLowerCase() === uuid.toLowerCase()
      ? { kind: 'uploaded' }
      : unreadable(answer);
  }
  return readRefused(answer, doubt);
}

/**
 * What ELAN's answer to a decision means. ELAN documents no key, only that it knows a reference and a date it has had before: after a try that
 * may have arrived that is our own decision, received; without one it is somebody else's, and ours is refused (utleggsdatabasen.md 8). After a
 * doubt a 422 that names no rule may be that very one.
 */
export function readDecisionAnswer(answer: HttpAnswer, doubt: boolean): Meaning {
  if (isGood(answer)) {
    const caseReference = caseReferenceIn(readJson(answer));
    return caseReference === null ? unreadable(answer) : { kind: 'received', caseReference };
  }
  const broken = readFeil(answer)?.avvik ?? [];
  if (answer.status === 422 && doubt) {
    if (broken.length === 0) return { kind: 'unknown', failure: toFailure(answer, {}) };
    if (broken.some(({ vilkaarnavn }) => vilkaarnavn === ALREADY_RECEIVED)) {
      return { kind: 'received', caseReference: null };
    }
  }
  return readRefused(answer, doubt);
}

/** Only ELAN's own words refuse anything; and after a doubt only those about the message itself, which it has then read. */
function readRefused(answer: HttpAnswer, doubt: boolean): Meaning {
  const feil = readFeil(answer);
  const why = toFailure(answer, {});
  const aboutMessage = feil !== null && [400, 422].includes(answer.status) && !isAboutSender(feil);
  const refuses = aboutMessage || (!doubt && [400, 403, 404, 409, 413, 415, 422].includes(answer.status));
  return feil !== null && refuses
    ? { kind: 'refused', failure: why, violations: toViolations(feil) }
    : { kind: 'unknown', failure: why };
}

const isGood = ({ status }: HttpAnswer): boolean => status === 200 || status === 201;

const unreadable = ({ status }: HttpAnswer): Meaning => ({
  kind: 'unknown',
  failure: failure('api-bad-answer', { detail: { status } }),
});
