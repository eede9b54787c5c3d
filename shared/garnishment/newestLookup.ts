import type { DebtorLookup, SamordnetTrekkLookup, UtleggLookup } from './debtorLookup.ts';

/** The newest lookup of what is registered on the debtor; null = none. */
export const newestUtlegg = (lookups: readonly DebtorLookup[]): UtleggLookup | null =>
  newestOf(lookups.filter((one) => one.source === 'utlegg'));

/** The newest lookup of which rules the debtor is under; null = none. */
export const newestSamordnetTrekk = (lookups: readonly DebtorLookup[]): SamordnetTrekkLookup | null =>
  newestOf(lookups.filter((one) => one.source === 'samordnetTrekk'));

/** The newest that got an answer; one that failed later hides no answer, and counts only when there is nothing else. */
function newestOf<L extends Pick<DebtorLookup, 'state' | 'at' | 'id'>>(lookups: readonly L[]): L | null {
  const sorted = lookups
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.id.localeCompare(a.id));
  return sorted.find(({ state }) => state === 'delivered') ?? sorted[0] ?? null;
}
