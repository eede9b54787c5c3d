import type { Instant } from '../../shared/dates.ts';
import type { Environment } from '../../shared/session.ts';
import type { Actor, Journal } from '../journal/Journal.ts';
import type { Store } from '../storage/Store.ts';

/** What the housing desk's use cases stand on. */
export interface CasePorts {
  readonly store: Store;
  readonly journal: Journal;
  readonly environment: Environment;
  /** Who is at the desk now. */
  readonly actor: () => Actor;
  readonly now: () => Instant;
}
