import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, type IsoDate, monthOf } from '../../../shared/dates.ts';
import { type Exchange, requestViolations, responseViolations } from '../../utleggsdatabasen/contractViolations.ts';
import { DEBTORS } from '../debtors.ts';
import { FJELLVIK, Scope } from '../organisations.ts';
import { BAKERI } from '../payers.ts';
import { startTraining, type TrainingClient } from '../trainingClient.ts';
import { type Change, exchange } from './exchange.ts';

type Json = Record<string, unknown>;

const TODAY = '2026-11-21' as IsoDate;
let calendar = TODAY;
let training: TrainingClient;
let read: string;
let write: string;

beforeAll(async () => {
  training = await startTraining({ people: DEBTORS, calendar: () => Date.parse(`${calendar}T08:00:00Z`) });
  read = await training.token(Scope.utlegg);
  write = await training.token(Scope.utleggSkriv);
});
afterEach(async () => {
  calendar = TODAY;
  await training.control('POST', 'reset');
  await training.set({ latency: [0, 0] });
});
afterAll(() => training.stop());

const nationalIdOf = (name: string): string => {
  const found = DEBTORS.find((person) => person.name === name);
  if (!found) throw new Error(`no debtor is called ${name}`);
  return found.nationalId;
};

const call = (token: string, change: Change): Promise<Exchange> =>
  exchange(token, training.description.endpoints.utleggsdatabasen ?? '', '', change);

/** The exchange keeps the contract on both sides; status, code, and the broken rules with where. */
const outcomeOf = (done: Exchange): unknown[] => {
  expect([requestViolations(done), responseViolations(done)]).toEqual([[], []]);
  const { kode, avvik } = done.responseBody as { kode?: string; avvik?: { vilkaarnavn: string; felt: string }[] };
  return [
    done.status,
    ...(kode ? [kode] : []),
    ...(avvik ?? []).map(({ vilkaarnavn, felt }) => `${vilkaarnavn} ${felt}`),
  ];
};

const overview = async (name: string, query = ''): Promise<Json> =>
  (await call(read, { url: `/saernamsmann/personer/${nationalIdOf(name)}/utlegg${query}` })).responseBody as Json;

/** A registration in order, after a lookup of its own. */
async function messageFor(name: string, reference = randomUUID()): Promise<Json> {
  const { oppslagId, oppslagstidspunkt } = await overview(name);
  const month = addMonths(monthOf(TODAY), 1);
  return {
    innsendersReferanse: reference,
    skyldner: { personidentifikator: nationalIdOf(name) },
    saksoeker: { organisasjonsnummer: FJELLVIK.number, navn: FJELLVIK.name },
    namsmyndighet: { organisasjonsnummer: FJELLVIK.number, namsmyndighetstype: 'kommunalSaernamsmyndighet' },
    beslutningsdato: TODAY,
    varseldato: addDays(TODAY, -30),
    trekkpliktig: { organisasjonsnummer: BAKERI.number, ytelsestype: 'loenn' },
    trekkstoerrelseForPeriode: [
      { startdato: `${month}-01`, sluttdato: `${addMonths(month, 11)}-30`, trekkbeloep: { trekkbeloep: 1800 } },
    ],
    krav: [
      {
        innsendersKravreferanse: `${reference}-1`,
        kravtype: 'eiendomsskatt',
        kravdetaljer: 'Hovedkrav',
        kravforfall: { forfallsdato: addDays(TODAY, -90) },
        opprinneligBeloep: { beloep: 8420.5, valuta: 'NOK' },
        gjenstaaendeBeloep: { beloep: 8420.5, valuta: 'NOK' },
        prioritetDekningsloven: 'd',
      },
    ],
    betalingsinformasjon: { betalingsmottaker: FJELLVIK.number, kontonummer: '12345678903', kidnummer: '1002003000' },
    samordning: { oppslagId, oppslagstidspunkt, regelverk: 'gammelt', konklusjon: 'ingenLoependeTrekk' },
    underretningTilSkyldner: { sendtDato: TODAY, kanal: 'brev' },
  };
}

const register = (body: unknown, key: string | undefined = randomUUID(), change: Change = {}): Promise<Exchange> =>
  call(write, { method: 'POST', url: '/utleggstrekk', headers: { 'idempotency-key': key }, body, ...change });

test('a registration is answered with the trekk, its version and its address, and shows in lookups', async () => {
  const message = await messageFor('Fri Bane');
  const done = await register(message);
  expect(outcomeOf(done)).toEqual([201]);
});
