import { maskNationalId, parseNationalId } from '../../shared/identity/nationalId.ts';
import type { Lookup } from '../../shared/income/model.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { SourceLine } from '../../shared/ipc/housingCalls.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readLookup, type StoredLookup } from '../storage/lookups.ts';
import type { CasePorts } from './CasePorts.ts';
import { type DeliveredField, deliveredLine, flatten } from './deliveredLine.ts';

/**
 * The line a figure comes from, as delivered; when the raw answer's time is over, as it was read then. Personal numbers in it are masked.
 * Errors: `not-found`, also for a post entered by hand, which has no line.
 */
export async function sourceLine(
  ports: CasePorts,
  { caseId, trace }: CallInput<'information.sourceLine'>,
): Promise<Result<SourceLine, Failure>> {
  if (trace.kind === 'manual') return fail(failure('not-found'));
  const found = await ports.store.read(async (db) => ok(await readLookup(db, caseId, trace.lookupId)));
  if (!found.ok) return found;
  const lookup = found.value;
  const fields = lookup && fieldsOf(lookup, trace.ref);
  if (!lookup || !fields) return fail(failure('not-found'));
  return ok({
    source: lookup.source,
    environment: lookup.environment,
    fetchedAt: lookup.at,
    reference: lookup.reference,
    period: periodOf(lookup),
    fields: fields.map(({ name, value }) => ({ name, value: maskPerson(value, ports) })),
  });
}

function fieldsOf({ source, raw, income, tax }: StoredLookup, ref: string): DeliveredField[] | null {
  if (raw !== null) return deliveredLine(source, JSON.parse(raw), ref);
  const lines = [
    ...(income?.entries ?? []),
    ...(income?.withholding ?? []),
    ...(income?.deductions ?? []),
    ...(tax?.posts.flatMap((post) => [post, ...post.spesifisering]) ?? []),
  ];
  return flatten(lines.find((line) => line.ref === ref));
}

const periodOf = ({ fromMonth, toMonth, year }: Lookup): string =>
  fromMonth !== null && toMonth !== null ? `${fromMonth}–${toMonth}` : (year?.toString() ?? '');

/** A private employer reports under their own personal number. */
function maskPerson(value: string, { environment }: CasePorts): string {
  const person = parseNationalId(value, environment);
  return person.ok ? maskNationalId(person.value) : value;
}
