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

const beforeStart = [...who, text('purpose', '12rem'), text('why', 'auto')];
const refused = [
  line,
  text('caseNumber', '12rem', 'caseNumber'),
  text('person', '13rem'),
  text('purpose', '13rem'),
  text('why', 'auto'),
];
const attention = [...who, text('state', 'auto', 'state')];
const figures = [
  ...who,
  text('state', '8rem', 'state'),
  figure('gross', '6.5rem', 'gross'),
  figure('net', '6.5rem', 'net'),
  text('mainPayer', 'auto', 'mainPayer'),
  figure('assets', '5.5rem', 'assets'),
  text('newRules', '5rem', 'newRules'),
  figure('runningTrekk', '4.5rem', 'runningTrekk'),
];

/** The columns of a view: what must be put right, what must be looked at, or the figures. */
export function columnsOf(batch: Batch, { show }: RowView): readonly RowColumn[] {
  if (show === 'refused') return refused;
  if (show === 'attention') return attention;
  return batch.progress.status === 'draft' ? beforeStart : figures;
}

/** Every row of a view has the same height, in pixels, so that one can tell where each is without drawing the others. */
export function rowHeightOf({ show }: RowView): number {
  if (show === 'refused') return 76;
  return show === 'attention' ? 64 : 36;
}
