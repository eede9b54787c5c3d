import { type Oere, sum } from '../money.ts';
import type { classifyMonth, classifyYear } from './classify.ts';

type Treatment = ReturnType<typeof classifyMonth> | ReturnType<typeof classifyYear>;

/** Amounts by how they count, in øre. null = no such amount was delivered, which is not zero. `undecided`: `manual` and unclassified. */
export interface Sums {
  readonly counted: Oere | null;
  readonly separate: Oere | null;
  readonly excluded: Oere | null;
  readonly undecided: Oere | null;
}

const placeOf: Record<Treatment, keyof Sums | null> = {
  include: 'counted',
  separate: 'separate',
  exclude: 'excluded',
  manual: 'undecided',
  unclassified: 'undecided',
  notIncome: null,
};

/** Adds up amounts by their treatment. Amounts that were not delivered are left out: the caller says how many they are. */
export function sumsOf(items: readonly { readonly treatment: Treatment; readonly amount: Oere | null }[]): Sums {
  const total = (place: keyof Sums) =>
    addDelivered(items.filter((item) => placeOf[item.treatment] === place).map((item) => item.amount));
  return {
    counted: total('counted'),
    separate: total('separate'),
    excluded: total('excluded'),
    undecided: total('undecided'),
  };
}

/** The sum of the amounts that were delivered; null when none was. */
export function addDelivered(amounts: readonly (Oere | null)[]): Oere | null {
  const delivered = amounts.filter((amount) => amount !== null);
  return delivered.length === 0 ? null : sum(delivered);
}
