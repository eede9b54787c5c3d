import { expect, test } from 'vitest';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { CallInput, EventPayload } from '../../shared/ipc/contract.ts';
import { failure } from '../../shared/ipc/errors.ts';
import { anna, bo, date, delivered, forgetExpired, incomeReply } from '../cases/testKit.ts';
import { value } from '../storage/testKit.ts';
import { analyseDebtorCase } from './analyseDebtorCase.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import type { DebtorRegisters } from './DebtorRegisters.ts';
import { debtorSourceLine } from './debtorSourceLine.ts';
import { fetchDebtor } from './fetchDebtor.ts';
import { readDebtor } from './readDebtor.ts';
import { saveDebtorDetails } from './saveDebtorDetails.ts';
import {
  debtorCaseOf,
  details,
  fakeDebtorRegisters,
  journalRows,
  openDebtorDesk,
  seen,
  utleggReply,
} from './testKit.ts';

const forever = new AbortController().signal;

async function fetching(
  desk: DebtorPorts,
  debtorCase: DebtorCase,
  registers: DebtorRegisters,
  only: CallInput<'collection.fetch'>['only'] = null,
  signal = forever,
) {
  const told: EventPayload<'collection.progress'>[] = [];
  const ports = { ...desk, registers, notify: (progress: EventPayload<'collection.progress'>) => told.push(progress) };
  return { fetched: value(await fetchDebtor(ports, { ...seen(debtorCase), only }, signal)), told };
}

const states = ({ lookups }: DebtorCase) =>
  Object.fromEntries(lookups.map(({ source, state, errorCode }) => [source, errorCode ?? state]));

test('one press asks everything, and writes a row before each question', async () => {
  const desk = await openDebtorDesk();
  const made = await debtorCaseOf(desk);
  const registers = fakeDebtorRegisters({
    utlegg: async () => {
      // The row stands before the register is asked.
      expect((await journalRows(desk)).find(({ source }) => source === 'utlegg')).toMatchObject({ outcome: null });
      return utleggReply();
    },
  });
  const { fetched, told } = await fetching(desk, made, registers);
  expect(registers.asked.toSorted()).toEqual([
    `inntekt ${anna} 2025-11 2026-10`,
    `samordnetTrekk ${anna}`,
    `sisteSkatteoppgjoer ${anna}`,
    `skattegrunnlag ${anna} 2025`,
    `utlegg ${anna}`,
  ]);
  expect(states(fetched)).toEqual({
    inntekt: 'delivered',
    samordnetTrekk: 'delivered',
    sisteSkatteoppgjoer: 'delivered',
    skattegrunnlag: 'delivered',
    utlegg: 'delivered',
  });
  expect(fetched).toMatchObject({ status: 'underArbeid', version: 2 });
  const rows = await journalRows(desk);
  expect(
    rows.map(({ source, period, outcome, role, purpose }) => [source, period, outcome, role, purpose]).toSorted(),
  ).toEqual([
    ['inntekt', '2025-11–2026-10', 'delivered', 'collection', 'utleggstrekk'],
    ['samordnetTrekk', null, 'delivered', 'collection', 'utleggstrekk'],
    ['sisteSkatteoppgjoer', null, 'delivered', 'collection', 'utleggstrekk'],
    ['skattegrunnlag', '2025', 'delivered', 'collection', 'utleggstrekk'],
    ['utlegg', null, 'delivered', 'collection', 'utleggstrekk'],
  ]);
  expect(told.at(-1)).toMatchObject({ caseId: made.id, done: 5, total: 5 });
  expect(JSON.stringify(told)).not.toContain(anna);
});

test.each([
  ['2025-12-15', false],
  ['2026-01-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('decision %s: which rules apply is looked up: %s', async (decisionDate, looksUp) => {
  const desk = await openDebtorDesk();
  const registers = fakeDebtorRegisters();
  await fetching(desk, await debtorCaseOf(desk, { decisionDate: date(decisionDate) }), registers);
  expect(registers.asked.some((question) => question.startsWith('samordnetTrekk'))).toBe(looksUp);
});

test.each([
  ['2026-11-23', 2025],
  ['2025-03-10', 2024],
])('decision %s: the tax year that is fetched, %i, is the one the analysis reads', async (decisionDate, year) => {
  const desk = await openDebtorDesk();
  const registers = fakeDebtorRegisters();
  const { fetched } = await fetching(desk, await debtorCaseOf(desk, { decisionDate: date(decisionDate) }), registers);
  expect(registers.asked).toContain(`skattegrunnlag ${anna} ${year}`);
  const { assets, findings } = value(await analyseDebtorCase(desk, { caseId: fetched.id }));
  expect(assets).toMatchObject({ state: 'delivered', year });
  expect(findings).not.toContainEqual(expect.objectContaining({ code: 'tax-not-fetched' }));
});

test('what failed hides nothing, and can be asked again alone', async () => {
  const desk = await openDebtorDesk();
  const down = {
    state: 'failed',
    failure: failure('api-unavailable', { detail: { authorityCode: 'ULD-002' } }),
  } as const;
  const { fetched } = await fetching(
    desk,
    await debtorCaseOf(desk),
    fakeDebtorRegisters({ utlegg: async () => down, samordnetTrekk: async () => down }),
  );
  expect(states(fetched)).toMatchObject({
    inntekt: 'delivered',
    utlegg: 'api-unavailable',
    samordnetTrekk: 'api-unavailable',
  });
  const analysis = value(await analyseDebtorCase(desk, { caseId: fetched.id }));
  expect(analysis.regime).toMatchObject({ rules: 'stop', because: 'unavailable' });
  expect(analysis.coordination.state).toBe('failed');
  expect(analysis.sourcesToFetch).toEqual(['samordnetTrekk', 'utlegg']);

  const again = fakeDebtorRegisters();
  const { fetched: second } = await fetching(desk, fetched, again, analysis.sourcesToFetch);
  expect(again.asked).toEqual([`samordnetTrekk ${anna}`, `utlegg ${anna}`]);
  expect(value(await analyseDebtorCase(desk, { caseId: second.id })).regime).toMatchObject({
    rules: 'old',
    because: 'lookup',
  });
});

test('a cancelled fetch keeps what came', async () => {
  const desk = await openDebtorDesk();
  const stop = new AbortController();
  const registers = fakeDebtorRegisters({
    income: async () => {
      stop.abort();
      return incomeReply(38_000);
    },
    newestYear: async () => ({ state: 'failed', failure: failure('cancelled') }),
  });
  const { fetched } = await fetching(
    desk,
    await debtorCaseOf(desk),
    registers,
    ['inntekt', 'skattegrunnlag'],
    stop.signal,
  );
  expect(states(fetched)).toEqual({ inntekt: 'delivered', sisteSkatteoppgjoer: 'cancelled' });
});

test('an answer about a number that was changed meanwhile is not kept', async () => {
  const desk = await openDebtorDesk();
  const made = await debtorCaseOf(desk);
  const registers = fakeDebtorRegisters({
    samordnetTrekk: async () => {
      value(await saveDebtorDetails(desk, { ...seen(made), details: details(), nationalId: bo }));
      return delivered(true, '{}');
    },
  });
  await fetching(desk, made, registers, ['samordnetTrekk']);
  expect(value(await readDebtor(desk, { caseId: made.id })).lookups).toEqual([]);
});

test('a trekk can be followed to the line it was read from, with personal numbers masked', async () => {
  const desk = await openDebtorDesk();
  const entry = {
    utleggstype: 'UTT',
    utleggstrekkId: '7b1b5a0e-0f5e-4a56-9a05-3f6a1f1c2d01',
    beslutningsdato: '2025-06-02',
    skyldner: { personidentifikator: anna },
  };
  const { fetched } = await fetching(
    desk,
    await debtorCaseOf(desk),
    fakeDebtorRegisters({ utlegg: async () => utleggReply(entry) }),
  );
  const lookupId = fetched.lookups.find(({ source }) => source === 'utlegg')?.id ?? '';
  const line = value(
    await debtorSourceLine(desk, { caseId: fetched.id, trace: { kind: 'lookup', lookupId, ref: '0' } }),
  );
  expect(line).toMatchObject({ source: 'utlegg', environment: 'training', period: '' });
  expect(line.fields).toContainEqual({ name: 'beslutningsdato', value: '2025-06-02' });
  expect(line.fields).toContainEqual({ name: 'skyldner.personidentifikator', value: '258514 *****' });
  expect(
    await debtorSourceLine(desk, { caseId: fetched.id, trace: { kind: 'lookup', lookupId, ref: '7' } }),
  ).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('after ninety days the answers’ words are gone, and what was read of them stays', async () => {
  const desk = await openDebtorDesk();
  const entry = { utleggstype: 'UTT', beslutningsdato: '2025-06-02', etFeltTil: 'x' };
  const { fetched } = await fetching(
    desk,
    await debtorCaseOf(desk),
    fakeDebtorRegisters({ utlegg: async () => utleggReply(entry) }),
  );
  const lookupId = fetched.lookups.find(({ source }) => source === 'utlegg')?.id ?? '';
  const names = async () =>
    value(
      await debtorSourceLine(desk, { caseId: fetched.id, trace: { kind: 'lookup', lookupId, ref: '0' } }),
    ).fields.map(({ name }) => name);
  desk.setNow('2027-02-19T09:00:00.000Z');
  value(await forgetExpired(desk));
  expect(await names()).toContain('etFeltTil');
  desk.setNow('2027-02-20T09:00:00.000Z');
  value(await forgetExpired(desk));
  expect(await names()).not.toContain('etFeltTil');
  expect(await names()).toContain('decidedOn');
});
