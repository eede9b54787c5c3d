import type { NationalId } from '../../shared/identity/nationalId.ts';
import { failure } from '../../shared/ipc/errors.ts';
import { type ParsedTrekk, parseTrekk } from '../../shared/utlegg/parseTrekk.ts';
import type { ActContent } from '../../shared/utlegg/trekk.ts';
import type { Meaning } from '../outbox/Ending.ts';
import { toViolations } from '../outbox/toViolations.ts';
import { isAboutSender, readFeil, toFailure } from '../skatteetaten/errorsOfSkatteetaten.ts';
import { type HttpAnswer, readJson } from '../skatteetaten/http.ts';

/** What the answer is about. `doubt`: an earlier try may have arrived. */
export interface Written {
  readonly what: ActContent;
  readonly person: NationalId;
  readonly doubt: boolean;
  /** The trekk and the version that were changed or ended; null for a new one. */
  readonly before: { readonly utleggstrekkId: string; readonly versjon: number } | null;
}

/**
 * What utleggsdatabasen's answer to a registration, a change or an ending means (utleggsdatabasen.md 7.1). Only the register's own words settle
 * anything: a page from a gateway proves nothing, whatever its status. After a doubt neither access nor the address proves anything, since
 * they are looked at before the key is; and a change, which has no key, is read back.
 */
export function readWriteAnswer(answer: HttpAnswer, { what, person, doubt, before }: Written): Meaning {
  const { status } = answer;
  if (status === 200 || status === 201) {
    const trekk = parseTrekk(readJson(answer), person);
    return trekk.ok && answersTo(what, trekk.value, before)
      ? { kind: 'registered', trekk: trekk.value }
      : { kind: 'unknown', failure: failure('api-bad-answer', { detail: { status } }) };
  }
  const feil = readFeil(answer);
  const why = toFailure(answer, {});
  if (feil === null) return { kind: 'unknown', failure: why };
  const refused: Meaning = { kind: 'refused', failure: why, violations: toViolations(feil) };
  const unlessDoubted: Meaning = doubt ? { kind: 'unknown', failure: why } : refused;
  switch (status) {
    case 400:
    case 422:
      return isAboutSender(feil) ? unlessDoubted : refused;
    case 428:
      return { kind: 'refused', failure: { ...why, code: 'api-bad-input' }, violations: [] };
    case 403:
      return unlessDoubted;
    case 404:
    case 410:
    case 412:
      return what.kind === 'registrer' ? unlessDoubted : { kind: 'read-back', failure: why };
    case 409:
      if (feil.kode === 'ULD-022') return { kind: 'changed-since', failure: why, now: null };
      return what.kind === 'endre' && doubt ? { kind: 'read-back', failure: why } : refused;
    default:
      return { kind: 'unknown', failure: why };
  }
}

/** Is it the trekk we wrote to, in a later version than the one we saw, and as we asked? Anything else is no answer to us. */
function answersTo(what: ActContent, trekk: ParsedTrekk, before: Written['before']): boolean {
  const follows = before === null || (trekk.utleggstrekkId === before.utleggstrekkId && trekk.versjon > before.versjon);
  switch (what.kind) {
    case 'registrer': {
      const { reference, decisionDate } = what.content;
      return trekk.decisionDate === decisionDate && ['', reference.trim()].includes(trekk.reference);
    }
    case 'avslutt':
      return follows && (trekk.ended !== null || trekk.state === 'avsluttet' || trekk.state === 'slettet');
    default:
      return follows;
  }
}
