import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, type Instant, type IsoDate, monthOf, osloDate } from '../../shared/dates.ts';
import type { DebtorAnalysis } from '../../shared/garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import { kroner } from '../../shared/money.ts';
import { ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { createConnection } from '../skatteetaten/connection.ts';
import { startSimulator } from '../skatteetaten/simulatorKit.ts';
import { systemTime } from '../skatteetaten/time.ts';
import { writeSetting } from '../storage/settings.ts';
import { value } from '../storage/testKit.ts';
import { DEBTORS } from '../training/debtors.ts';
import { practiceCollectionSettings } from '../training/practiceCollection.ts';
import { analyseDebtorCase } from './analyseDebtorCase.ts';
import { createDebtor } from './createDebtor.ts';
import { fetchDebtor } from './fetchDebtor.ts';
import { saveClaims } from './saveClaims.ts';
import { saveDebtorChoices } from './saveDebtorChoices.ts';
import { saveDebtorHousehold } from './saveDebtorHousehold.ts';
import { details, journalRows, openDebtorDesk, seen } from './testKit.ts';

const simulator = await startSimulator();
const { description } = simulator;
const client = description.clients.find(({ shows }) => /^certificate mode, every scope/.test(shows));
if (!client) throw new Error('the simulator has no client');
const now = new Date().toISOString() as Instant;
const today = osloDate(now);

const connection = createConnection({
  environment: 'training',
  addresses: description.endpoints,
  fetch,
  fetchOnce: fetch,
  time: systemTime,
  settings: () => ({ ...defaultSettings, clientId: client.clientId, orgNumber: client.organisationNumber }),
  identity: async () => ok(simulator.certificate('enkelt')),
});

beforeEach(() => simulator.reset());

/** A complete case about one of the training environment's debtors, fetched over real HTTP. The transition lasts here, whatever day it is. */
async function fetched(
  name: string,
): Promise<{ debtorCase: DebtorCase; analysis: DebtorAnalysis; desk: Awaited<ReturnType<typeof openDebtorDesk>> }> {
  const person = DEBTORS.find((one) => one.name === name);
  if (!person) throw new Error(`no debtor is called ${name}`);
  const opened = await openDebtorDesk();
  opened.setNow(now);
  const desk = { ...opened, organisationNumber: () => client?.organisationNumber ?? null };
  const practice = practiceCollectionSettings(now);
  const regime = { ...practice.regime, cutOver: '2099-01-01' as IsoDate };
  value(await desk.store.write(async (db) => ok(await writeSetting(db, 'collection', { ...practice, regime }))));

  const made = value(
    await createDebtor(desk, { details: details({ decisionDate: today }), nationalId: person.nationalId }),
  );
  const claimed = value(
    await saveClaims(desk, {
      ...seen(made),
      claims: [
        {
          id: 'k',
          type: 'eiendomsskatt',
          reference: 'ES-1',
          dueDate: addDays(today, -200),
          lastInstalmentDue: null,
          original: kroner(20_000),
          remaining: kroner(20_000),
          interest: kroner(0),
          costs: kroner(0),
          legalPant: 'eiendom',
        },
      ],
      notices: [{ id: 'v', claimIds: ['k'], sentOn: addDays(today, -40), answerBy: addDays(today, -19) }],
      answers: [],
    }),
  );
  const household = {
    ...{ adults: 'enslig' as const, children: [], samvaer: [], spouseNet: null, commonIncome: [], otherNet: [] },
    ...{ boutgifter: { amount: kroner(9500), source: 'Kontrakt' }, extras: [], selfEmployed: null },
  };
  const housed = value(await saveDebtorHousehold(desk, { ...seen(claimed), household }));
  const ports = { ...desk, registers: connection.debtorRegisters(), notify: () => {} };
  const debtorCase = value(await fetchDebtor(ports, { ...seen(housed), only: null }, new AbortController().signal));
  const { payers } = value(await analyseDebtorCase(desk, { caseId: debtorCase.id }));
  // Who shall deduct is the officer's to choose.
  const choices = { ...debtorCase.choices, trekkpliktig: payers[0]?.payer.id ?? null };
  const decided = value(await saveDebtorChoices(desk, { ...seen(debtorCase), choices }));
  return { debtorCase: decided, analysis: value(await analyseDebtorCase(desk, { caseId: decided.id })), desk };
}

const stops = ({ findings }: DebtorAnalysis) =>
  findings.filter(({ level }) => level === 'stop').map(({ code }) => code);

describe('one press against the simulator', () => {
  it('old rules, nothing registered: everything is there to decide on', async () => {
    const { analysis, desk } = await fetched('Fri Bane');
    expect(analysis.regime).toMatchObject({ rules: 'old', because: 'lookup' });
    expect(analysis.coordination).toMatchObject({ state: 'assessed', lead: 'A' });
    expect(analysis.income.mean).toEqual({ gross: kroner(38_000), withheld: kroner(10_400), net: kroner(27_600) });
    expect(analysis.room).toMatchObject({ state: 'computed', status: 'decision' });
    expect(analysis.assets.items.map(({ kind }) => kind)).toContain('bankAccount');
    expect(analysis.payers).toHaveLength(1);
    expect([stops(analysis), analysis.mayDecide]).toEqual([[], true]);
    const rows = await journalRows(desk);
    expect(rows.map(({ source, outcome }) => [source, outcome]).toSorted()).toEqual(
      ['inntekt', 'samordnetTrekk', 'sisteSkatteoppgjoer', 'skattegrunnlag', 'utlegg'].map((source) => [
        source,
        'delivered',
      ]),
    );
    // The reference is the authority's own, which support can look for.
    expect(rows.find(({ source }) => source === 'utlegg')?.reference).toMatch(/^[0-9a-f]{8}-/);
  });

  it('new rules: a basis only', async () => {
    const { analysis } = await fetched('Rent Skifte');
    expect(analysis.regime).toMatchObject({ rules: 'new', because: 'lookup' });
    expect(analysis.coordination.state).toBe('not-needed');
    expect(analysis.room).toMatchObject({ status: 'basis' });
    expect(stops(analysis)).toEqual([]);
  });

  it('the rules can not be looked up: stop', async () => {
    const { analysis, debtorCase } = await fetched('Stum Sentral');
    expect(debtorCase.lookups.find(({ source }) => source === 'samordnetTrekk')).toMatchObject({
      state: 'failed',
      authorityCode: 'ULD-002',
    });
    expect(analysis.regime).toMatchObject({ rules: 'stop', because: 'unavailable' });
    expect(stops(analysis)).toEqual(['regime-unavailable']);
  });

  it('utleggsdatabasen does not answer: stop, which is something else than nothing registered', async () => {
    const { analysis } = await fetched('Stengt Luke');
    expect(analysis.coordination).toMatchObject({ state: 'failed', cases: [] });
    expect(stops(analysis)).toEqual(['coordination-failed', 'room-refused']);
  });

  it('our own trekk runs', async () => {
    const { analysis } = await fetched('Egen Kø');
    expect(analysis.coordination).toMatchObject({ lead: 'D', defaultChoice: 'change-own' });
  });

  it('a better trekk leaves nothing: the officer must choose', async () => {
    const { analysis } = await fetched('Tom Lomme');
    expect(analysis.coordination.cases.map((one) => one.case)).toEqual(['E', 'B']);
    expect(analysis.coordination.freeFrom?.slice(0, 7)).toBe(addMonths(monthOf(today), 15));
    expect(stops(analysis)).toEqual(['coordination-choice-needed']);
  });

  it('at most five at a time of each service, over many cases at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => fetched('Fri Bane')));
    const { calls } = await simulator.counts();
    for (const target of ['inntekt', 'samordnetTrekk', 'utleggsdatabasen']) {
      expect(calls[target]).toMatchObject({ calls: 8, refusedForConcurrency: 0 });
      expect(calls[target]?.maxSimultaneous).toBeLessThanOrEqual(5);
    }
  });
});
