import { parseNationalId } from '../identity/nationalId.ts';
import { parseOrganisationNumber } from '../identity/organisationNumber.ts';
import type { Violation } from './trekk.ts';
import type { TrekkPayer } from './trekkContent.ts';
import type { ValidationContext } from './validationContext.ts';
import { stops, warns } from './violation.ts';

/** V-01 to V-04: who is in the message. The parties are not typed, so the field is the whole. */
export function partyViolations({
  nationalId,
  organisationNumber,
  authenticatedAs,
  environment,
}: ValidationContext): Violation[] {
  const found: Violation[] = [];
  if (!parseNationalId(nationalId, environment).ok) found.push(stops('V-01', 'UGYLDIG_PERSONIDENTIFIKATOR', ''));
  if (!parseOrganisationNumber(organisationNumber ?? '').ok) found.push(stops('V-02', 'ER_IKKE_HOVEDENHET', ''));
  if (nationalId === organisationNumber) found.push(stops('V-03', 'SAMME_SAKSOEKT_SOM_SAKSOEKER', ''));
  if (authenticatedAs !== null && authenticatedAs !== organisationNumber) {
    found.push(stops('V-04', 'INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING', ''));
  }
  return found;
}

/** V-02 and V-31 of the one who deducts. */
export function payerViolations({ organisationNumber }: TrekkPayer, { payerFound }: ValidationContext): Violation[] {
  const field = 'payer.organisationNumber';
  if (!parseOrganisationNumber(organisationNumber).ok) return [stops('V-02', 'UGYLDIG_ORGANISASJONSNUMMER', field)];
  return payerFound ? [] : [warns('V-31', 'TREKKPLIKTIG_IKKE_FUNNET', field)];
}
