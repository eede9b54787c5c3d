import type { IsoDate } from '../../../shared/dates.ts';
import { isAccountNumber, isKid, isOrganisationNumber, isSyntheticNumber } from '../identifiers.ts';
import { ORGANISATIONS } from '../organisations.ts';
import type { ApiCall } from './api.ts';
import { type Avvik, avvikIf } from './avvik.ts';

/** From this day every debtor is treated under the new rules (utleggsdatabasen.md 1). */
const CUT_OVER = '2027-01-01';

/** V-01: a number that someone has. */
export function debtorAvvik({ people }: ApiCall, number: string, felt: string): Avvik[] {
  const found = people.get(number);
  return avvikIf(!isSyntheticNumber(number) || !found || found.isUnknown, 'UGYLDIG_PERSONIDENTIFIKATOR', felt);
}

/** V-02 and V-04: the sender is a main unit, and the one who holds the token. */
export const senderAvvik = ({ consumer }: ApiCall, sender: string, felt: string): Avvik[] => [
  ...avvikIf(!ORGANISATIONS.some(({ number }) => number === sender), 'ER_IKKE_HOVEDENHET', felt),
  ...avvikIf(sender !== consumer.number, 'INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING', felt),
];

/** V-02 for the others that a message names. */
export const organisationAvvik = (number: string, felt: string): Avvik[] =>
  avvikIf(!isOrganisationNumber(number), 'ER_IKKE_HOVEDENHET', felt);

/** V-26 */
export const paymentAvvik = (
  account: string | undefined,
  kid: string | undefined,
  at: Record<'account' | 'kid', string>,
): Avvik[] => [
  ...avvikIf(account !== undefined && !isAccountNumber(account), 'UGYLDIG_KONTONR', at.account),
  ...avvikIf(kid !== undefined && !isKid(kid), 'UGYLDIG_KID', at.kid),
];

/** Which rules a decision of that day on that debtor follows: the day decides, or the regime look-up, or an entry of the new kind (case F). */
export function followsNewRules({ people }: ApiCall, debtor: string, decided: IsoDate): boolean {
  const found = people.get(debtor);
  const hasNewKind = found?.utlegg.some(({ kind }) => kind === 'newKindTrekk') ?? false;
  return decided >= CUT_OVER || hasNewKind || (found?.isUnderNewRules ?? false);
}
