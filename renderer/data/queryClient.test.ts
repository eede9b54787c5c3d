import { expect, it } from 'vitest';
import { CallProblem } from './client.ts';
import { makeQueryClient, policy } from './queryClient.ts';

const problem = (retryable: boolean) => new CallProblem({ code: 'net-timeout', retryable, reference: 'x' });

it('reads are tried again at most twice, and only when it may help; commands never', () => {
  const { queries, mutations } = makeQueryClient().getDefaultOptions();
  const retry = queries?.retry;
  if (typeof retry !== 'function') throw new Error('retry must decide by the error');
  expect([0, 1, 2].map((failures) => retry(failures, problem(true)))).toEqual([true, true, false]);
  expect(retry(0, problem(false))).toBe(false);
  expect(mutations?.retry).toBe(false);
});

it('nothing waits for a network, and nothing about a person outlives its screen', () => {
  const { queries, mutations } = makeQueryClient().getDefaultOptions();
  expect([queries?.networkMode, mutations?.networkMode]).toEqual(['always', 'always']);
  expect([queries?.gcTime, mutations?.gcTime, policy.caseFile.gcTime]).toEqual([0, 0, 0]);
});
