import { setTimeout } from 'node:timers/promises';

/** The same instant on both clocks, in milliseconds. The wall clock can be set; the monotonic one may stand still while the PC sleeps. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

/** Time as the clients see it: a port, so that tests can make clocks jump and pauses short. */
export interface Time {
  now(): Moment;
  /** Waits; returns early, without an error, when the signal aborts. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Have so many milliseconds passed since `start`, by either clock? */
export const hasPassed = (milliseconds: number, start: Moment, now: Moment): boolean =>
  now.wall - start.wall >= milliseconds || now.monotonic - start.monotonic >= milliseconds;

/** The PC's own clocks. */
export const systemTime: Time = {
  now: () => ({ wall: Date.now(), monotonic: performance.now() }),
  pause: async (milliseconds, signal) => {
    await setTimeout(milliseconds, undefined, { signal }).catch((thrown: unknown) => {
      if (!signal.aborted) throw thrown;
    });
  },
};
