import { type CallInput, type CallName, type CallOutput, contract } from '../../shared/ipc/contract.ts';
import type { CallDefinition, JournalClass } from '../../shared/ipc/define.ts';
import { type CallError, type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import { type Log, placeOf } from '../log.ts';
import { toCallError } from './reference.ts';

interface CallContext {
  readonly signal: AbortSignal;
}

/** One handler per call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [N in CallName]: (input: HandlerInput<N>, context: CallContext) => Promise<Result<CallOutput<N>, Failure>>;
};
type HandlerInput<N extends CallName> = ReturnType<(typeof contract)[N]['input']['parse']> & CallInput<N>;

export interface DoorPorts {
  readonly handlers: Handlers;
  /** Why this call may not be made right now (locked, role), or null. */
  readonly refusal: (definition: CallDefinition) => Failure | null;
  /** Writes the row that must stand before the call runs; its failure stops the call. */
  readonly journal: (
    name: CallName,
    journal: Exclude<JournalClass, 'none'> | 'refused',
    input: unknown,
  ) => Promise<Result<null, Failure>>;
  readonly log: Log;
}

type Envelope = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: CallError };

export interface Door {
  /** One call from the window. `trusted`: the sender was checked to be our page. Never rejects. */
  call(trusted: boolean, callId: unknown, name: unknown, input: unknown): Promise<Envelope>;
  cancel(trusted: boolean, callId: unknown): void;
  /** Stops everything under way: at lock, and when the window goes away. */
  cancelAll(): void;
}

const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(contract, name);

/** The whole process boundary: sender, name, session and role, input, journal, run, output, errors — in that order. */
export function createDoor(ports: DoorPorts): Door {
  const running = new Map<string, AbortController>();

  const refuse = (
    why: Failure,
    name: CallName | null,
    event: 'call-failed' | 'refused-sender' = 'call-failed',
  ): Envelope => {
    const error = toCallError(why);
    ports.log({ event, code: error.code, reference: error.reference, ...(name === null ? {} : { call: name }) });
    return { ok: false, error };
  };

  async function admitted(name: CallName, raw: unknown, signal: AbortSignal): Promise<Result<unknown, Failure>> {
    const definition: CallDefinition = contract[name];
    const refused = ports.refusal(definition);
    if (refused) {
      if (refused.code === 'access-denied') await ports.journal(name, 'refused', null);
      return fail(refused);
    }
    const input = definition.input.safeParse(raw);
    if (!input.success) return fail(failure('invalid-input'));
    if (definition.journal !== 'none') {
      const written = await ports.journal(name, definition.journal, input.data);
      if (!written.ok) return written;
    }
    const handler = ports.handlers[name] as (input: unknown, context: CallContext) => Promise<Result<unknown, Failure>>;
    const result = await handler(input.data, { signal });
    // Fields the screen never asked for stay here, even when a handler returns them.
    return result.ok ? { ok: true, value: definition.output.parse(result.value) } : result;
  }

  return {
    async call(trusted, callId, name, raw) {
      if (!trusted) return refuse(failure('access-denied'), null, 'refused-sender');
      if (typeof callId !== 'string' || callId.length > 64 || running.has(callId) || !isCallName(name)) {
        return refuse(failure('invalid-input'), null);
      }
      const abort = new AbortController();
      running.set(callId, abort); // before the first await, or a quick cancel is lost
      try {
        const result = await admitted(name, raw, abort.signal);
        return result.ok ? result : refuse(result.error, name);
      } catch (thrown) {
        if (abort.signal.aborted) return refuse(failure('cancelled'), name);
        const answer = refuse(failure('unexpected'), name);
        ports.log({ event: 'bug', call: name, place: placeOf(thrown) });
        return answer;
      } finally {
        running.delete(callId);
      }
    },
    cancel(trusted, callId) {
      if (trusted && typeof callId === 'string') running.get(callId)?.abort();
    },
    cancelAll() {
      for (const abort of running.values()) abort.abort();
    },
  };
}
