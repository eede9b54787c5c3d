import type { IsoDate } from '../dates.ts';

/**
 * The newest tax year that a decision may rest on: settled, and over by its date. `newestSettled` is what siste tilgjengelige skatteoppgjør
 * answers; the years before it are settled too. Both fetching and reading choose by this.
 */
export const usableTaxYear = (newestSettled: number, decisionDate: IsoDate): number =>
  Math.min(newestSettled, Number(decisionDate.slice(0, 4)) - 1);
