import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import { addMonths, type Month, monthOf, osloDate } from '../../shared/dates.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import { type ClientSettings, defaultSettings } from '../../shared/settings.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import type { TokenClient } from '../maskinporten/client.ts';
import { requestToken } from '../maskinporten/requestToken.ts';
import { createTokens } from '../maskinporten/tokens.ts';
import { PEOPLE } from '../training/people.ts';
import type { Person } from '../training/peopleLanguage.ts';
import type { Skatteetaten } from './ask.ts';
import { addressList } from './endpoints.ts';
import { createHttp, type Http } from './http.ts';
import { lookUpIncome } from './inntekt.ts';
import { createQueues } from './queue.ts';
import { startSimulator } from './simulatorKit.ts';
import { lookUpNewestYear } from './sisteSkatteoppgjoer.ts';
import { lookUpTaxBasis } from './skattegrunnlag.ts';
import { systemTime, type Time } from './time.ts';

const simulator = await startSimulator();
const { endpoints } = simulator.description;
const hurried: Time = { now: systemTime.now, pause: async () => {} };
const NEWEST = addMonths(monthOf(osloDate(new Date().toISOString() as Instant)), -1);

function personWho(does: (person: Person) => boolean): NationalId {
  const person = PEOPLE.find(does);
  if (person === undefined) throw new Error('nobody in the simulator shows this');
  return person.nationalId as NationalId;
}
const plain = (person: Person) => person.shielding === null && !person.isUnknown;
const steady = personWho(
  (person) =>
    plain(person) &&
    person.pay.length > 0 &&
    person.years.some(({ year, content }) => year === 2025 && content !== 'withdrawn'),
);

function skatteetaten(change: Partial<ClientSettings> = {}, attemptMs = 5000): Skatteetaten {
  const http = createHttp(fetch, addressList(endpoints), hurried);
  const impatient: Http = (request) => http({ ...request, timeoutMs: Math.min(request.timeoutMs, attemptMs) });
  const tokens = createTokens(
    (one, scope, signal) => requestToken({ http, time: hurried }, one, scope, signal),
    hurried.now,
  );
  const client: TokenClient = {
    environment: 'training',
    clientId: simulator.clientId(/^certificate mode, every scope/),
    ...endpoints.maskinporten,
    identity: simulator.certificate('enkelt'),
  };
  return {
    http: impatient,
    time: hurried,
    token: (scope, signal) => tokens.get(client, scope, signal),
    dropToken: tokens.drop,
    queues: createQueues(),
    addresses: endpoints,
    settings: { ...defaultSettings, ...change },
    environment: 'training',
  };
}

const about = (personId: NationalId) => ({
  ticket: { journalId: 'j-1' } as LookupTicket,
  personId,
  signal: new AbortController().signal,
});
const income = (personId: NationalId, months = 12) => ({
  ...about(personId),
  desk: 'housing' as const,
  fromMonth: addMonths(NEWEST, 1 - months) as Month,
  toMonth: NEWEST,
});
const tax = (personId: NationalId, year = 2025) => ({ ...about(personId), desk: 'housing' as const, year });

beforeEach(() => simulator.reset());

describe('what the registers answer', () => {
  it('delivers income, tax basis and the newest year', async () => {
    const parts = skatteetaten();
    const months = await lookUpIncome(parts, income(steady));
    expect(months.state).toBe('delivered');
    expect('answer' in months && months.answer.entries.length).toBeGreaterThan(0);
    expect('answer' in months && months.answer.unread).toEqual([]);
    const year = await lookUpTaxBasis(parts, tax(steady));
    expect(year).toMatchObject({ state: 'delivered', answer: { year: 2025, unread: [] } });
    expect(await lookUpNewestYear(parts, about(steady))).toMatchObject({ state: 'delivered', answer: 2025 });
    expect((await simulator.counts()).tokensIssued).toBe(2);
  });

  it('delivers to the collection desk with its own package', async () => {
    const parts = skatteetaten();
    expect(await lookUpIncome(parts, { ...income(steady), desk: 'collection' })).toMatchObject({ state: 'delivered' });
    expect(await lookUpTaxBasis(parts, { ...tax(steady), desk: 'collection' })).toMatchObject({ state: 'delivered' });
  });

  it('has nothing', async () => {
    const nobody = personWho((person) => plain(person) && person.pay.length === 0 && person.years.length === 0);
    const parts = skatteetaten();
    expect(await lookUpIncome(parts, income(nobody))).toMatchObject({ state: 'nothing', authorityCode: 'IM-008' });
    expect(await lookUpTaxBasis(parts, tax(nobody))).toMatchObject({ state: 'nothing', authorityCode: 'SSG-008' });
    expect(await lookUpNewestYear(parts, about(nobody))).toMatchObject({ state: 'nothing', authorityCode: 'TD-004' });
  });

  it('does not know the number', async () => {
    const unknown = personWho(({ isUnknown }) => isUnknown);
    expect(await lookUpIncome(skatteetaten(), income(unknown))).toMatchObject({
      state: 'unknownPerson',
      authorityCode: 'IM-007',
    });
    expect(await lookUpTaxBasis(skatteetaten(), tax(unknown))).toMatchObject({
      state: 'unknownPerson',
      authorityCode: 'SSG-007',
    });
  });

  it('has withdrawn it', async () => {
    const gone = personWho(({ years }) => years.some(({ content }) => content === 'withdrawn'));
    const year = PEOPLE.find(({ nationalId }) => nationalId === gone)?.years.find(
      ({ content }) => content === 'withdrawn',
    )?.year;
    expect(await lookUpTaxBasis(skatteetaten(), tax(gone, year))).toMatchObject({
      state: 'withdrawn',
      authorityCode: 'SSG-011',
    });
  });

  it('shields everything', async () => {
    const hidden = personWho(
      ({ shielding, pay, years }) => shielding === 'entries without content' && pay.length > 0 && years.length > 0,
    );
    expect(await lookUpIncome(skatteetaten(), income(hidden))).toMatchObject({
      state: 'shielded',
      answer: { entries: [] },
    });
    expect(await lookUpTaxBasis(skatteetaten(), tax(hidden))).toMatchObject({
      state: 'shielded',
      answer: { posts: [] },
    });
  });

  it('refuses a misspelt package, and another’s', async () => {
    const { packages } = defaultSettings;
    const misspelt = {
      packages: { ...packages, housing: { inntekt: 'kommuneboligsosiale', skattegrunnlag: 'sivilrett' } },
    };
    expect(await lookUpIncome(skatteetaten(misspelt), income(steady))).toMatchObject({
      failure: { code: 'api-bad-input' },
    });
    expect(await lookUpTaxBasis(skatteetaten(misspelt), tax(steady))).toMatchObject({
      failure: { code: 'api-unauthorised' },
    });
  });

  it('accepts the scope of the retired API for the tax basis', async () => {
    const { scopes } = defaultSettings;
    const alias = { scopes: { ...scopes, skattegrunnlag: 'skatteetaten:spesifisertsummertskattegrunnlag' } };
    expect(await lookUpTaxBasis(skatteetaten(alias), tax(steady))).toMatchObject({ state: 'delivered' });
  });

  it('serves the retired path to the collection desk where it is on', async () => {
    expect(endpoints.spesifisertSkattegrunnlag).not.toBeNull();
    await simulator.set({ spesifisertIsOn: true });
    const parts = skatteetaten({
      spesifisertPath: true,
      scopes: { ...defaultSettings.scopes, skattegrunnlag: 'skatteetaten:spesifisertsummertskattegrunnlag' },
    });
    expect(await lookUpTaxBasis(parts, { ...tax(steady), desk: 'collection' })).toMatchObject({ state: 'delivered' });
    expect((await simulator.counts()).calls.spesifisert?.calls).toBe(1);
  });
});

describe('what goes wrong', () => {
  it.each<[string, object]>([
    ['500', { kind: 'status', status: 500 }],
    ['503', { kind: 'status', status: 503 }],
    ['429', { kind: 'status', status: 429, retryAfter: 1 }],
    ['a 502 page', { kind: 'html', status: 502 }],
    ['401 (one fresh token)', { kind: 'status', status: 401 }],
    ['a reset before', { kind: 'cut', when: 'before' }],
    ['a reset after', { kind: 'cut', when: 'after' }],
    ['half a body', { kind: 'halfBody' }],
  ])('%s once: the lookup succeeds all the same', async (_, fault) => {
    await simulator.order('inntekt', fault, 1);
    expect(await lookUpIncome(skatteetaten(), income(steady))).toMatchObject({ state: 'delivered' });
    expect((await simulator.counts()).calls.inntekt?.calls).toBe(2);
  });

  it.each<[string, object, string, number]>([
    ['401', { kind: 'status', status: 401 }, 'api-unauthenticated', 2],
    ['403', { kind: 'status', status: 403 }, 'api-unauthorised', 1],
    ['403 DAS-008', { kind: 'status', status: 403, kode: 'DAS-008' }, 'api-unauthorised', 1],
    ['406', { kind: 'status', status: 406 }, 'api-format', 1],
    ['500', { kind: 'status', status: 500 }, 'api-unexpected', 3],
    ['503', { kind: 'status', status: 503 }, 'api-unavailable', 3],
    ['429 with a long pause', { kind: 'status', status: 429, retryAfter: 600 }, 'api-too-many-requests', 1],
    ['a page with 200', { kind: 'html', status: 200 }, 'api-bad-answer', 1],
    ['the wrong content type', { kind: 'wrongContentType' }, 'api-bad-answer', 1],
    ['broken JSON', { kind: 'brokenJson' }, 'api-bad-answer', 1],
    ['resets', { kind: 'cut', when: 'before' }, 'net-cut', 3],
    ['a clock far ahead: every token looks old', { kind: 'clockSkew', seconds: 3600 }, 'api-unauthenticated', 2],
    ['silence', { kind: 'latency', ms: 5000 }, 'net-timeout', 1],
  ])('%s for good', async (_, fault, code, calls) => {
    await simulator.order('inntekt', fault);
    const parts = skatteetaten({}, 1000);
    expect(await lookUpIncome(parts, income(steady))).toMatchObject({ state: 'failed', failure: { code } });
    expect((await simulator.counts()).calls.inntekt?.calls).toBe(calls);
  });

  it.each<[object, string]>([
    [{ kind: 'status', status: 404 }, 'nothing'],
    [{ kind: 'status', status: 404, kode: 'IM-007' }, 'unknownPerson'],
    [{ kind: 'status', status: 410 }, 'nothing'],
  ])('%o is %s', async (fault, state) => {
    await simulator.order('inntekt', fault);
    expect(await lookUpIncome(skatteetaten(), income(steady))).toMatchObject({ state });
  });

  it('an unknown address is no answer about the person', async () => {
    const parts = skatteetaten();
    const astray = { ...parts, addresses: { ...endpoints, inntekt: endpoints.inntekt.replace('/v1', '/v9') } };
    expect(await lookUpIncome(astray, income(steady))).toMatchObject({
      failure: { code: 'api-wrong-url', detail: { status: 404 } },
    });
  });

  it('a token that expires between two calls is replaced in time', async () => {
    await simulator.order('token', { kind: 'expiresIn', seconds: 1 });
    const parts = skatteetaten();
    expect(await lookUpIncome(parts, income(steady))).toMatchObject({ state: 'delivered' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await lookUpIncome(parts, income(steady))).toMatchObject({ state: 'delivered' });
    const { tokensIssued, calls } = await simulator.counts();
    expect({ tokensIssued, calls: calls.inntekt?.calls }).toEqual({ tokensIssued: 2, calls: 2 });
  });

  it('says what Maskinporten said when there is no token', async () => {
    await simulator.order('token', { kind: 'scopeNotGranted', scope: 'skatteetaten:inntekt' });
    expect(await lookUpIncome(skatteetaten(), income(steady))).toMatchObject({
      failure: { code: 'mp-scope-not-granted', detail: { authorityCode: 'MP-250' } },
    });
    expect((await simulator.counts()).calls.inntekt?.calls).toBe(0);
  });
});

it('forty lookups at once never put more than five under way, and share one token', async () => {
  await simulator.set({ latency: [10, 30] });
  const parts = skatteetaten();
  const replies = await Promise.all(Array.from({ length: 40 }, () => lookUpIncome(parts, income(steady))));
  expect(replies.every(({ state }) => state === 'delivered')).toBe(true);
  const { calls, tokensIssued } = await simulator.counts();
  expect(calls.inntekt).toMatchObject({ calls: 40, maxSimultaneous: 5, refusedForConcurrency: 0 });
  expect(tokensIssued).toBe(1);
});
