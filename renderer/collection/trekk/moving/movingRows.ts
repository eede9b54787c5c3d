import type { MovingRow, movingNeeds } from '../../../../shared/utlegg/movingDay.ts';

export type MovingNeed = (typeof movingNeeds)[number];

/** What can be done with many at a time. The rest takes a decision in each case. */
const batchNeeds = ['look-up', 'end-now', 'finish-transfer'] as const satisfies readonly MovingNeed[];
type BatchNeed = (typeof batchNeeds)[number];

export const batchNeedOf = (need: MovingNeed): BatchNeed | null => batchNeeds.find((one) => one === need) ?? null;

/** The rows with a need (null: all) and the searched words in their case number, what is due first at the top. */
export function shownRows(rows: readonly MovingRow[], need: MovingNeed | null, searched: string): MovingRow[] {
  const wanted = searched.trim().toLowerCase();
  return rows
    .filter((row) => (need === null || row.need === need) && row.caseNumber.toLowerCase().includes(wanted))
    .toSorted((a, b) => (a.by ?? LAST).localeCompare(b.by ?? LAST) || a.caseNumber.localeCompare(b.caseNumber, 'nb'));
}

const LAST = '9999-12-31';

/** Only rows with the same need are done together: the first that is chosen decides. */
export function mayChoose(row: MovingRow, chosen: readonly MovingRow[]): boolean {
  const [first] = chosen;
  return batchNeedOf(row.need) !== null && (first === undefined || first.need === row.need);
}
