import type { NationalId } from '../identity/nationalId.ts';
import { record } from '../income/read.ts';
import { fail, ok, type Result } from '../result.ts';

/**
 * Reads «oppslag samordnet trekk»: does `person` have, or has had, a trekk under the new rules? Documented are the party and one boolean; the
 * boolean's name is from our own contract. An answer about somebody else, or without a plain true or false, is no answer: nothing is guessed
 * about which rules apply.
 */
export function parseSamordnetTrekk(body: unknown, person: NationalId): Result<boolean, 'not-a-regime-answer'> {
  const answer = record(body);
  const newRules = answer?.harEllerHarHattTrekkEtterNyttRegelverk;
  return record(answer?.skyldner)?.taxIdentificationNumber === person && typeof newRules === 'boolean'
    ? ok(newRules)
    : fail('not-a-regime-answer');
}
