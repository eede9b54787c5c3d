import type { ReceivedDecision, RegisteredTrekk, Trekk } from './trekk.ts';

/**
 * The decision by which ELAN has taken over a claim of this trekk: only then may the trekk be ended as transferred (utleggsdatabasen.md 7.1). null =
 * none has, or it was withdrawn. `others`: our other trekk of the debtor.
 */
export function transferOf(
  { terms }: Pick<RegisteredTrekk, 'terms'>,
  others: readonly Pick<Trekk, 'received'>[],
): ReceivedDecision | null {
  const ours = new Set(terms.claims.map(({ reference }) => reference.trim()));
  const taken = others.flatMap(({ received }) => received ?? []).filter(({ state }) => state !== 'trukketTilbake');
  return taken.find(({ content }) => content.claims.some(({ reference }) => ours.has(reference.trim()))) ?? null;
}
