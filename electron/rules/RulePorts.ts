import type { Instant } from '../../shared/dates.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Actor } from '../journal/Journal.ts';
import type { Store } from '../storage/Store.ts';

/** What the use cases for the municipality's rules stand on. */
export interface RulePorts {
  readonly store: Store;
  readonly actor: () => Actor;
  readonly now: () => Instant;
}

/** The text of a file the user picks; null when the dialog is closed. */
export type PickFile = () => Promise<Result<string | null, Failure>>;
/** Writes text where the user says, and returns the path; null when the dialog is closed. */
export type SaveFile = (suggestedName: string, text: string) => Promise<Result<string | null, Failure>>;
