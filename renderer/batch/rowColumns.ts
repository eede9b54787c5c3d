import type { Batch } from '../../shared/batch/batch.ts';
import type { SortColumn } from '../../shared/batch/view.ts';
import type { RowView } from '../../shared/ipc/batchCalls.ts';
import type { Text } from '../../shared/text/text.ts';

/** A column of the table. `width` as in CSS; `sort` null = can't be sorted by; numbers stand to the right, and the largest come first. */
export interface RowColumn {
  readonly name: keyof Text['batch']['columns'];
  readonly width: string;
  readonly sort: SortColumn | null;
  readonly number: boolean;
}

const text = (name: RowColumn['name'], width: string, sort: SortColumn | null = null): RowColumn => ({
  ...{ name, width, sort },
  number: false,
});
const figure = (name: RowColumn['name'], width: string, sort: SortColumn): RowColumn => ({
  ...{ name, width, sort },
  number: true,
});

const line = { ...figure('line', '4.5rem', 'line'), number: false };
const who = [line, text('caseNumber', '8rem', 'caseNumber'), text('person', '8.5rem')];

interface RowLayout {
  readonly columns: readonly RowColumn[];
  /** Of every row, in pixels, so that one can tell where each is without drawing the others. */
  readonly rowHeight: number;
}

/** What must be put right, what must be looked at, what will be asked about, or the figures. */
export const rowLayouts = {
  refused: {
    columns: [
      line,
      text('caseNumber', '12rem', 'caseNumber'),
      text('person', '13rem'),
      text('purpose', '13rem'),
      text('why', 'auto'),
    ],
    rowHeight: 80,
  },
  attention: { columns: [...who, text('state', 'auto', 'state')], rowHeight: 80 },
  list: { columns: [...who, text('purpose', '12rem'), text('why', 'auto')], rowHeight: 36 },
  figures: {
    columns: [
      ...who,
      text('state', '8rem', 'state'),
      figure('gross', '6.5rem', 'gross'),
      figure('net', '6.5rem', 'net'),
      text('mainPayer', 'auto', 'mainPayer'),
      figure('assets', '5.5rem', 'assets'),
      text('newRules', '5rem', 'newRules'),
      figure('runningTrekk', '4.5rem', 'runningTrekk'),
    ],
    rowHeight: 36,
  },
} as const satisfies Record<string, RowLayout>;
export type RowLayoutName = keyof typeof rowLayouts;

/** How the rows of a view are laid out. */
export function layoutOf(batch: Batch, { show }: RowView): RowLayoutName {
  if (show === 'refused' || show === 'attention') return show;
  return batch.progress.status === 'draft' ? 'list' : 'figures';
}
