import { osloDate } from '../../shared/dates.ts';
import type { TrekkSummary } from '../../shared/ipc/trekkCalls.ts';
import { type Oere, sum } from '../../shared/money.ts';
import { attentionOf } from '../../shared/utlegg/attention.ts';
import { remainingOf } from '../../shared/utlegg/remaining.ts';
import { lastDay, registeredStateOn } from '../../shared/utlegg/states.ts';
import type { ActContent, Trekk } from '../../shared/utlegg/trekk.ts';
import { readCollectionSettings } from '../debtors/collectionSettings.ts';
import { readDebtorRow, type StoredDebtorCase } from '../storage/debtorCases.ts';
import type { ReadableDb } from '../storage/Store.ts';
import { readTrekkRows, type StoredTrekk } from '../storage/trekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { readTrekk } from './trekk.ts';

/** A trekk with its case and the debtor's other trekk with us: what lists judge it by. */
export interface TrekkAtHand {
  readonly trekk: Trekk;
  readonly debtorCase: StoredDebtorCase;
  readonly others: readonly StoredTrekk[];
}

/** Every trekk that is more than the memory of a draft, the last changed first. `caseId`: only that case's. */
export async function trekkAtHand(db: ReadableDb, caseId: string | null = null): Promise<TrekkAtHand[]> {
  const all = await readTrekkRows(db);
  const found: TrekkAtHand[] = [];
  for (const row of all) {
    const isNothing = row.act === null && row.registered === null && row.received === null;
    if (isNothing || (caseId !== null && row.caseId !== caseId)) continue;
    const trekk = await readTrekk(db, row.id);
    const debtorCase = await readDebtorRow(db, row.caseId);
    if (!trekk.ok || !debtorCase) continue;
    const others = all.filter(({ id, nationalId }) => id !== row.id && nationalId === row.nationalId);
    found.push({ trekk: trekk.value, debtorCase, others });
  }
  return found;
}

/** Their lines in a list, as of now. */
export async function summaries(
  db: ReadableDb,
  ports: Pick<TrekkPorts, 'now' | 'actor'>,
  found: readonly TrekkAtHand[],
): Promise<TrekkSummary[]> {
  const { regime } = await readCollectionSettings(db);
  const now = ports.now();
  const { userName } = ports.actor();
  return found.map(({ trekk, debtorCase, others }) => {
    const { act, registered, received } = trekk;
    return {
      id: trekk.id,
      caseId: trekk.caseId,
      caseNumber: trekk.caseNumber,
      rules: trekk.rules,
      act: act && { kind: act.what.kind, state: act.state },
      registeredState: registered && registeredStateOn(registered, osloDate(now)),
      receivedState: received?.state ?? null,
      endsOn: registered ? lastDay(registered.terms) : act && plannedEnd(act.what),
      remaining: registered ? remainingOf(registered.terms, debtorCase.claims) : claimed(trekk),
      mine: trekk.createdBy === userName || act?.startedBy === userName,
      createdBy: trekk.createdBy,
      updatedAt: trekk.updatedAt,
      attention: attentionOf(trekk, { now, maxAgeHours: regime.maxAgeHours, inCase: debtorCase.claims, others }),
    };
  });
}

const plannedEnd = (what: ActContent) => (what.kind === 'registrer' ? lastDay(what.content) : null);

/** What the decision, or the draft, says is left. */
function claimed({ act, received }: Trekk): Oere {
  const content = received?.content ?? act?.what.content;
  return sum(content && 'claims' in content ? content.claims.map(({ remaining }) => remaining) : []);
}
