import type { ClientSettings } from '../../shared/settings.ts';
import type { UtleggOverview } from '../../shared/utlegg/overview.ts';
import type { Registers } from '../cases/Registers.ts';
import type { Lookup, LookupReply } from '../skatteetaten/lookup.ts';

/** The authorities, as the collection desk asks them. Every question carries the ticket that the journal gave for it. */
export interface DebtorRegisters extends Registers {
  readonly packages: ClientSettings['packages']['collection'];
  /** Does the debtor have, or has had, a trekk under the new rules? */
  readonly samordnetTrekk: (lookup: Lookup) => Promise<LookupReply<boolean>>;
  readonly utlegg: (lookup: Lookup) => Promise<LookupReply<UtleggOverview>>;
}
