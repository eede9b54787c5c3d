import { afterEach, expect, it, vi } from 'vitest';
import { fail, ok } from '../../shared/result.ts';
import { CallProblem, client, onEvent } from './client.ts';

const bridge = { call: vi.fn(), cancel: vi.fn(), on: vi.fn() };
vi.stubGlobal('window', { saksbord: bridge });
afterEach(() => vi.resetAllMocks());

it('sends the call by name and returns its value', async () => {
  bridge.call.mockResolvedValue(ok([]));
  await expect(client['cases.list']({})).resolves.toEqual([]);
  expect(bridge.call).toHaveBeenCalledWith(expect.any(String), 'cases.list', {});
});

it('a failed answer is thrown with its code', async () => {
  bridge.call.mockResolvedValue(fail({ code: 'locked', retryable: false, reference: 'K7Q2' }));
  const problem = await client['cases.list']({}).catch((thrown: unknown) => thrown);
  expect(problem).toBeInstanceOf(CallProblem);
  expect(problem).toMatchObject({ error: { code: 'locked', reference: 'K7Q2' } });
});

it('an abort cancels the same call; an abort after the answer cancels nothing', async () => {
  const abort = new AbortController();
  let answer: (result: unknown) => void = () => undefined;
  bridge.call.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const listing = client['cases.list']({}, abort.signal);
  abort.abort();
  expect(bridge.cancel).toHaveBeenCalledExactlyOnceWith(bridge.call.mock.calls[0]?.[0]);
  answer(ok([]));
  await listing;

  const late = new AbortController();
  bridge.call.mockResolvedValue(ok([]));
  await client['cases.list']({}, late.signal);
  late.abort();
  expect(bridge.cancel).toHaveBeenCalledTimes(1);
});

it('a signal that was aborted beforehand still cancels, after the call', async () => {
  bridge.call.mockResolvedValue(ok([]));
  await client['cases.list']({}, AbortSignal.abort());
  expect(bridge.cancel).toHaveBeenCalledTimes(1);
  expect(bridge.call.mock.invocationCallOrder[0]).toBeLessThan(bridge.cancel.mock.invocationCallOrder[0] ?? 0);
});

it('hands the payload of an event to the listener, and the way to stop to the caller', () => {
  const stop = vi.fn();
  bridge.on.mockReturnValue(stop);
  const heard = vi.fn();
  expect(onEvent('session.changed', heard)).toBe(stop);
  bridge.on.mock.calls[0]?.[1]({});
  expect(heard).toHaveBeenCalledWith({});
});
