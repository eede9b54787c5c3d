import { parseIsoDate, parseMonth } from '../dates.ts';
import { fail, ok, type Result } from '../result.ts';
import { canonicalCode } from './codes.ts';
import {
  type IncomeAnswer,
  type IncomeEntry,
  type IncomeKind,
  type IncomeSideAmount,
  incomeKinds,
  type Unread,
} from './model.ts';
import { amount, flag, list, record, text } from './read.ts';

type Fields = Readonly<Record<string, unknown>>;
/** What every amount of one oppgave has in common. */
type Report = Pick<IncomeEntry, 'month' | 'payerId'>;

/**
 * Reads the JSON of the Inntekt API v1 (skatteetaten-apis.md 4.4). Every field may be missing and unknown fields are passed over, but
 * nothing that carries money is lost: what can't be read or placed is named in `unread`, by place and reason and never by value.
 */
export function parseIncome(body: unknown): Result<IncomeAnswer, 'not-an-income-answer'> {
  const answer = record(body);
  const reports = answer?.oppgaveInntektsmottaker ?? null;
  if (answer === null || !(Array.isArray(reports) || (reports === null && mayBeEmptied(answer)))) {
    return fail('not-an-income-answer');
  }
  const result: IncomeAnswer = {
    entries: [],
    withholding: [],
    deductions: [],
    shielded: flag(answer.skjermet) === true,
    unread: [],
  };
  for (const [index, report] of (reports ?? []).entries()) readReport(report, `${index}`, result);
  return ok(result);
}

/** An answer that was emptied because the person is protected holds at most the request's parameters; an error holds other things. */
const mayBeEmptied = (answer: Fields): boolean =>
  'skjermet' in answer || 'personidentifikator' in answer || Object.keys(answer).length === 0;

function readReport(value: unknown, ref: string, into: IncomeAnswer): void {
  const report = record(value);
  if (report === null) {
    into.unread.push({ ref, why: 'bad-shape' });
    return;
  }
  if (flag(report.skjermet) === true) into.shielded = true;
  const common: Report = {
    month: parseMonth(text(report.kalendermaaned) ?? ''),
    payerId: text(report.opplysningspliktigId),
  };
  const subUnitId = text(report.virksomhetId);
  for (const { at, fields } of items(report.inntekt, ref, common, into.unread)) {
    into.entries.push({ ...common, subUnitId, ...readEntry(fields, at, into.unread) });
  }
  into.withholding.push(...readSideAmounts(report, 'forskuddstrekk', ref, common, into.unread));
  into.deductions.push(...readSideAmounts(report, 'fradrag', ref, common, into.unread));
}

function readEntry(fields: Fields, ref: string, unread: Unread[]): Omit<IncomeEntry, keyof Report | 'subUnitId'> {
  const { kind, details } = readKind(fields, ref, unread);
  const code = text(details.beskrivelse);
  return {
    ref,
    kind,
    code: code === null ? null : canonicalCode(code),
    amount: amount(fields.beloep, ref, unread),
    fordel: text(fields.fordel),
    subjectToWithholding: flag(fields.inngaarIGrunnlagForTrekk),
    quantity: readQuantity(details.antall, ref, unread),
    backPay: readBackPay(record(details.tilleggsinformasjon)?.etterbetalingsperiode),
  };
}

/** Exactly one of the four kinds is an object in a well-formed entry. With none or several the amount is kept without a kind. */
function readKind(fields: Fields, ref: string, unread: Unread[]): { kind: IncomeKind; details: Fields } {
  const present = incomeKinds.flatMap((kind) => {
    const details = kind === 'ukjent' ? null : record(fields[kind]);
    return details ? [{ kind, details }] : [];
  });
  const [only, other] = present;
  if (only && !other) return only;
  unread.push({ ref, why: only ? 'several-kinds' : 'no-kind' });
  return { kind: 'ukjent', details: {} };
}

function readQuantity(value: unknown, ref: string, unread: Unread[]): number | null {
  const written = text(value);
  if (written === null) return null;
  const quantity = Number(written.replace(',', '.'));
  if (Number.isFinite(quantity)) return quantity;
  unread.push({ ref, why: 'bad-shape' });
  return null;
}

function readBackPay(value: unknown): IncomeEntry['backPay'] {
  const period = record(value);
  if (period === null) return null;
  return { from: parseIsoDate(text(period.startdato) ?? ''), to: parseIsoDate(text(period.sluttdato) ?? '') };
}

function readSideAmounts(
  report: Fields,
  name: 'forskuddstrekk' | 'fradrag',
  ref: string,
  common: Report,
  unread: Unread[],
): IncomeSideAmount[] {
  return items(report[name], `${ref}.${name}`, common, unread).map(({ at, fields }) => ({
    ref: at,
    ...common,
    code: text(fields.beskrivelse),
    amount: amount(fields.beloep, at, unread),
  }));
}

/** The objects of a list with their places. An object that belongs to no month is read all the same, and named. */
function items(value: unknown, ref: string, { month }: Report, unread: Unread[]): { at: string; fields: Fields }[] {
  return list(value, ref, unread).flatMap((item, index) => {
    const at = `${ref}.${index}`;
    const fields = record(item);
    if (fields === null) unread.push({ ref: at, why: 'bad-shape' });
    else if (month === null) unread.push({ ref: at, why: 'bad-month' });
    return fields ? [{ at, fields }] : [];
  });
}
