import type { BatchProgress } from '../../shared/batch/batch.ts';
import type { Instant } from '../../shared/dates.ts';
import type { Environment } from '../../shared/session.ts';
import type { DebtorRegisters } from '../debtors/DebtorRegisters.ts';
import type { Actor, Journal } from '../journal/Journal.ts';
import type { Store } from '../storage/Store.ts';

/** What everything about lists of debtors stands on. */
export interface BatchPorts {
  readonly store: Store;
  readonly journal: Journal;
  readonly environment: Environment;
  /** Who is at the desk now. */
  readonly actor: () => Actor;
  readonly now: () => Instant;
}

export interface RunPorts extends BatchPorts {
  readonly registers: DebtorRegisters;
  readonly notify: (batchId: string, progress: BatchProgress) => void;
}
