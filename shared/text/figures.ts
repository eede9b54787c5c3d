/** The figures of a reason or step, already in words and digits for the reader; empty where the reason has none. */
export interface Figures {
  readonly member: string;
  /** «siste 3 måneder», «skatteåret 2025»: to stand inside a sentence. */
  readonly basis: string;
  readonly source: string;
  /** Without sign and without `kr`. */
  readonly amount: string;
  /** With sign. */
  readonly percent: string;
  readonly date: string;
  readonly months: string;
  readonly year: string;
  readonly text: string;
  /** Every amount of a step, in order, with sign. */
  readonly amounts: readonly string[];
  /** × 12/n, thousandths of G as G, or a number of persons: as the step says. */
  readonly factor: string;
}
