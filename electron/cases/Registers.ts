import type { IncomeAnswer, TaxAnswer } from '../../shared/income/model.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import type { IncomeLookup } from '../skatteetaten/inntekt.ts';
import type { Lookup, LookupReply } from '../skatteetaten/lookup.ts';
import type { TaxLookup } from '../skatteetaten/skattegrunnlag.ts';

/** The authorities, as one desk asks them. Every question carries the ticket that the journal gave for it. */
export interface Registers {
  /** Someone presses again: errors remembered from an earlier try no longer count. */
  readonly tryAgain: () => void;
  /** The desk's rettighetspakker, for the journal. */
  readonly packages: ClientSettings['packages']['housing'];
  readonly income: (lookup: Omit<IncomeLookup, 'desk'>) => Promise<LookupReply<IncomeAnswer>>;
  readonly taxBasis: (lookup: Omit<TaxLookup, 'desk'>) => Promise<LookupReply<TaxAnswer>>;
  readonly newestYear: (lookup: Lookup) => Promise<LookupReply<number>>;
}
