import type { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import { maskNationalId, parseNationalId } from '../../shared/identity/nationalId.ts';
import type { DebtorSourceLine } from '../../shared/ipc/collectionCalls.ts';
import type { Environment } from '../../shared/session.ts';
import type { LookupOrigin } from '../storage/lookups.ts';
import { type DeliveredField, deliveredLine, flatten } from './deliveredLine.ts';

/**
 * The line of a lookup that a figure comes from, as delivered; when the raw answer's time is over, as it was read then. Personal numbers in it
 * are masked. Null when there is no such line.
 */
export function toSourceLine<L extends DebtorLookup>(
  lookup: L,
  { raw, environment }: LookupOrigin,
  ref: string,
  here: Environment,
): (DebtorSourceLine & { readonly source: L['source'] }) | null {
  const fields = raw === null ? asRead(lookup, ref) : deliveredLine(lookup.source, JSON.parse(raw), ref);
  return (
    fields && {
      source: lookup.source,
      environment,
      fetchedAt: lookup.at,
      reference: lookup.reference,
      period: periodOf(lookup),
      fields: fields.map(({ name, value }) => ({ name, value: maskPerson(value, here) })),
    }
  );
}

function asRead(lookup: DebtorLookup, ref: string): DeliveredField[] | null {
  if (lookup.source === 'samordnetTrekk') return flatten({ newRules: lookup.newRules });
  if (lookup.source === 'utlegg') return flatten(lookup.utlegg?.entries.find((entry) => entry.ref === ref));
  const { income, tax } = lookup;
  const lines = [
    ...(income?.entries ?? []),
    ...(income?.withholding ?? []),
    ...(income?.deductions ?? []),
    ...(tax?.posts.flatMap((post) => [post, ...post.spesifisering]) ?? []),
  ];
  return flatten(lines.find((line) => line.ref === ref));
}

function periodOf(lookup: DebtorLookup): string {
  if (!('year' in lookup)) return '';
  const { fromMonth, toMonth, year } = lookup;
  return fromMonth !== null && toMonth !== null ? `${fromMonth}–${toMonth}` : (year?.toString() ?? '');
}

/** A private employer reports under their own personal number. */
function maskPerson(value: string, environment: Environment): string {
  const person = parseNationalId(value, environment);
  return person.ok ? maskNationalId(person.value) : value;
}
