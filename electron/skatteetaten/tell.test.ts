import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { AccessToken } from '../maskinporten/AccessToken.ts';
import type { Skatteetaten } from './ask.ts';
import { createHttp } from './http.ts';
import { createQueues } from './queue.ts';
import { type Following, tell } from './tell.ts';
import { type Answer, json, localServer, testTime } from './testKit.ts';

const forever = new AbortController().signal;

function telling(base: string, change: Partial<Skatteetaten> = {}) {
  const time = testTime();
  const dropToken = vi.fn();
  const parts: Skatteetaten = {
    http: createHttp(fetch, [base], time),
    time,
    token: async () => ok(new AccessToken('t')),
    dropToken,
    queues: createQueues(),
    addresses: {
      maskinporten: { issuer: `${base}/`, tokenEndpoint: `${base}/token` },
      inntekt: base,
      summertSkattegrunnlag: base,
      spesifisertSkattegrunnlag: null,
      sisteTilgjengeligeSkatteoppgjoer: base,
    },
    settings: defaultSettings,
    environment: 'test',
    ...change,
  };
  const order: string[] = [];
  const put = (following: Partial<Following> = {}) =>
    tell(
      parts,
      {
        register: 'utlegg',
        base: `${base}/v1`,
        path: 'utleggstrekk/x',
        method: 'PUT',
        contentType: 'application/json',
        idempotencyKey: 'k',
        ifMatch: '"3"',
        body: '{"a":"å"}',
        scope: 's',
      },
      {
        leaving: async () => {
          order.push('leaving');
          return ok(null);
        },
        answering: () => order.push('answering'),
        signal: forever,
        ...following,
      },
    );
  return { put, order, dropToken };
}

const withServer = async (answer: Answer, change: Partial<Skatteetaten> = {}) => {
  const { base, seen } = await localServer(answer);
  return { ...telling(base, change), seen };
};

it('sends the text as it is, with its key and version, and says when it leaves and when the answer begins', async () => {
  const { put, seen, order } = await withServer((_, response) => json(response, 200, {}));
  expect(await put()).toMatchObject({ state: 'answered', answer: { status: 200 }, retryAfterMs: null });
  expect(order).toEqual(['leaving', 'answering']);
  expect(seen[0]).toMatchObject({
    method: 'PUT',
    url: '/v1/utleggstrekk/x',
    body: '{"a":"å"}',
    headers: {
      'idempotency-key': 'k',
      'if-match': '"3"',
      'content-type': 'application/json',
      authorization: 'Bearer t',
    },
  });
});

it.each([500, 503, 429, 401])('sends once, also when the answer is %d', async (status) => {
  const { put, seen } = await withServer((_, response) => response.writeHead(status, { 'retry-after': '7' }).end());
  const told = await put();
  expect(seen).toHaveLength(1);
  if (told.state === 'answered') expect(told.retryAfterMs).toBe(7000);
});

it('a 401 was turned away at the door: not sent, and the token is dropped', async () => {
  const { put, dropToken } = await withServer((_, response) => response.writeHead(401).end());
  expect(await put()).toMatchObject({ state: 'not-sent', failure: { code: 'api-unauthenticated' } });
  expect(dropToken).toHaveBeenCalledOnce();
});

it('an answer that is cut off: nobody knows', async () => {
  const { put, seen } = await withServer((_, response) => response.destroy());
  expect(await put()).toMatchObject({ state: 'unknown', failure: { code: 'net-cut' } });
  expect(seen).toHaveLength(1);
});

it('nobody at the address: not sent', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  expect(await telling(`http://127.0.0.1:${port}`).put()).toMatchObject({
    state: 'not-sent',
    failure: { code: 'net-no-contact' },
  });
});

it('without a token, or when it can not be noted that it leaves, it does not leave', async () => {
  const { put, seen, order } = await withServer((_, response) => json(response, 200, {}), {
    token: async () => fail(failure('no-identity')),
  });
  expect(await put()).toMatchObject({ state: 'not-sent', failure: { code: 'no-identity' } });
  expect(order).toEqual([]);
  const full = await withServer((_, response) => json(response, 200, {}));
  expect(await full.put({ leaving: async () => fail(failure('disk-full')) })).toMatchObject({
    state: 'not-sent',
    failure: { code: 'disk-full' },
  });
  expect([...seen, ...full.seen]).toEqual([]);
});
