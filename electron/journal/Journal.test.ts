import { describe, expect, it } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import { ok } from '../../shared/result.ts';
import { anna, bo, date, openDesk, type TestDesk } from '../cases/testKit.ts';
import { appendOutcome, readJournal } from '../storage/journal.ts';
import { memorySecrets, value } from '../storage/testKit.ts';
import type { LookupEntry } from './Journal.ts';
import { listJournal } from './listJournal.ts';
import { openPersonHash } from './personHash.ts';

const kari = { userName: 'Kari', role: 'housing' } as const;
const caseAtHand = { caseNumber: '2026/1042', purpose: 'kommunal-bolig' } as const;
const lookup = (changes: Partial<LookupEntry> = {}): LookupEntry => ({
  actor: kari,
  caseAtHand,
  person: anna,
  source: 'inntekt',
  package: 'kommuneBoligsosialeFormaal',
  period: '2025-11–2026-10',
  ...changes,
});

const begin = async (desk: TestDesk, changes: Partial<LookupEntry> = {}) =>
  value(await desk.journal.beginLookup(lookup(changes)));
type Filter = Parameters<typeof listJournal>[1];
const everything: Filter = { text: '', from: null, to: null, offset: 0 };
const list = async (desk: TestDesk, changes: Partial<Filter> = {}) =>
  value(await listJournal({ ...desk, roles: ['fagansvarlig'] }, { ...everything, ...changes }));

describe('the journal', () => {
  it('has a row, without an outcome, from before the question until the answer', async () => {
    const desk = await openDesk();
    const ticket = await begin(desk);
    const asked = (await list(desk)).rows[0];
    expect(asked).toEqual({
      id: ticket.journalId,
      at: '2026-11-21T09:00:00.000Z',
      userName: 'Kari',
      role: 'housing',
      action: 'lookup',
      caseNumber: '2026/1042',
      purpose: 'kommunal-bolig',
      person: '258514 *****',
      source: 'inntekt',
      period: '2025-11–2026-10',
      detail: null,
      outcome: null,
      finishedAt: null,
      reference: null,
    });
    desk.setNow('2026-11-21T09:00:02.000Z');
    value(
      await desk.store.write(async (db) => ok(await desk.journal.finishLookup(db, ticket, 'partlyShielded', 'ref'))),
    );
    expect((await list(desk)).rows).toEqual([
      { ...asked, outcome: 'partlyShielded', finishedAt: '2026-11-21T09:00:02.000Z', reference: 'ref' },
    ]);
  });

  it('can only grow: rows and outcomes are neither changed, nor removed, nor replaced', async () => {
    const desk = await openDesk();
    const ticket = await begin(desk);
    const finish = (outcome: 'delivered' | 'nothing') =>
      desk.store.write(async (db) => ok(await desk.journal.finishLookup(db, ticket, outcome, null)));
    value(await finish('delivered'));
    const before = await list(desk);

    const attempts = [
      () => desk.store.write(async (db) => ok(await db.updateTable('journal').set({ userName: 'x' }).execute())),
      () => desk.store.write(async (db) => ok(await db.deleteFrom('journal').execute())),
      () => desk.store.write(async (db) => ok(await db.updateTable('journalOutcomes').set({ outcome: 'x' }).execute())),
      () => desk.store.write(async (db) => ok(await db.deleteFrom('journalOutcomes').execute())),
      () =>
        desk.store.write(async (db) => {
          const at = '2026-11-21T09:00:00.000Z' as Instant;
          const row = { journalId: 1, at, outcome: 'x', reference: null };
          return ok(await db.insertInto('journalOutcomes').orReplace().values(row).execute());
        }),
      () => finish('nothing'),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/append-only|UNIQUE/);
    expect(await list(desk)).toEqual(before);
  });

  it('takes no outcome for a row that is not there', async () => {
    const desk = await openDesk();
    const at = desk.now();
    const orphan = desk.store.write(async (db) =>
      ok(await appendOutcome(db, { journalId: 99, at, outcome: 'delivered', reference: null })),
    );
    await expect(orphan).rejects.toThrow('FOREIGN KEY');
  });

  it('holds no number in the clear, only a hash that this installation alone can make', async () => {
    const desk = await openDesk();
    await begin(desk);
    const rows = value(await desk.store.read(async (db) => ok(await db.selectFrom('journal').selectAll().execute())));
    expect(JSON.stringify(rows)).not.toContain(anna);
    expect(rows[0]?.personHash).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]?.package).toBe('kommuneBoligsosialeFormaal');
    expect(rows[0]).toMatchObject({ previousHash: null, hash: null });

    const secrets = memorySecrets();
    const [here, again, elsewhere] = [
      value(await openPersonHash(secrets)),
      value(await openPersonHash(secrets)),
      value(await openPersonHash(memorySecrets())),
    ];
    expect(here(anna)).toBe(again(anna));
    expect(here(anna)).not.toBe(here(bo));
    expect(here(anna)).not.toBe(elsewhere(anna));
    expect([...secrets.kept.keys()]).toEqual(['journal-key']);
  });

  it('is listed the newest first, fifty at a time, with how many there are', async () => {
    const desk = await openDesk();
    for (let row = 0; row < 53; row += 1) await begin(desk, { period: String(row) });
    const first = await list(desk);
    expect(first.total).toBe(53);
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]?.period).toBe('52');
    expect((await list(desk, { offset: 50 })).rows.map(({ period }) => period)).toEqual(['2', '1', '0']);
  });

  it('is searched by case, user, outcome, person and day in Oslo', async () => {
    const desk = await openDesk();
    desk.setNow('2026-03-01T22:30:00.000Z'); // still 1 March in Oslo
    await begin(desk, { caseAtHand: { ...caseAtHand, caseNumber: 'BOL-7' } });
    desk.setNow('2026-03-01T23:30:00.000Z'); // 2 March in Oslo
    const ticket = await begin(desk, { person: bo, actor: { ...kari, userName: 'Åse' } });
    value(await desk.store.write(async (db) => ok(await desk.journal.finishLookup(db, ticket, 'net-timeout', null))));
    const found = async (changes: Partial<Filter>) => (await list(desk, changes)).rows.map(({ person }) => person);
    const annas = ['258514 *****'];
    const bos = ['068829 *****'];
    expect(await found({ text: 'bol' })).toEqual(annas);
    expect(await found({ text: 'Åse' })).toEqual(bos);
    expect(await found({ text: 'timeout' })).toEqual(bos);
    expect(await found({ text: anna })).toEqual(annas);
    expect(await found({ text: `${bo.slice(0, 6)} ${bo.slice(6)}` })).toEqual(bos);
    expect(await found({ from: date('2026-03-02') })).toEqual(bos);
    expect(await found({ to: date('2026-03-01') })).toEqual(annas);
    expect(await found({ from: date('2026-03-01'), to: date('2026-03-02') })).toEqual([...bos, ...annas]);
    expect(await found({ text: 'nothing of the kind' })).toEqual([]);
  });

  it('shows each role its own rows, and a fagansvarlig all of them', async () => {
    const desk = await openDesk();
    await begin(desk);
    await begin(desk, { actor: { userName: 'Ivar', role: 'collection' } });
    const seenBy = async (roles: Parameters<typeof listJournal>[0]['roles']) =>
      value(await listJournal({ ...desk, roles }, everything)).rows.map(({ userName }) => userName);
    expect(await seenBy(['housing'])).toEqual(['Kari']);
    expect(await seenBy(['it'])).toEqual([]);
    expect(await seenBy(['housing', 'collection'])).toEqual(['Ivar', 'Kari']);
    expect(await seenBy(['fagansvarlig'])).toEqual(['Ivar', 'Kari']);
  });

  it('stands in the order in which it was written, also when the clock was set back', async () => {
    const desk = await openDesk();
    await begin(desk, { period: 'first' });
    desk.setNow('2026-11-20T09:00:00.000Z');
    await begin(desk, { period: 'second' });
    const all = { text: '', personHash: null, roles: null, from: null, to: null, offset: 0, limit: 9 };
    const { rows } = value(await desk.store.read(async (db) => ok(await readJournal(db, all))));
    expect(rows.map(({ period }) => period)).toEqual(['second', 'first']);
  });
});
