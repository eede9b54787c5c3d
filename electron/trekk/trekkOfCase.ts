import { newestUtlegg } from '../../shared/garnishment/newestLookup.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { UtleggstrekkEntry } from '../../shared/utlegg/overview.ts';
import type { DebtorPorts } from '../debtors/DebtorPorts.ts';
import { readDebtorCase } from '../debtors/debtorCase.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import type { ReadableDb } from '../storage/Store.ts';
import { readTrekkRows } from '../storage/trekk.ts';
import { analysisOn } from './actAtHand.ts';
import { summaries, trekkAtHand } from './summary.ts';
import type { TrekkPorts } from './TrekkPorts.ts';

/** The case's trekk, and those that the register shows as ours and that nobody follows here. Errors: `not-found`. */
export const trekkOfCase = (
  ports: TrekkPorts,
  { caseId }: { readonly caseId: string },
): Promise<Result<CallOutput<'trekk.ofCase'>, Failure>> =>
  ports.store.read(async (db) => {
    const adoptable = await adoptableTrekk(db, ports, caseId);
    if (!adoptable.ok) return adoptable;
    return ok({
      trekk: await summaries(db, ports, await trekkAtHand(db, caseId)),
      adoptable: adoptable.value.map(({ id, decidedOn }) => ({ utleggstrekkId: id, decidedOn })),
    });
  });

/** Our own running trekk of the debtor in the newest lookup, less those that are followed here already. Errors: `not-found`. */
export async function adoptableTrekk(
  db: ReadableDb,
  ports: DebtorPorts,
  caseId: string,
): Promise<Result<(UtleggstrekkEntry & { readonly id: string })[], Failure>> {
  const row = await readDebtorRow(db, caseId);
  const debtorCase = await readDebtorCase(db, caseId);
  if (!row || !debtorCase.ok) return fail(failure('not-found'));
  const analysis = await analysisOn(db, ports, debtorCase.value, debtorCase.value.decisionDate);
  const own = analysis.coordination.entries.filter(({ relation }) => relation === 'own').map(({ ref }) => ref);
  const followed = (await readTrekkRows(db, { nationalId: row.nationalId })).map(
    ({ registered }) => registered?.utleggstrekkId,
  );
  const entries = newestUtlegg(debtorCase.value.lookups)?.utlegg?.entries ?? [];
  return ok(
    entries.flatMap((entry) => {
      if (entry.kind !== 'utleggstrekk' || entry.id === null || !own.includes(entry.ref)) return [];
      return followed.includes(entry.id) ? [] : [{ ...entry, id: entry.id }];
    }),
  );
}
