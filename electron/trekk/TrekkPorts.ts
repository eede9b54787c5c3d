import type { DebtorPorts } from '../debtors/DebtorPorts.ts';
import type { Outbox } from '../outbox/Outbox.ts';
import type { OutboxPorts, TrekkRegisters } from '../outbox/OutboxPorts.ts';

/** What the use cases about our own trekk stand on. */
export interface TrekkPorts extends DebtorPorts, Pick<OutboxPorts, 'reached' | 'notify'> {
  readonly outbox: Pick<Outbox, 'wake' | 'sendNow'>;
  readonly registers: Pick<TrekkRegisters, 'trekk'>;
  /** The municipality's name. */
  readonly municipality: () => string;
  /** The organisation that the certificate belongs to; null = not known before the call. */
  readonly authenticatedAs: () => Promise<string | null>;
}
