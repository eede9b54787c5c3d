import { osloDate } from '../dates.ts';
import type { NationalId } from '../identity/nationalId.ts';
import { errorForCaseworker } from '../text/errorSentence.ts';
import type { Text } from '../text/text.ts';
import type { BatchRow } from './batch.ts';
import type { Table, TableCell } from './writeCsv.ts';

/** What can be written to a file about a row. */
export const exportColumns = [
  'line',
  'caseNumber',
  'nationalId',
  'purpose',
  'state',
  'remarks',
  'gross',
  'net',
  'payers',
  'mainPayer',
  'mainPayerName',
  'taxYear',
  'assets',
  'newRules',
  'runningTrekk',
  'answeredOn',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** A row with the whole number, for a file. */
export type ExportRow = BatchRow & { readonly nationalId: NationalId | null };

/** The rows as a table, in the columns that were chosen and in their fixed order. */
export function exportTable(rows: readonly ExportRow[], chosen: readonly ExportColumn[], text: Text): Table {
  const columns = exportColumns.filter((column) => chosen.includes(column));
  return {
    headings: columns.map((column) => text.batch.export.names[column]),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column, text))),
  };
}

function cellOf(row: ExportRow, column: ExportColumn, text: Text): TableCell | null {
  const { result } = row;
  switch (column) {
    case 'line':
      return { kind: 'count', count: row.line };
    case 'caseNumber':
      return words(row.caseNumber);
    case 'nationalId':
      return words(row.nationalId ?? row.written);
    case 'purpose':
      return words(row.purpose === null ? row.purposeWritten : text.collection.purposes[row.purpose]);
    case 'state':
      return words(row.problems.length > 0 ? text.batch.rowRefused : text.batch.rowStates[row.state]);
    case 'remarks':
      return words(remarks(row, text).join(' '));
    case 'gross':
    case 'net': {
      const amount = result[column];
      return amount === null ? null : { kind: 'amount', oere: amount };
    }
    case 'payers':
    case 'taxYear':
    case 'assets':
    case 'runningTrekk': {
      const count = result[column];
      return count === null ? null : { kind: 'count', count };
    }
    case 'mainPayer':
    case 'mainPayerName':
      return words(result[column] ?? '');
    case 'newRules':
      return result.newRules === null ? null : words(text.batch.rules[result.newRules ? 'new' : 'old']);
    case 'answeredOn':
      return row.answeredAt === null ? null : { kind: 'date', date: osloDate(row.answeredAt) };
  }
}

const words = (text: string): TableCell | null => (text === '' ? null : { kind: 'text', text });

/** What must be known about a row besides its figures: why it can't be used, and every question that did not just get an answer. */
export function remarks(row: BatchRow, text: Text): string[] {
  const { app, batch, debtorInformation } = text;
  if (row.problems.length > 0) {
    return row.problems.map((problem) =>
      problem === 'duplicate' && row.sameAs !== null ? batch.sameAs(row.sameAs) : batch.problems[problem],
    );
  }
  return row.questions
    .filter(({ state }) => state !== 'delivered' && state !== 'later' && state !== 'waiting' && state !== 'asking')
    .map(({ source, state, errorCode, reference }) => {
      const from = debtorInformation.sources[source];
      if (errorCode === null) return `${from}: ${batch.questionStates[state]}.`;
      const why = errorForCaseworker(text, { code: errorCode });
      return `${from}: ${why}${reference === null ? '' : ` ${app.words.reference}: ${reference}.`}`;
    });
}
