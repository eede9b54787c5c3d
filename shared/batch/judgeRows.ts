import type { DebtorPurpose } from '../garnishment/debtorCase.ts';
import type { NationalId } from '../identity/nationalId.ts';
import type { Environment } from '../session.ts';
import type { Corrections, ListField, Mapping, RowProblem } from './list.ts';
import { readPersonCell } from './readPersonCell.ts';
import { readPurpose } from './readPurpose.ts';

/** As long as a case number may be in a debtor case. */
const LONGEST_CASE_NUMBER = 40;

/** `des.26`, `jan-26`: what a spreadsheet makes of 2026/12; or `2,02601E+09`, `20261042.0`. */
const EATEN_CASE_NUMBER =
  /^(\d{1,2}[.\s-]*)?(jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])[.\s-]*\d{2,4}$|^\d[.,]\d+E\+\d+$|^\d+[.,]0+$/i;

/** A row of the list as it was imported, with what has been corrected since. */
export interface ListRow {
  /** Of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly corrections: Corrections;
}

/** What a row says. It can be used when it has no problems; then the three that must be known are known. */
export interface JudgedRow {
  readonly caseNumber: string;
  /** The number as it stands in the list or was typed. */
  readonly written: string;
  readonly person: NationalId | null;
  /** What a number that a spreadsheet has changed was, when there is no doubt. */
  readonly repaired: NationalId | null;
  readonly purpose: DebtorPurpose | null;
  readonly purposeWritten: string;
  readonly problems: readonly RowProblem[];
  /** The line of a row before it that says the same. */
  readonly sameAs: number | null;
}

/** Judges every row by itself, and then against those before it: one person in one case is asked about once. One result per row, in order. */
export function judgeRows(rows: readonly ListRow[], mapping: Mapping, environment: Environment): JudgedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const judged = judgeRow(row, mapping, environment);
    if (judged.problems.length > 0) return judged;
    const key = `${judged.person} ${judged.caseNumber.toLowerCase()}`;
    const sameAs = seen.get(key);
    if (sameAs !== undefined) return { ...judged, problems: ['duplicate'], sameAs };
    seen.set(key, row.line);
    return judged;
  });
}

function judgeRow(row: ListRow, mapping: Mapping, environment: Environment): JudgedRow {
  const text = (field: ListField): string =>
    (row.corrections[field] ?? cellText(row.cells[mapping[field] ?? -1])).trim();
  const caseNumber = text('caseNumber');
  const written = text('nationalId');
  const { person, repaired, fault } = readPersonCell(written, environment);
  const purposeWritten = text('purpose');
  const purpose = purposeWritten === '' ? mapping.purposeForAll : readPurpose(purposeWritten);
  const problems: (RowProblem | null)[] = [
    row.cells.some(hasSwallowedRows) ? 'swallowed-rows' : null,
    caseNumberProblem(caseNumber),
    fault,
    purpose !== null ? null : purposeWritten === '' ? 'missing-purpose' : 'unknown-purpose',
  ];
  return {
    caseNumber,
    written,
    person,
    repaired,
    purpose,
    purposeWritten,
    problems: problems.filter((problem) => problem !== null),
    sameAs: null,
  };
}

/** What the cell says, without the marks that keep a spreadsheet from reading it as a number: `="0101"` and `'0101`. */
function cellText(cell = ''): string {
  const [, inFormula = cell] = /^\s*="(.*)"\s*$/.exec(cell) ?? [];
  return inFormula.replace(/^\s*'/, '');
}

function caseNumberProblem(text: string): RowProblem | null {
  if (text === '') return 'missing-case-number';
  if (text.length > LONGEST_CASE_NUMBER) return 'case-number-too-long';
  return EATEN_CASE_NUMBER.test(text) ? 'case-number-eaten' : null;
}

/** A cell of several lines with another number of 11 digits in it: a quotation mark that was meant as a sign has opened a quoted cell. */
const hasSwallowedRows = (cell: string): boolean => /[\r\n].*\d{6} ?\d{5}/s.test(cell);
