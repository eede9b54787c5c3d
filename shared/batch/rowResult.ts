import { osloDate } from '../dates.ts';
import { assetsOf } from '../garnishment/assets.ts';
import { DEBTOR, type DebtorLookup } from '../garnishment/debtorLookup.ts';
import { netIncome } from '../garnishment/netIncome.ts';
import { payerNames, payersOf } from '../garnishment/payers.ts';
import type { Lookup } from '../income/model.ts';
import type { RowResult } from './batch.ts';

const nothingKnown: RowResult = {
  gross: null,
  net: null,
  payers: null,
  mainPayer: null,
  mainPayerName: null,
  taxYear: null,
  assets: null,
  newRules: null,
  runningTrekk: null,
};

/** What the answers about one debtor say, worked out by the same rules as in a debtor's case. */
export function rowResult(answers: readonly DebtorLookup[]): RowResult {
  const lookups = answers.filter((one): one is Lookup => one.source !== 'samordnetTrekk' && one.source !== 'utlegg');
  return { ...nothingKnown, ...incomeOf(lookups), ...taxOf(lookups), ...registersOf(answers) };
}

function incomeOf(lookups: readonly Lookup[]): Partial<RowResult> {
  const income = lookups.find(({ source }) => source === 'inntekt');
  if (!income?.toMonth) return {};
  const found = netIncome(lookups, income.toMonth, false);
  if (found.mean === null) return {};
  const payers = payersOf(found, payerNames(lookups.find(({ tax }) => tax !== null)?.tax ?? null));
  const [main] = payers;
  return {
    gross: found.mean.gross,
    net: found.mean.net,
    payers: payers.length,
    mainPayer: main?.payer.id ?? null,
    mainPayerName: main?.payer.name ?? null,
  };
}

function taxOf(lookups: readonly Lookup[]): Partial<RowResult> {
  const tax = lookups.find(({ source, memberId }) => source === 'skattegrunnlag' && memberId === DEBTOR);
  if (!tax?.tax) return {};
  const { assets } = assetsOf(lookups, osloDate(tax.at));
  return { taxYear: tax.tax.year, assets: assets.items.filter(({ kind }) => kind !== 'loan').length };
}

function registersOf(answers: readonly DebtorLookup[]): Partial<RowResult> {
  const found: { -readonly [K in keyof RowResult]?: RowResult[K] } = {};
  for (const answer of answers) {
    if (answer.source === 'samordnetTrekk') found.newRules = answer.newRules;
    if (answer.source !== 'utlegg' || answer.utlegg === null) continue;
    found.runningTrekk = answer.utlegg.entries.filter(
      (entry) => entry.kind === 'utleggstrekk' && entry.state === 'loepende',
    ).length;
  }
  return found;
}
