import { type NationalId, type NationalIdFault, parseNationalId } from '../identity/nationalId.ts';
import { parseOrganisationNumber } from '../identity/organisationNumber.ts';
import type { Environment } from '../session.ts';

/**
 * What a spreadsheet does to a number of 11 digits that it takes for a quantity. Each keeps the number from being used until someone has said yes to
 * the repair, or has typed the right one.
 */
const spreadsheetFaults = ['lost-zero', 'scientific', 'decimals', 'thousands'] as const;
type SpreadsheetFault = (typeof spreadsheetFaults)[number];

/** Why a cell does not name a person. `organisation`: nine digits that are an organisation's number. */
type PersonFault = SpreadsheetFault | NationalIdFault | 'missing-number' | 'organisation';

export type PersonCell =
  | { readonly person: NationalId; readonly fault: null; readonly repaired: null }
  | {
      readonly person: null;
      readonly fault: PersonFault;
      /** What the number was, when the digits that are left and the control digits leave no doubt. */
      readonly repaired: NationalId | null;
    };

const SPACE = '[ \u00a0\u202f]';
const THOUSANDS = new RegExp(String.raw`^\d{1,3}(?:(${SPACE}|[.,'])\d{3})(?:\1\d{3})+$`);
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i;
const DECIMALS = /^(\d{9,11})[.,]0+$/;

/** Reads the cell that should hold a fødselsnummer or d-nummer, as a list has it. */
export function readPersonCell(cell: string, environment: Environment): PersonCell {
  const text = cell.trim();
  if (text === '') return refused('missing-number');

  const scientific = SCIENTIFIC.exec(text);
  if (scientific) return refused('scientific', restored(writtenOut(scientific), environment));
  const decimals = DECIMALS.exec(text);
  if (decimals) return refused('decimals', restored(decimals[1] ?? '', environment));
  if (THOUSANDS.test(text)) {
    const digits = text.replace(/\D/g, '');
    if (digits.length >= 10) return refused('thousands', restored(digits, environment));
  }

  const read = parseNationalId(text, environment);
  if (read.ok) return { person: read.value, fault: null, repaired: null };
  if (read.error === 'too-short') {
    const repaired = /^\d{10}$/.test(text) ? restored(text, environment) : null;
    if (repaired) return refused('lost-zero', repaired);
    if (parseOrganisationNumber(text).ok) return refused('organisation');
  }
  return refused(read.error);
}

const refused = (fault: PersonFault, repaired: NationalId | null = null): PersonCell => ({
  person: null,
  fault,
  repaired,
});

/** Eleven digits as they are, or ten with the zero that a quantity doesn't have in front; null when no number comes of it. */
function restored(digits: string, environment: Environment): NationalId | null {
  const read = parseNationalId(digits.length === 10 ? `0${digits}` : digits, environment);
  return read.ok ? read.value : null;
}

/** `1.8189401234E+9` → its digits; empty when some of them were rounded away. */
function writtenOut([, first = '', rest = '', power = '']: RegExpExecArray): string {
  const digits = first + rest;
  return digits.length === Number(power) + 1 ? digits : '';
}
