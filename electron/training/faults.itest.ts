import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Scope } from './organisations.ts';
import { PEOPLE } from './people.ts';
import { startTraining, type TrainingClient } from './trainingClient.ts';

let training: TrainingClient;
let token: string;
const [FIRST, SECOND] = PEOPLE.map(({ nationalId }) => nationalId);

beforeAll(async () => {
  training = await startTraining({ people: PEOPLE });
  token = await training.token(Scope.inntekt);
});
afterEach(async () => {
  await training.control('POST', 'reset');
  await training.set({ latency: [0, 0] });
});
afterAll(() => training.stop());

const order = (order: object): Promise<Response> => training.control('POST', 'faults', { target: 'inntekt', ...order });
const ask = (person = FIRST): Promise<Response> =>
  training.get(
    `${training.description.endpoints.inntekt}/saernamsmann/${person}/inntekter?fraOgMed=2026-08&tilOgMed=2026-10`,
    token,
  );

describe('answers that an API gives instead of its own', () => {
  test.each([
    [401, undefined, 'IM-004'],
    [403, undefined, 'IM-005'],
    [403, 'DAS-008', 'DAS-008'],
    [404, undefined, 'IM-008'],
    [404, 'IM-003', 'IM-003'],
    [406, undefined, 'IM-009'],
    [410, undefined, 'IM-008'],
    [500, undefined, 'IM-001'],
    [500, 'DAS-003', 'DAS-003'],
  ])('%i with kode %s', async (status, kode, expected) => {
    await order({ fault: { kind: 'status', status, ...(kode ? { kode } : {}) } });
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([
      status,
      { kode: expected, melding: expect.any(String), korrelasjonsid: expect.any(String) },
    ]);
  });

  test.each([
    [429, 3, '3'],
    [429, undefined, null],
    [503, 1, '1'],
    [503, undefined, null],
    [502, undefined, null],
    [504, undefined, null],
  ])('%i in plain text with Retry-After %s', async (status, retryAfter, header) => {
    await order({ fault: { kind: 'status', status, ...(retryAfter ? { retryAfter } : {}) } });
    const response = await ask();
    expect([response.status, response.headers.get('retry-after'), response.headers.get('content-type')]).toEqual([
      status,
      header,
      'text/plain;charset=UTF-8',
    ]);
  });

  test('a proxy’s page, also with 200', async () => {
    await order({ fault: { kind: 'html', status: 200 } });
    const response = await ask();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html;charset=UTF-8']);
    expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
  });
});

describe('answers that are damaged on the way', () => {
  test('a wrong content type', async () => {
    await order({ fault: { kind: 'wrongContentType', contentType: 'text/plain' } });
    const response = await ask();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain']);
    expect(await response.json()).toHaveProperty('oppgaveInntektsmottaker');
  });

  test('broken JSON', async () => {
    await order({ fault: { kind: 'brokenJson' } });
    const response = await ask();
    expect(response.ok).toBe(true);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  test('half a body: the head comes, the rest does not', async () => {
    await order({ fault: { kind: 'halfBody' } });
    const response = await ask();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  test.each(['before', 'after'])('a cut %s processing', async (when) => {
    await order({ fault: { kind: 'cut', when } });
    await expect(ask()).rejects.toThrow();
    const calls = (await (await training.control('GET', 'calls')).json()) as { outcome: string }[];
    expect(calls.map(({ outcome }) => outcome)).toEqual([when === 'before' ? 'cut before' : 'delivered']);
  });

  test('latency on top of the natural one', async () => {
    await order({ fault: { kind: 'latency', ms: 300 } });
    const started = performance.now();
    expect((await ask()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(295);
  });

  test('a clock that has run ahead refuses a token that is still good here', async () => {
    await order({ fault: { kind: 'clockSkew', seconds: 200 } });
    const response = await ask();
    expect(response.status).toBe(401);
    expect(Date.parse(response.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(190_000);
  });
});

describe('whom and how often', () => {
  test('a number of times, then no more', async () => {
    await order({ times: 2, fault: { kind: 'status', status: 503 } });
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([503, 503, 200]);
  });

  test('one person only', async () => {
    await order({ person: SECOND, fault: { kind: 'status', status: 500 } });
    expect([(await ask(FIRST)).status, (await ask(SECOND)).status]).toEqual([200, 500]);
  });

  test('one endpoint only, until it is cleared', async () => {
    await training.control('POST', 'faults', { target: 'summert', fault: { kind: 'status', status: 500 } });
    expect((await ask()).status).toBe(200);
    await order({ fault: { kind: 'status', status: 500 } });
    expect((await ask()).status).toBe(500);
    await training.control('DELETE', 'faults');
    expect((await ask()).status).toBe(200);
  });

  test('several at once: late and damaged', async () => {
    await order({ fault: { kind: 'latency', ms: 200 } });
    await order({ fault: { kind: 'brokenJson' } });
    const started = performance.now();
    await expect(ask().then((response) => response.json())).rejects.toThrow(SyntaxError);
    expect(performance.now() - started).toBeGreaterThanOrEqual(195);
  });

  test.each([
    { fault: { kind: 'earthquake' } },
    { fault: { kind: 'status', status: 418 } },
    { times: 0, fault: { kind: 'brokenJson' } },
    { target: 'altinn', fault: { kind: 'brokenJson' } },
  ])('an order that makes no sense is refused: %j', async (nonsense) => {
    expect((await order(nonsense)).status).toBe(400);
    expect((await ask()).status).toBe(200);
  });
});
