import { expect, test } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { toCallError } from './reference.ts';

test('ours, the authority’s code and its trace, to read aloud', () => {
  const error = toCallError(failure('mp-scope-not-added', { trace: '5b0f5c1e-7a3e-4f0d' }));
  expect(error).toMatchObject({ code: 'mp-scope-not-added', retryable: false });
  expect(error.reference).toMatch(/^[A-HJ-NP-Z2-9]{4}-MP-200-5b0f5c1e$/);
});

test('the code an authority really gave wins over the one that the table expects', () => {
  const error = toCallError(failure('api-unauthorised', { detail: { authorityCode: 'BSA-005', status: 403 } }));
  expect(error.reference).toMatch(/^.{4}-BSA-005$/);
  expect(error.detail).toEqual({ authorityCode: 'BSA-005', status: 403 });
});

test('without either, our own four signs; and a trace can smuggle nothing in', () => {
  expect(toCallError(failure('disk-full')).reference).toMatch(/^.{4}$/);
  expect(toCallError(failure('disk-full', { trace: '../<b>41918000012' })).reference).toMatch(/^.{4}-b4191800$/);
});

test('two references are hardly ever the same', () => {
  const many = new Set(Array.from({ length: 200 }, () => toCallError(failure('unexpected')).reference));
  expect(many.size).toBeGreaterThan(190);
});
