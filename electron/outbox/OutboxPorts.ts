import type { Instant } from '../../shared/dates.ts';
import type { ParsedTrekk } from '../../shared/utlegg/parseTrekk.ts';
import type { Journal } from '../journal/Journal.ts';
import type { LookupReply } from '../skatteetaten/lookup.ts';
import type { Following, Message, Told } from '../skatteetaten/tell.ts';
import type { Time } from '../skatteetaten/time.ts';
import type { Store } from '../storage/Store.ts';
import type { TrekkLookup } from '../utleggsdatabasen/readTrekk.ts';
import type { Reached } from './points.ts';

/** A message without what IT's settings say of where it goes. */
export type OutgoingMessage = Omit<Message, 'base' | 'scope'>;

/** The registers that our trekk go to. */
export interface TrekkRegisters {
  /** Sends one message, once. */
  readonly tell: (message: OutgoingMessage, following: Following) => Promise<Told>;
  readonly trekk: (lookup: TrekkLookup) => Promise<LookupReply<ParsedTrekk>>;
}

/** What the sender stands on. */
export interface OutboxPorts {
  readonly store: Store;
  readonly journal: Journal;
  readonly now: () => Instant;
  readonly time: Time;
  readonly registers: TrekkRegisters;
  readonly reached: Reached;
  /** A bug showed itself: its place goes into the log. */
  readonly bug: (thrown: unknown) => void;
  /** Something became known about a trekk. */
  readonly notify: (trekkId: string) => void;
}
