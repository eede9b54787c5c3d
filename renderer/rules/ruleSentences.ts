import { formatDate, type IsoDate } from '../../shared/dates.ts';
import { formatKroner } from '../../shared/money.ts';
import type { HousingRule, Limit } from '../../shared/rules/housingRule.ts';
import { formatG } from '../../shared/text/assessmentSentences.ts';
import type { Text } from '../../shared/text/text.ts';

/** `3,5 G` or `480 000 kr`. */
export const limitSentence = (limit: Limit, { rules: { limits } }: Text): string =>
  limit.unit === 'G' ? limits.g(formatG(limit.thousandths)) : limits.kroner(formatKroner(limit.amount));

/** The income limit of a rule in one line. */
export function incomeLimitSentence({ incomeLimit }: HousingRule, text: Text): string {
  const { limits } = text.rules;
  if (incomeLimit.kind === 'none') return limits.none;
  if (incomeLimit.kind === 'byType') {
    return limits.byType(limitSentence(incomeLimit.alone, text), limitSentence(incomeLimit.couple, text));
  }
  const { rows } = incomeLimit;
  const [first] = rows;
  const last = rows.at(-1);
  return first && last
    ? limits.bySize(limitSentence(first, text), limitSentence(last, text), rows.length)
    : limits.none;
}

/** `fra 01.05.2026`, `01.05.2025 til og med 30.04.2026`, `startdato mangler`. */
export function validitySentence(
  { validFrom, validTo }: { readonly validFrom: IsoDate | null; readonly validTo: IsoDate | null },
  { rules: { versions } }: Text,
): string {
  if (validFrom && validTo) return versions.fromTo(formatDate(validFrom), formatDate(validTo));
  if (validFrom) return versions.from(formatDate(validFrom));
  return validTo ? `${versions.noDates}, ${versions.until(formatDate(validTo))}` : versions.noDates;
}
