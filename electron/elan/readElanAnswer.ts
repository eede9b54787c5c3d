import { failure } from '../../shared/ipc/errors.ts';
import type { Meaning } from '../outbox/Ending.ts';
import { toViolations } from '../outbox/toViolations.ts';
import { readFeil, toFailure } from '../skatteetaten/errorsOfSkatteetaten.ts';
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
 * may have arrived that is our own decision, received; without one it is somebody else's, and ours is refused (utleggsdatabasen.md 8).
 */
export function readDecisionAnswer(answer: HttpAnswer, doubt: boolean): Meaning {
  if (isGood(answer)) {
    const caseReference = caseReferenceIn(readJson(answer));
    return caseReference === null ? unreadable(answer) : { kind: 'received', caseReference };
  }
  const had = readFeil(answer)?.avvik.some(({ vilkaarnavn }) => vilkaarnavn === ALREADY_RECEIVED) ?? false;
  if (answer.status === 422 && had && doubt) return { kind: 'received', caseReference: null };
  return readRefused(answer, doubt);
}

/** Only ELAN's own words refuse anything; after a doubt a 403 proves nothing, since access is held up before the message is looked at. */
function readRefused(answer: HttpAnswer, doubt: boolean): Meaning {
  const feil = readFeil(answer);
  const why = toFailure(answer, {});
  const refuses = [400, 404, 409, 413, 415, 422].includes(answer.status) || (answer.status === 403 && !doubt);
  return feil !== null && refuses
    ? { kind: 'refused', failure: why, violations: toViolations(feil) }
    : { kind: 'unknown', failure: why };
}

const isGood = ({ status }: HttpAnswer): boolean => status === 200 || status === 201;

const unreadable = ({ status }: HttpAnswer): Meaning => ({
  kind: 'unknown',
  failure: failure('api-bad-answer', { detail: { status } }),
});
