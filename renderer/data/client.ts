import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/ipc/contract.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { CallError } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';

/** What the preload puts on `window`: nothing but messages. */
interface Bridge {
  call(callId: string, name: string, input: unknown): Promise<Result<unknown, CallError>>;
  cancel(callId: string): void;
  on(event: string, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly saksbord: Bridge;
  }
}

/** A call that failed in a way the program knows: the code is a closed union, the words are in shared/text. */
export class CallProblem extends Error {
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.code);
    this.name = 'CallProblem';
    this.error = error;
  }
}

/** Every call of the contract as a function. Fails with `CallProblem`; an aborted signal cancels the work in the main process. */
type Client = {
  readonly [N in CallName]: (input: CallInput<N>, signal?: AbortSignal) => Promise<CallOutput<N>>;
};

async function call(name: string, input: unknown, signal?: AbortSignal): Promise<unknown> {
  const callId = crypto.randomUUID();
  const cancel = () => window.saksbord.cancel(callId);
  const answer = window.saksbord.call(callId, name, input);
  // After the call, so that the cancellation never overtakes it.
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel);
  try {
    const result = await answer;
    if (!result.ok) throw new CallProblem(result.error);
    return result.value;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

const callsByName = Object.keys(contract).map((name) => [
  name,
  (input: unknown, signal?: AbortSignal) => call(name, input, signal),
]);

/** The renderer's one way to the main process. The door there parses what goes in and out by the same contract. */
export const client = Object.fromEntries(callsByName) as Client;

/** Listens to an event from the main process; returns how to stop. */
export const onEvent = <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): (() => void) =>
  window.saksbord.on(name, (payload) => listener(payload as EventPayload<N>));
