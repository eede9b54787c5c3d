import type { DebtorAnalysis, PayerShare } from '../garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../garnishment/debtorCase.ts';
import type { TrekkPayer, Ytelsestype } from './trekkContent.ts';

/** Who deducts: the one chosen in the case, or the only one who can be. Empty while nobody is. */
export function payerOf(
  { choices }: Pick<DebtorCase, 'choices'>,
  { payers }: Pick<DebtorAnalysis, 'payers'>,
): TrekkPayer {
  const possible = payers.filter(({ canBeChosen }) => canBeChosen);
  const chosen = choices.trekkpliktig ?? (possible.length === 1 ? (possible[0]?.payer.id ?? null) : null);
  const found = payers.find(({ payer }) => payer.id !== null && payer.id === chosen) ?? null;
  return { organisationNumber: chosen ?? '', name: found?.payer.name ?? '', pays: paysWhat(found) };
}

function paysWhat(found: PayerShare | null): Ytelsestype {
  if (found?.kinds.includes('loennsinntekt')) return 'loenn';
  if (found?.kinds.includes('ytelseFraOffentlige')) return 'trygd';
  if (found?.kinds.includes('pensjonEllerTrygd')) return 'pensjon';
  return 'annet';
}
