import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { errorTable, failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { AccessToken } from '../maskinporten/AccessToken.ts';
import { ask, type Skatteetaten } from './ask.ts';
import { createHttp } from './http.ts';
import { createQueues } from './queue.ts';
import { type Answer, json, localServer, testTime } from './testKit.ts';

const ID = '5b0f5c1e-7a3e-4f0d-9d0a-3f1c2a6b7e90';
const PERSON = '01818012345';
const forever = new AbortController().signal;
const feil = (kode: string) => ({ kode, melding: `Noe om ${PERSON}`, korrelasjonsid: ID });

async function skatteetaten(answer: Answer, change: Partial<Skatteetaten> = {}) {
  const { base, seen } = await localServer(answer);
  const time = testTime();
  let count = 0;
  let kept: AccessToken | null = null;
  const token = vi.fn<Skatteetaten['token']>(async () => {
    if (kept === null) {
      count += 1;
      kept = new AccessToken(`token-${count}`);
    }
    return ok(kept);
  });
  const dropToken = vi.fn<Skatteetaten['dropToken']>((dropped) => {
    if (dropped === kept) kept = null;
  });
  const parts: Skatteetaten = {
    http: createHttp(fetch, [base], time),
    time,
    token,
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
  const put = (signal = forever) =>
    ask(parts, {
      source: 'inntekt',
      base: `${base}/v1`,
      path: ['en/pakke?', PERSON, 'inntekter'],
      query: { fraOgMed: '2026-01', tilOgMed: '2026-09' },
      scope: 'skatteetaten:inntekt',
      signal,
    });
  return { put, seen, time, token, dropToken, host: new URL(base).host };
}

describe('ask', () => {
  it('asks with a bearer token, for JSON, each part of the path in its place, and gives the text and what it says', async () => {
    const { put, seen, token } = await skatteetaten((_, response) =>
      json(response, 200, { a: 1 }, { korrelasjonsid: ID }),
    );
    expect(await put()).toEqual({ state: 'answered', body: { a: 1 }, raw: '{"a":1}', correlationId: ID });
    expect(seen[0]).toMatchObject({
      method: 'GET',
      url: `/v1/en%2Fpakke%3F/${PERSON}/inntekter?fraOgMed=2026-01&tilOgMed=2026-09`,
      headers: { authorization: 'Bearer token-1', accept: 'application/json' },
    });
    expect(token).toHaveBeenCalledWith('skatteetaten:inntekt', forever);
  });

  /** skatteetaten-apis.md 4.6, 5.6, 7.1 and 8: code, status, what it is. */
  it.each([
    ['IM-001', 500, 'api-unexpected'],
    ['IM-002', 500, 'api-behind'],
    ['IM-003', 404, 'api-wrong-url'],
    ['IM-004', 401, 'api-unauthenticated'],
    ['IM-005', 403, 'api-unauthorised'],
    ['IM-006', 400, 'api-bad-input'],
    ['IM-007', 404, 'unknownPerson'],
    ['IM-008', 404, 'nothing'],
    ['IM-009', 406, 'api-format'],
    ['IM-010', 403, 'api-consent'],
    ['SSG-001', 500, 'api-unexpected'],
    ['SSG-002', 500, 'api-behind'],
    ['SSG-003', 404, 'api-wrong-url'],
    ['SSG-004', 401, 'api-unauthenticated'],
    ['SSG-005', 403, 'api-unauthorised'],
    ['BSA-005', 403, 'api-unauthorised'],
    ['SSG-006', 400, 'api-bad-input'],
    ['SSG-007', 404, 'unknownPerson'],
    ['SSG-008', 404, 'nothing'],
    ['SSG-009', 406, 'api-format'],
    ['SSG-010', 403, 'api-consent'],
    ['SSG-010', 410, 'withdrawn'],
    ['SSG-011', 410, 'withdrawn'],
    ['TD-001', 500, 'api-unexpected'],
    ['TD-002', 401, 'api-unauthenticated'],
    ['TD-003', 400, 'api-bad-input'],
    ['TD-004', 404, 'nothing'],
    ['TD-005', 406, 'api-format'],
    ['TD-006', 404, 'api-wrong-url'],
    ['DAS-001', 500, 'api-unexpected'],
    ['DAS-002', 404, 'api-wrong-url'],
    ['DAS-003', 500, 'api-unavailable'],
    ['DAS-004', 500, 'api-behind'],
    ['DAS-005', 500, 'api-behind'],
    ['DAS-006', 500, 'api-behind'],
    ['DAS-007', 500, 'api-behind'],
    ['DAS-008', 403, 'api-unauthorised'],
    // the code decides where the status says otherwise
    ['IM-005', 401, 'api-unauthorised'],
    ['IM-008', 410, 'nothing'],
    // a code that is new to us
    ['IM-099', 404, 'api-wrong-url'],
    ['IM-099', 418, 'api-bad-answer'],
  ])('%s with status %i is %s', async (kode, status, expected) => {
    const { put, host } = await skatteetaten((_, response) => json(response, status, feil(kode)));
    const reply = await put();
    expect(reply).toEqual(
      expected in errorTable
        ? {
            state: 'failed',
            failure: {
              code: expected,
              trace: ID,
              detail: { status, authorityCode: kode, scope: 'skatteetaten:inntekt', environment: 'test', host },
            },
          }
        : { state: expected, authorityCode: kode, correlationId: ID },
    );
  });

  it.each([
    [400, 'api-bad-input'],
    [401, 'api-unauthenticated'],
    [403, 'api-unauthorised'],
    [404, 'api-wrong-url'],
    [406, 'api-format'],
    [429, 'api-too-many-requests'],
    [500, 'api-unexpected'],
    [502, 'api-unavailable'],
    [503, 'api-unavailable'],
    [504, 'api-unavailable'],
    [299, 'api-bad-answer'],
  ])('a gateway’s page with status %i is %s', async (status, code) => {
    const { put } = await skatteetaten((_, response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>IM-008</h1>'),
    );
    expect(await put()).toMatchObject({ state: 'failed', failure: { code, detail: { status } } });
  });

  it.each([
    ['plain text', 'text/plain', 'Unknown instance. ID=1'],
    ['JSON that is declared as something else', 'text/html', '{"oppgaveInntektsmottaker":[]}'],
    ['broken JSON', 'application/json', '{"oppgaveInntekts'],
    ['nothing', 'application/json', ''],
  ])('a 200 with %s is no answer', async (_, contentType, body) => {
    const { put, seen } = await skatteetaten((_seen, response) =>
      response.writeHead(200, { 'content-type': contentType }).end(body),
    );
    expect(await put()).toMatchObject({
      state: 'failed',
      failure: { code: 'api-bad-answer', detail: { status: 200 } },
    });
    expect(seen).toHaveLength(1);
  });

  it('a 410 without a body is withdrawn data', async () => {
    const { put } = await skatteetaten((_, response) => response.writeHead(410).end());
    expect(await put()).toEqual({ state: 'withdrawn', authorityCode: null, correlationId: null });
  });

  it.each(['Oppgitt inntektsår er ikke støttet', 'Inntektsaar 2016 stoettes ikke'])(
    'bad input about the year (%s) is nothing for that year',
    async (melding) => {
      const { put } = await skatteetaten((_, response) => json(response, 400, { ...feil('SSG-006'), melding }));
      expect(await put()).toEqual({ state: 'nothing', authorityCode: 'SSG-006', correlationId: ID });
    },
  );

  it('keeps neither the message nor a reference that is none', async () => {
    const { put } = await skatteetaten((_, response) =>
      json(response, 403, { ...feil('IM-005'), korrelasjonsid: PERSON }),
    );
    const shown = inspect(await put(), { depth: 9 });
    expect(shown).toContain('api-unauthorised');
    expect(shown).not.toContain(PERSON);
  });

  it('fetches one fresh token after a 401 and repeats the call once', async () => {
    const { put, seen } = await skatteetaten((request, response) =>
      request.headers.authorization === 'Bearer token-1'
        ? json(response, 401, feil('IM-004'))
        : json(response, 200, {}),
    );
    expect(await put()).toMatchObject({ state: 'answered' });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('stops after a second 401, and keeps the refused token no longer', async () => {
    const { put, seen, dropToken } = await skatteetaten((_, response) => json(response, 401, feil('IM-004')));
    expect(await put()).toMatchObject({ failure: { code: 'api-unauthenticated' } });
    expect(seen).toHaveLength(2);
    expect(dropToken).toHaveBeenCalledTimes(2);
  });

  it('never fetches a new token after a 403', async () => {
    const { put, seen, dropToken } = await skatteetaten((_, response) => json(response, 403, feil('DAS-008')));
    expect(await put()).toMatchObject({ failure: { code: 'api-unauthorised' } });
    expect(seen).toHaveLength(1);
    expect(dropToken).not.toHaveBeenCalled();
  });

  it('says why there is no token, and asks nothing', async () => {
    const refused = failure('mp-scope-not-granted');
    const { put, seen } = await skatteetaten((_, response) => json(response, 200, {}), {
      token: async () => fail(refused),
    });
    expect(await put()).toEqual({ state: 'failed', failure: refused });
    expect(seen).toHaveLength(0);
  });

  it.each([
    ['500', (response: Parameters<Answer>[1]) => json(response, 500, feil('IM-001'))],
    ['502', (response: Parameters<Answer>[1]) => response.writeHead(502).end('bad gateway')],
    ['429', (response: Parameters<Answer>[1]) => response.writeHead(429).end()],
    ['a cut connection', (response: Parameters<Answer>[1]) => response.destroy()],
    [
      'half a body',
      (response: Parameters<Answer>[1]) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '50' }).write('{"a":');
        setTimeout(() => response.destroy(), 10);
      },
    ],
  ])('tries again twice after %s, with growing pauses', async (_, broken) => {
    const { put, time } = await skatteetaten((_seen, response, count) =>
      count < 3 ? broken(response) : json(response, 200, {}),
    );
    expect(await put()).toMatchObject({ state: 'answered' });
    expect(time.pauses).toHaveLength(2);
    expect(time.pauses[0]).toBeLessThanOrEqual(1000);
    expect(time.pauses[1]).toBeGreaterThanOrEqual(1000);
  });

  it('gives up after the second retry', async () => {
    const { put, seen } = await skatteetaten((_, response) => json(response, 500, feil('SSG-002')));
    expect(await put()).toMatchObject({ failure: { code: 'api-behind', trace: ID } });
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['30', [30_000, 30_000], 3],
    ['31', [], 1],
  ])('waits as long as Retry-After %s says, or leaves it to the caseworker', async (retryAfter, pauses, calls) => {
    const { put, seen, time } = await skatteetaten((_, response) =>
      response.writeHead(429, { 'retry-after': retryAfter }).end(),
    );
    expect(await put()).toMatchObject({ failure: { code: 'api-too-many-requests' } });
    expect(time.pauses).toEqual(pauses);
    expect(seen).toHaveLength(calls);
  });

  it('waits until the date in Retry-After', async () => {
    const { put, time } = await skatteetaten((_, response, count) =>
      count === 1
        ? response.writeHead(503, { 'retry-after': new Date(Date.now() + 9000).toUTCString() }).end()
        : json(response, 200, {}),
    );
    expect(await put()).toMatchObject({ state: 'answered' });
    expect(time.pauses[0]).toBeGreaterThan(7000);
    expect(time.pauses[0]).toBeLessThanOrEqual(9000);
  });

  it('has at most five calls under way, and gives its place away while it pauses', async () => {
    let now = 0;
    let most = 0;
    const { put } = await skatteetaten((_, response, count) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        if (count % 4 === 0) response.writeHead(503).end();
        else json(response, 200, {});
      }, 5);
    });
    const replies = await Promise.all(Array.from({ length: 30 }, () => put()));
    expect(replies.filter(({ state }) => state === 'answered').length).toBeGreaterThan(25);
    expect(most).toBe(5);
  });

  it('can be cancelled while it waits for its turn, on the way, and while it pauses', async () => {
    const waiting = new AbortController();
    const full = await skatteetaten(() => {});
    const stuck = new AbortController();
    const others = Array.from({ length: 5 }, () => full.put(stuck.signal));
    await vi.waitFor(() => expect(full.seen).toHaveLength(5));
    const queued = full.put(waiting.signal);
    waiting.abort();
    expect(await queued).toEqual({ state: 'failed', failure: { code: 'cancelled' } });
    stuck.abort();
    for (const other of others) expect(await other).toMatchObject({ failure: { code: 'cancelled' } });
    expect(full.seen).toHaveLength(5);

    const pausing = new AbortController();
    const busy = await skatteetaten((_, response) => response.writeHead(503).end());
    busy.time.pause = async () => pausing.abort();
    expect(await busy.put(pausing.signal)).toMatchObject({ failure: { code: 'cancelled' } });
    expect(busy.seen).toHaveLength(1);
  });
});
