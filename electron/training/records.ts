import { createHmac, randomBytes } from 'node:crypto';
import { TARGETS, type Target } from './faults.ts';

/** One call, without anything that says who it was about. */
export interface CallRecord {
  readonly index: number;
  readonly target: Target;
  /** Keyed hash of the personal number: the same person gives the same value within one run. */
  readonly person: string | null;
  readonly client: string | null;
  readonly status: number;
  /** The error code of the answer, or the point of the grant rules that refused. */
  readonly outcome: string;
  readonly milliseconds: number;
}

interface Tally {
  calls: number;
  inFlight: number;
  maxSimultaneous: number;
  refusedForConcurrency: number;
}

const KEPT_CALLS = 10_000;

/** Counts and lists what was asked of the simulator. */
export class Records {
  readonly #personKey = randomBytes(32);
  #tallies = newTallies();
  #calls: CallRecord[] = [];
  #index = 0;
  tokensIssued = 0;
  readonly warnings: string[] = [];

  /** Keyed hash of a personal number. */
  personMark(nationalId: string): string {
    return createHmac('sha256', this.#personKey).update(nationalId).digest('hex').slice(0, 12);
  }

  /** A call begins; returns what to call when it ends. */
  begin(target: Target): (call: Omit<CallRecord, 'index' | 'target' | 'milliseconds'>) => void {
    const tally = this.#tallies[target];
    const started = performance.now();
    tally.calls += 1;
    tally.inFlight += 1;
    tally.maxSimultaneous = Math.max(tally.maxSimultaneous, tally.inFlight);
    return (call) => {
      tally.inFlight -= 1;
      this.#index += 1;
      this.#calls.push({ index: this.#index, target, ...call, milliseconds: Math.round(performance.now() - started) });
      if (this.#calls.length > KEPT_CALLS) this.#calls.shift();
    };
  }

  refusedForConcurrency(target: Target): void {
    this.#tallies[target].refusedForConcurrency += 1;
  }

  calls(): readonly CallRecord[] {
    return this.#calls;
  }

  counts(): Record<Target, Omit<Tally, 'inFlight'>> {
    const entries = TARGETS.map((target) => {
      const { inFlight: _, ...tally } = this.#tallies[target];
      return [target, tally];
    });
    return Object.fromEntries(entries);
  }

  /** Starts counting afresh; calls in flight end unseen. */
  reset(): void {
    this.#tallies = newTallies();
    this.#calls = [];
    this.tokensIssued = 0;
    this.warnings.length = 0;
  }
}

const newTallies = (): Record<Target, Tally> => {
  const empty = (): Tally => ({ calls: 0, inFlight: 0, maxSimultaneous: 0, refusedForConcurrency: 0 });
  return Object.fromEntries(TARGETS.map((target) => [target, empty()])) as Record<Target, Tally>;
};
