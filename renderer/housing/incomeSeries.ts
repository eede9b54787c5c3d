import type { Month } from '../../shared/dates.ts';
import type { Trace } from '../../shared/housing/assessment.ts';
import type { IncomeKind } from '../../shared/income/model.ts';
import type { MonthsTable } from '../../shared/income/monthsTable.ts';
import { addDelivered } from '../../shared/income/sums.ts';
import type { Oere } from '../../shared/money.ts';

/** One colour of the chart: what one member got of one kind, month by month. Øre that count; null where nothing was reported. */
export interface IncomeSeries {
  readonly key: string;
  readonly memberId: string;
  readonly kind: IncomeKind;
  readonly points: readonly {
    readonly month: Month;
    readonly amount: Oere | null;
    readonly traces: readonly Trace[];
  }[];
}

/** The members' tables, all made for the same months, as series of counted income; kinds of which nothing counts are left out. */
export const incomeSeries = (tables: readonly MonthsTable[]): IncomeSeries[] =>
  tables.flatMap(({ memberId, columns, rows }) => {
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    return kinds.flatMap((kind) => {
      const own = rows.filter((row) => row.kind === kind);
      const points = columns.map(({ month }, index) => {
        const cells = own.map(({ cells }) => cells[index]).filter((cell) => cell !== null && cell !== undefined);
        return {
          month,
          amount: addDelivered(cells.map(({ sums }) => sums.counted)),
          traces: cells.flatMap(({ traces }) => traces),
        };
      });
      return points.every(({ amount }) => amount === null)
        ? []
        : [{ key: `${memberId} ${kind}`, memberId, kind, points }];
    });
  });
