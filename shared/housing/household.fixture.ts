import { addMonths, type Instant, type IsoDate, type Month, monthsBetween } from '../dates.ts';
import type { IncomeEntry, IncomeKind, Lookup, LookupState, TaxPost } from '../income/model.ts';
import { kroner, oere } from '../money.ts';
import { ok, type Result } from '../result.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import { housingRuleTemplates } from '../rules/housingRuleTemplates.ts';
import type { AssessmentData } from './assess.ts';
import type { ManualPost, Member } from './caseFile.ts';

/** Households, answers and rules for tests. Amounts are given in whole kroner. */

export const date = (text: string) => text as IsoDate;
export const month = (text: string) => text as Month;
/** Nine in the morning, Oslo winter time. */
const at = (day: string) => `${day}T08:00:00.000Z` as Instant;

/** A published rule, approved, with what the test changes. */
export function rule(ruleId: string, changes: Partial<HousingRule> = {}): HousingRule {
  const template = housingRuleTemplates().find((one) => one.ruleId === ruleId);
  if (!template) throw new Error(`no template ${ruleId}`);
  return { ...template, approvedBy: 'Fagansvarlig', approvedAt: at('2020-01-02'), ...changes };
}

export const valid = (ruleId: string, changes: Partial<HousingRule> = {}): Result<HousingRule, never> =>
  ok(rule(ruleId, changes));

export const adult = (id: string, changes: Partial<Member> = {}): Member => ({
  id,
  role: 'soeker',
  birthDate: date('1985-03-04'),
  maskedId: '048385 *****',
  lookUp: true,
  countsInSize: true,
  manualPosts: [],
  ...changes,
});

export const manualPost = (id: string, amount: number): ManualPost => ({
  id,
  text: 'Barnebidrag',
  source: 'Vedtak fra Nav',
  amountPerYear: kroner(amount),
});

export const wage = (inMonth: string, amount: number | null, changes: Partial<IncomeEntry> = {}): IncomeEntry => ({
  ref: `${inMonth}.${changes.code ?? 'fastloenn'}.${amount}`,
  month: month(inMonth),
  payerId: '811094242',
  subUnitId: null,
  kind: 'loennsinntekt',
  code: 'fastloenn',
  amount: amount === null ? null : kroner(amount),
  fordel: 'kontantytelse',
  subjectToWithholding: true,
  quantity: null,
  backPay: null,
  ...changes,
});

/** The same amount every month from the first to the last. */
export const everyMonth = (first: string, last: string, amount: number, changes: Partial<IncomeEntry> = {}) =>
  monthsBetween(month(first), month(last)).map((one) => wage(one, amount, changes));

export const benefit = (kind: IncomeKind, code: string): Partial<IncomeEntry> => ({ kind, code });

const lookup: Omit<Lookup, 'id' | 'memberId' | 'source' | 'at'> = {
  fromMonth: null,
  toMonth: null,
  year: null,
  state: 'delivered',
  errorCode: null,
  authorityCode: null,
  reference: null,
  income: null,
  tax: null,
  newestYear: null,
};

/** An answer about months, read on `day`, covering 12 months up to and including `last` unless `changes` says otherwise. */
export const incomeLookup = (
  memberId: string,
  day: string,
  last: string,
  entries: IncomeEntry[],
  changes: Partial<Lookup> = {},
): Lookup => ({
  ...lookup,
  id: `inntekt-${memberId}-${day}`,
  memberId,
  source: 'inntekt',
  at: at(day),
  fromMonth: addMonths(month(last), -11),
  toMonth: month(last),
  income: { entries, withholding: [], deductions: [], shielded: false, unread: [] },
  ...changes,
});

export const post = (tekniskNavn: string, kategori: string, amount: number | null): TaxPost => ({
  ref: `fastland.${tekniskNavn}`,
  part: 'fastland',
  tekniskNavn,
  label: null,
  kategori,
  amount: amount === null ? null : kroner(amount),
  andelSkattefritt: null,
  andelOverfoertFraBarn: null,
  known: true,
  spesifisering: [],
});

export const yearWage = (amount: number | null) =>
  post('samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt', 'inntekt', amount);

export const taxLookup = (
  memberId: string,
  day: string,
  year: number,
  posts: TaxPost[],
  changes: Partial<Lookup> = {},
): Lookup => ({
  ...lookup,
  id: `skattegrunnlag-${memberId}-${year}-${day}`,
  memberId,
  source: 'skattegrunnlag',
  at: at(day),
  year,
  tax: {
    year,
    shielded: false,
    stadie: 'oppgjoer',
    skatteoppgjoersdato: null,
    ajourholdstidspunkt: null,
    posts,
    unread: [],
  },
  ...changes,
});

/** A lookup that ended without figures. */
export const ended = (of: Lookup, state: LookupState): Lookup => ({ ...of, state, income: null, tax: null });

export const data = (
  decisionDate: string,
  members: Member[],
  lookups: Lookup[],
  choice: AssessmentData['choice'] = null,
): AssessmentData => ({ decisionDate: date(decisionDate), members, lookups, choice });

/** Kroner with øre, as the examples print them: `kr(477_921.5)`. */
export const kr = (amount: number) => oere(Math.round(amount * 100));
