import type { Payer } from '../../../shared/garnishment/debtorAnalysis.ts';
import { formatOrganisationNumber } from '../../../shared/identity/organisationNumber.ts';
import type { Text } from '../../../shared/text/text.ts';

/** Who pays, as one reads it: «Fjordbygg AS · 310 094 512». A private person is masked already. */
export function payerText({ debtorInformation: { payers } }: Text, { id, isOrganisation, name }: Payer): string {
  if (id === null) return name ?? payers.unknown;
  // A number is read as one: it never breaks over two lines.
  const number = isOrganisation ? formatOrganisationNumber(id).replaceAll(' ', '\u00A0') : `${payers.private} ${id}`;
  return name === null ? number : `${name} · ${number}`;
}
