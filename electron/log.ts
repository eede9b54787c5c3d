import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ErrorCode } from '../shared/ipc/errors.ts';
import type { UpdateStatus } from '../shared/update.ts';

/** What a log line may hold: names from closed lists, references and counts. No objects, no texts from outside, so no person and no secret. */
export interface LogLine {
  readonly event:
    | 'started'
    | 'stopped'
    | 'call-failed'
    | 'bug'
    | 'refused-sender'
    | 'store-set-aside'
    | 'window-gone'
    | 'update';
  readonly call?: string;
  readonly code?: ErrorCode;
  readonly reference?: string;
  readonly milliseconds?: number;
  /** Where a new version of the program stands. */
  readonly update?: UpdateStatus['state'];
  /** Where in our own code a bug showed: `file.ts:12`, never the message. */
  readonly place?: string;
}

export type Log = (line: LogLine) => void;

const MAX_BYTES = 1_000_000;

/** A log of JSON lines in `file`, one old generation kept. Losing a line must never stop the program, so failures to write are ignored. */
export function createLog(file: string, now: () => Date): Log {
  return (line) => {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), ...line })}\n`, { mode: 0o600 });
    } catch {
      // A full disk shows itself where it matters: in the store.
    }
  };
}

/** The first place in our own code on an error's stack, without its message: messages may quote data. */
export function placeOf(thrown: unknown): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  const frame = stack.split('\n').find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return frame?.replace(/^.*[/\\]([^/\\]+:\d+):\d+\)?$/, '$1') ?? 'unknown';
}
