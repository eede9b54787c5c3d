import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import type { Lookup } from '../../shared/income/model.ts';
import type { CallInput, EventPayload } from '../../shared/ipc/contract.ts';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Journal } from '../journal/Journal.ts';
import { readLookup } from '../storage/lookups.ts';
import { value } from '../storage/testKit.ts';
import { type FetchPorts, fetchInformation } from './fetchInformation.ts';
import { listCases } from './listCases.ts';
import { readCase } from './readCase.ts';
import { saveHousehold } from './saveHousehold.ts';
import {
  anna,
  bo,
  caseWith,
  cato,
  delivered,
  fakeRegisters,
  forgetExpired,
  incomeReply,
  member,
  month,
  openDesk,
  seen,
  type TestDesk,
  taxReply,
  wanted,
} from './testKit.ts';

type Wanted = Partial<Omit<CallInput<'information.fetch'>, 'caseId' | 'expectedVersion'>>;

function portsOn(desk: TestDesk, registers = fakeRegisters()) {
  const told: EventPayload<'fetch.progress'>[] = [];
  const ports: FetchPorts = { ...desk, registers, notify: (progress) => told.push(progress) };
  return { ports, told };
}

const never = new AbortController().signal;
const fetch = (ports: FetchPorts, caseFile: CaseFile, changes: Wanted = {}, signal = never) =>
  fetchInformation(ports, { ...seen(caseFile), ...wanted, years: [...wanted.years], ...changes }, signal);

const short = ({ source, year, state }: Lookup): string =>
  [source, year, state].filter((part) => part !== null).join(' ');
const journalOf = async ({ journal }: { journal: Journal }) =>
  value(await journal.list({ text: '', person: null, roles: null, from: null, to: null, offset: 0 })).rows;

/** Waits, like an HTTP call does, for as long as nobody aborts. */
const untilAborted = (signal: AbortSignal) =>
  new Promise<{ state: 'failed'; failure: { code: 'cancelled' } }>((resolve) => {
    const end = () => resolve({ state: 'failed', failure: { code: 'cancelled' } });
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
  });

describe('fetchInformation', () => {
  it('asks about everyone who is to be looked up, and puts what came into the case', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna), member(bo, { role: 'samboer' }), member(cato, { lookUp: false }));
    const registers = fakeRegisters();
    const { ports } = portsOn(desk, registers);
    const fetched = value(await fetch(ports, made, { years: [2024, 2025] }));
    expect(registers.asked.toSorted()).toEqual(
      [anna, bo]
        .flatMap((id) => [`inntekt ${id} 2025-11 2026-10`, `skattegrunnlag ${id} 2024`, `skattegrunnlag ${id} 2025`])
        .toSorted(),
    );
    expect(fetched).toMatchObject({ version: made.version + 1, status: 'underVurdering' });
    expect(fetched.lookups).toHaveLength(6);
    const income = fetched.lookups.find(({ source }) => source === 'inntekt');
    expect(income).toMatchObject({
      fromMonth: '2025-11',
      toMonth: '2026-10',
      year: null,
      state: 'delivered',
      at: '2026-11-21T09:00:00.000Z',
      reference: '5b0f5c1e-7a3e-4f0d-9d0a-3f1c2a6b7e90',
    });
    expect(income?.income?.entries[0]).toMatchObject({ ref: '0.0', amount: 4_000_000, code: 'fastloenn' });
    expect(value(await readCase(desk, { caseId: made.id }))).toEqual(fetched);
    expect(value(await listCases(desk))[0]?.fetchedAt).toBe('2026-11-21T09:00:00.000Z');
    expect(registers.tries).toEqual([0]);
  });

  it('asks for the newest settled year first when no year is named', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna), member(bo, { role: 'samboer' }));
    const registers = fakeRegisters({
      newestYear: async ({ personId }) =>
        personId === anna
          ? delivered(2024, '{"sisteTilgjengeligePeriode":"2024"}')
          : { state: 'nothing', authorityCode: 'STS-008', correlationId: null },
    });
    const { ports, told } = portsOn(desk, registers);
    const fetched = value(await fetch(ports, made, { years: [] }));
    expect(registers.asked).toContain(`skattegrunnlag ${anna} 2024`);
    expect(registers.asked.filter((one) => one.startsWith(`skattegrunnlag ${bo}`))).toEqual([]);
    expect(fetched.lookups.find(({ newestYear }) => newestYear !== null)?.newestYear).toBe(2024);
    expect(fetched.lookups.map(short).toSorted()).toEqual([
      'inntekt delivered',
      'inntekt delivered',
      'sisteSkatteoppgjoer delivered',
      'sisteSkatteoppgjoer nothing',
      'skattegrunnlag 2024 delivered',
    ]);
    expect(told.at(-1)).toMatchObject({ done: 5, total: 5 });
  });

  it('keeps unlike answers unlike', async () => {
    const desk = await openDesk();
    const made = await caseWith(
      desk,
      member(anna),
      member(bo, { role: 'samboer' }),
      member(cato, { role: 'annenVoksen' }),
    );
    const answers = new Map([
      [anna, { state: 'nothing', authorityCode: 'IM-008', correlationId: 'c1' }],
      [bo, { state: 'unknownPerson', authorityCode: 'IM-007', correlationId: null }],
      [cato, { state: 'failed', failure: { code: 'api-behind', detail: { authorityCode: 'IM-002' }, trace: 't1' } }],
    ] as const);
    const registers = fakeRegisters({
      income: async ({ personId }) => answers.get(personId) ?? incomeReply(1),
      taxBasis: async ({ year }) => ({ ...taxReply(year), state: 'partlyShielded' }) as ReturnType<typeof taxReply>,
    });
    const { ports } = portsOn(desk, registers);
    const { lookups, members } = value(await fetch(ports, made));
    const incomeOf = (index: number) =>
      lookups.find((one) => one.memberId === members[index]?.id && one.source === 'inntekt');
    expect(incomeOf(0)).toMatchObject({
      state: 'nothing',
      authorityCode: 'IM-008',
      errorCode: null,
      reference: 'c1',
      income: null,
    });
    expect(incomeOf(1)).toMatchObject({ state: 'unknownPerson', authorityCode: 'IM-007', income: null });
    expect(incomeOf(2)).toMatchObject({
      state: 'failed',
      errorCode: 'api-behind',
      authorityCode: 'IM-002',
      reference: 't1',
    });
    // one that failed hides none of the others
    expect(lookups.filter(({ source }) => source === 'skattegrunnlag').map(({ state }) => state)).toEqual(
      Array(3).fill('partlyShielded'),
    );
    expect((await journalOf(desk)).map(({ source, outcome }) => `${source} ${outcome}`).toSorted()).toEqual([
      'inntekt api-behind',
      'inntekt nothing',
      'inntekt unknownPerson',
      ...Array(3).fill('skattegrunnlag partlyShielded'),
    ]);
  });

  it('writes the journal row, committed, before the question is asked', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna));
    const rows: unknown[] = [];
    const registers = fakeRegisters({
      income: async ({ ticket }) => {
        rows.push((await journalOf(desk)).find(({ id }) => id === ticket.journalId));
        return incomeReply(1);
      },
    });
    const { ports } = portsOn(desk, registers);
    value(await fetch(ports, made, { years: [2025] }));
    expect(rows).toMatchObject([
      {
        userName: 'Kari',
        role: 'housing',
        action: 'lookup',
        caseNumber: '2026/1042',
        purpose: 'kommunal-bolig',
        person: '258514 *****',
        source: 'inntekt',
        period: '2025-11–2026-10',
        outcome: null,
        finishedAt: null,
      },
    ]);
    expect((await journalOf(desk)).every(({ outcome }) => outcome === 'delivered')).toBe(true);
  });

  it('does not ask what could not be journalled', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna));
    const registers = fakeRegisters();
    const { ports } = portsOn(desk, registers);
    const journal: Journal = { ...desk.journal, beginLookup: async () => fail(failure('disk-full')) };
    expect(await fetch({ ...ports, journal }, made)).toEqual(fail(failure('disk-full')));
    expect(registers.asked).toEqual([]);
  });

  it('keeps what came when it is cancelled half-way, and says of the rest that it was cancelled', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna), member(bo, { role: 'samboer' }));
    const cancel = new AbortController();
    const registers = fakeRegisters({
      taxBasis: ({ signal }) => untilAborted(signal),
      income: async ({ personId, signal }) => {
        if (personId === anna) return incomeReply(40_000);
        cancel.abort();
        return untilAborted(signal);
      },
    });
    const { ports, told } = portsOn(desk, registers);
    const fetched = value(await fetch(ports, made, { years: [2023, 2024, 2025] }, cancel.signal));
    expect(fetched.lookups.map(short).toSorted()).toEqual([
      'inntekt cancelled',
      'inntekt delivered',
      ...[2023, 2023, 2024, 2024, 2025, 2025].map((year) => `skattegrunnlag ${year} cancelled`),
    ]);
    expect(fetched.lookups.every(({ errorCode }) => errorCode === null)).toBe(true);
    expect(told.at(-1)).toMatchObject({ done: 8, total: 8 });
    // six tax questions, five at a time: the sixth was never asked, and so has no row
    const rows = await journalOf(desk);
    expect(rows).toHaveLength(7);
    expect(rows.filter(({ outcome }) => outcome === 'cancelled')).toHaveLength(6);
  });

  it('asks at most five at a time of each register, and journals a question only when it is asked', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna), member(bo, { role: 'samboer' }));
    let running = 0;
    let most = 0;
    let rowsAtFirst = 0;
    const registers = fakeRegisters({
      taxBasis: async ({ year }) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        rowsAtFirst ||= (await journalOf(desk)).filter(({ source }) => source === 'skattegrunnlag').length;
        running -= 1;
        return taxReply(year);
      },
    });
    const { ports } = portsOn(desk, registers);
    value(await fetch(ports, made, { years: [2020, 2021, 2022, 2023, 2024] }));
    expect(most).toBe(5);
    expect(rowsAtFirst).toBe(5);
  });

  it('repeats only what is named; an answer that came before stands beside an attempt that failed', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna), member(bo, { role: 'samboer' }));
    const first = value(await fetch(portsOn(desk).ports, made));
    const memberId = made.members[0]?.id ?? '';
    desk.setNow('2026-11-22T09:00:00.000Z');
    const registers = fakeRegisters({ income: async () => ({ state: 'failed', failure: failure('net-timeout') }) });
    const only: Wanted['only'] = [{ memberId, source: 'inntekt', year: null }];
    const second = value(await fetch(portsOn(desk, registers).ports, first, { only }));
    expect(registers.asked).toEqual([`inntekt ${anna} 2025-11 2026-10`]);
    const states = ({ lookups }: CaseFile) =>
      lookups.filter((one) => one.memberId === memberId && one.source === 'inntekt').map(({ state }) => state);
    expect(states(second)).toEqual(['failed', 'delivered']);
    expect(second.lookups).toHaveLength(first.lookups.length + 1);

    desk.setNow('2026-11-23T09:00:00.000Z');
    const third = value(await fetch(portsOn(desk).ports, second, { only }));
    expect(states(third)).toEqual(['delivered']);
    desk.setNow('2026-11-24T09:00:00.000Z');
    const year = fakeRegisters();
    await fetch(portsOn(desk, year).ports, third, { only: [{ memberId, source: 'skattegrunnlag', year: 2024 }] });
    expect(year.asked).toEqual([`skattegrunnlag ${anna} 2024`]);
  });

  it('keeps both of two different windows of months', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna));
    const first = value(await fetch(portsOn(desk).ports, made));
    const second = value(await fetch(portsOn(desk).ports, first, { fromMonth: month('2026-01') }));
    expect(
      second.lookups
        .filter(({ source }) => source === 'inntekt')
        .map(({ fromMonth }) => fromMonth)
        .toSorted(),
    ).toEqual(['2025-11', '2026-01']);
  });

  it('drops an answer about a number the member no longer has, also one that was on its way', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna), member(bo, { role: 'samboer' }));
    const [annaId = '', boId = ''] = made.members.map(({ id }) => id);
    const fetched = value(await fetch(portsOn(desk).ports, made));
    const household = (nationalId: string | null) => [
      member(nationalId, { id: annaId, lookUp: true }),
      member(null, { id: boId, role: 'samboer', lookUp: true }),
    ];
    const same = value(await saveHousehold(desk, { ...seen(fetched), members: household(anna) }));
    expect(same.lookups).toEqual(fetched.lookups);
    const changed = value(await saveHousehold(desk, { ...seen(same), members: household(cato) }));
    expect(changed.lookups.map(({ memberId }) => memberId)).toEqual([boId, boId]);

    const registers = fakeRegisters({
      income: async () => {
        await saveHousehold(desk, { ...seen(changed), members: household(anna) });
        return incomeReply(1);
      },
    });
    const only: Wanted['only'] = [{ memberId: annaId, source: 'inntekt', year: null }];
    const late = value(await fetch(portsOn(desk, registers).ports, changed, { only }));
    expect(late.lookups.filter(({ memberId }) => memberId === annaId)).toEqual([]);
    expect((await journalOf(desk))[0]).toMatchObject({ person: '189260 *****', outcome: 'delivered' });
  });

  it('tells how far it has come, without telling about whom', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna));
    const registers = fakeRegisters({ taxBasis: async () => ({ state: 'failed', failure: failure('net-timeout') }) });
    const { ports, told } = portsOn(desk, registers);
    value(await fetch(ports, made));
    const memberId = made.members[0]?.id ?? '';
    expect(told[0]).toMatchObject({ caseId: made.id, done: 0, total: 2 });
    expect(told.at(-1)).toEqual({
      caseId: made.id,
      done: 2,
      total: 2,
      items: [
        { memberId, source: 'inntekt', year: null, state: 'done' },
        { memberId, source: 'skattegrunnlag', year: 2025, state: 'failed' },
      ],
    });
    expect(JSON.stringify(told)).not.toContain(anna);
  });

  it('asks nothing when the window has not seen the latest version, or the months are turned round', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna));
    const registers = fakeRegisters();
    const { ports } = portsOn(desk, registers);
    expect(await fetch(ports, { ...made, version: 1 })).toEqual(fail(failure('version-conflict')));
    expect(await fetch(ports, made, { fromMonth: month('2026-11') })).toEqual(fail(failure('invalid-input')));
    expect(registers.asked).toEqual([]);
    expect(await journalOf(desk)).toEqual([]);
  });

  it('lets a bug in one question be seen, after the others have been kept', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna));
    const registers = fakeRegisters({
      income: () => Promise.reject(new Error('bug')),
      taxBasis: async ({ year }) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return taxReply(year);
      },
    });
    await expect(fetch(portsOn(desk, registers).ports, made)).rejects.toThrow('bug');
    expect(value(await readCase(desk, { caseId: made.id })).lookups.map(short)).toEqual([
      'skattegrunnlag 2025 delivered',
    ]);
    expect((await journalOf(desk)).find(({ source }) => source === 'inntekt')?.outcome).toBeNull();
  });

  it('forgets the raw answer after ninety days, and keeps the figures', async () => {
    const desk = await openDesk();
    const made = await caseWith(desk, member(anna));
    const fetched = value(await fetch(portsOn(desk).ports, made));
    const rawOf = async () => {
      const id = fetched.lookups[0]?.id ?? '';
      return value(await desk.store.read(async (db) => ok(await readLookup(db, made.id, id))))?.raw ?? null;
    };
    desk.setNow('2027-02-19T12:00:00.000Z');
    value(await forgetExpired(desk));
    expect(await rawOf()).not.toBeNull();
    desk.setNow('2027-02-20T12:00:00.000Z');
    value(await forgetExpired(desk));
    expect(await rawOf()).toBeNull();
    expect(value(await readCase(desk, { caseId: made.id }))).toEqual(fetched);
  });
});
