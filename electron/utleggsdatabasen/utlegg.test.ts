import { describe, expect, it, test } from 'vitest';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import { ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { lookUpSamordnetTrekk } from '../elan/samordnetTrekk.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import { AccessToken } from '../maskinporten/AccessToken.ts';
import type { Skatteetaten } from '../skatteetaten/ask.ts';
import { createHttp } from '../skatteetaten/http.ts';
import { createQueues } from '../skatteetaten/queue.ts';
import { json, localServer, testTime } from '../skatteetaten/testKit.ts';
import { contract, requestViolations } from './contractViolations.ts';
import { isObject, resolve } from './schemaViolations.ts';
import { lookUpUtlegg } from './utlegg.ts';

/** The person of the contract's own examples. */
const PERSON = '14927590078' as NationalId;
const lookup = {
  ticket: { journalId: 'j-1' } as LookupTicket,
  personId: PERSON,
  signal: new AbortController().signal,
};

const exampleOf = (name: string): unknown => {
  const { value } = resolve(contract, { $ref: `#/components/examples/${name}` });
  return value;
};
const regimeAnswer = {
  skyldner: { landkodeIdentifikator: 'NO', taxIdentificationNumber: PERSON },
  harEllerHarHattTrekkEtterNyttRegelverk: true,
};

async function answering(status: number, body: unknown, address: 'known' | 'not public' = 'known') {
  const { base, seen } = await localServer((request, response) =>
    json(response, status, body, { korrelasjonsid: String(request.headers.korrelasjonsid) }),
  );
  const time = testTime();
  const asked: string[] = [];
  const skatteetaten: Skatteetaten = {
    http: createHttp(fetch, [base], time),
    time,
    token: async (scope) => {
      asked.push(scope);
      return ok(new AccessToken('t'));
    },
    dropToken: () => {},
    queues: createQueues(),
    addresses: {
      maskinporten: { issuer: `${base}/`, tokenEndpoint: `${base}/token` },
      inntekt: base,
      summertSkattegrunnlag: base,
      spesifisertSkattegrunnlag: null,
      sisteTilgjengeligeSkatteoppgjoer: base,
      ...(address === 'known' ? { samordnetTrekk: `${base}/elan-kommune`, utleggsdatabasen: base } : {}),
    },
    settings: defaultSettings,
    environment: 'test',
  };
  return { skatteetaten, seen, asked };
}

const clients = [
  ['utlegg', lookUpUtlegg, exampleOf('UtleggOversiktMedTreff'), 'utleggsdatabasen:les'],
  ['samordnetTrekk', lookUpSamordnetTrekk, regimeAnswer, 'skatteetaten:utleggstrekkbeslutningkommune'],
] as const;

describe.each(clients)('%s', (_, client, good, scope) => {
  it('what we send keeps the contract, with a new Korrelasjonsid for each call', async () => {
    const { skatteetaten, seen, asked } = await answering(200, good);
    const replies = [await client(skatteetaten, lookup), await client(skatteetaten, lookup)];
    expect(asked).toEqual([scope, scope]);
    for (const [index, { method, url, headers, body }] of seen.entries()) {
      const requestHeaders = headers as Record<string, string | undefined>;
      const requestBody = body === '' ? null : JSON.parse(body);
      expect(requestViolations({ method, url, requestHeaders, requestBody })).toEqual([]);
      expect(replies[index]).toMatchObject({ state: 'delivered', correlationId: headers.korrelasjonsid });
    }
    expect(seen[0]?.headers.korrelasjonsid).not.toBe(seen[1]?.headers.korrelasjonsid);
  });

  it.each([
    [401, 'ULD-004', 'api-unauthenticated'],
    [403, 'ULD-005', 'api-unauthorised'],
    [400, 'ULD-006', 'api-bad-input'],
    [404, 'ULD-003', 'api-wrong-url'],
    [429, '', 'api-too-many-requests'],
    [500, 'ULD-001', 'api-unexpected'],
    [503, 'ULD-002', 'api-behind'],
    [502, '', 'api-unavailable'],
  ])('%i %s: %s, and never an answer', async (status, kode, code) => {
    const { skatteetaten } = await answering(status, { kode, melding: 'Person 14927590078', korrelasjonsid: 'x' });
    const reply = await client(skatteetaten, lookup);
    expect(reply).toMatchObject({ state: 'failed', failure: { code } });
    expect(JSON.stringify(reply)).not.toContain(PERSON);
  });

  it.each([
    [404, 'ULD-007', 'unknownPerson'],
    [410, 'ULD-008', 'withdrawn'],
  ])('%i %s: %s, which is not that there is nothing', async (status, kode, state) => {
    const { skatteetaten } = await answering(status, { kode, melding: '', korrelasjonsid: '' });
    expect(await client(skatteetaten, lookup)).toMatchObject({ state, authorityCode: kode });
  });

  it('an answer about somebody else, or of another service, is none', async () => {
    for (const body of [
      { ...(good as object), personidentifikator: '14927590159', skyldner: {} },
      { melding: 'hei' },
    ]) {
      const { skatteetaten } = await answering(200, body);
      expect(await client(skatteetaten, lookup)).toMatchObject({
        state: 'failed',
        failure: { code: 'api-bad-answer' },
      });
    }
  });

  it('while the address is not public, nothing is asked and the failure says so', async () => {
    const { skatteetaten, seen } = await answering(200, good, 'not public');
    expect(await client(skatteetaten, lookup)).toEqual({ state: 'failed', failure: { code: 'api-not-public' } });
    expect(seen).toEqual([]);
  });
});

test('the contract’s example is read to the last field we use', async () => {
  const { skatteetaten } = await answering(200, exampleOf('UtleggOversiktMedTreff'));
  const reply = await lookUpUtlegg(skatteetaten, lookup);
  expect('answer' in reply && reply.answer).toMatchObject({
    lookupId: '0f7c2a1e-6a1b-4f55-8a57-2d5b1f0d9c02',
    at: '2026-11-23T08:16:00.000Z',
    unread: [],
    entries: [
      {
        kind: 'utleggstrekk',
        rules: 'gammelt',
        letter: 'e',
        periods: [{ amount: 250_000 }],
        authority: { type: 'alminneligNamsmann' },
      },
      { kind: 'intetTilUtlegg', decidedOn: '2024-02-14' },
      { kind: 'utleggstrekk', rules: 'nytt', level: 'begrenset', periods: [] },
    ],
  });
});

test('an empty register is an answer', async () => {
  const empty = exampleOf('UtleggOversiktUtenTreff');
  if (!isObject(empty)) throw new Error('the example is no object');
  const { skatteetaten } = await answering(200, { ...empty, personidentifikator: PERSON });
  expect(await lookUpUtlegg(skatteetaten, lookup)).toMatchObject({
    state: 'delivered',
    answer: { entries: [], unread: [] },
  });
});
