import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import { readJournal } from '../storage/journal.ts';
import { openTestStore, value } from '../storage/testKit.ts';
import { correctRow } from './correctRow.ts';
import { describeBatch } from './describeBatch.ts';
import { recoverBatches } from './recoverBatches.ts';
import { imported, listOf, openBatchDesk, people, rowsOf, run, type TestDesk } from './testKit.ts';

const journalOf = async ({ store }: TestDesk) => {
  const filter = { text: '', personHash: null, roles: null, from: null, to: null, offset: 0, limit: 100_000 };
  return value(await store.read(async (db) => ok(await readJournal(db, filter)))).rows.toReversed();
};
const described = async (desk: TestDesk, batchId: string) =>
  value(await desk.store.read((db) => describeBatch(db, batchId, desk.runner)));
const statesOf = async (desk: TestDesk, batchId: string) => (await rowsOf(desk, batchId)).map(({ state }) => state);

const named = ({ source, person }: { readonly source: string; readonly person: string }) => `${source} ${person}`;

/** A promise and how to keep it. */
function gate() {
  let open = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { held, open };
}

/** Resolves when the condition holds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('a run', () => {
  test('asks everything once, five at a time of each register, and keeps what comes', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf(people(20)));
    await run(desk, id, ['inntekt', 'skattegrunnlag']);

    const { asked } = desk.registers;
    expect(new Set(asked.map(named)).size).toBe(60);
    expect(asked).toHaveLength(60);
    expect(desk.registers.together()).toBeLessThanOrEqual(15);
    expect(await statesOf(desk, id)).toEqual(Array(20).fill('answered'));
    const [row] = await rowsOf(desk, id);
    expect(row?.result).toMatchObject({
      gross: 40_000_00,
      net: 30_000_00,
      payers: 1,
      mainPayer: '811094242',
      taxYear: 2025,
    });
    expect((await described(desk, id)).progress).toMatchObject({ status: 'done', total: 60, done: 60, failed: 0 });
  });

  test('writes one journal row before each question, with case, purpose, period and package, and how it ended', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf(people(2)));
    const { held, open } = gate();
    desk.registers.held = held;
    value(await desk.runner.start(id, ['inntekt', 'skattegrunnlag']));
    await until(() => desk.registers.asked.length === 4);
    expect((await journalOf(desk)).map(({ outcome }) => outcome)).toEqual(Array(4).fill(null));
    open();
    await desk.runner.idle();

    const journal = await journalOf(desk);
    expect(journal).toHaveLength(6);
    expect(new Set(journal.map(({ outcome }) => outcome))).toEqual(new Set(['delivered']));
    const first = {
      action: 'lookup',
      userName: 'Ivar',
      role: 'collection',
      caseNumber: '2026/1',
      purpose: 'utleggstrekk',
    };
    expect(journal).toContainEqual(expect.objectContaining({ ...first, source: 'inntekt', period: '2026-08–2026-10' }));
    expect(journal).toContainEqual(expect.objectContaining({ ...first, source: 'skattegrunnlag', period: '2025' }));
  });

  test('never has more than five on their way to one register', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf(people(40)));
    await run(desk, id, ['inntekt']);
    expect(desk.registers.together()).toBe(5);
  });

  test('rows that can not be used are never asked about, and are when they have been put right', async () => {
    const desk = await openBatchDesk();
    const [first = '', second = ''] = people(2);
    const { id, counts } = await imported(desk, `${listOf([first])}\n;${second};utleggstrekk`);
    expect(counts).toMatchObject({ usable: 1, refused: 1 });
    await run(desk, id, ['inntekt']);
    expect(desk.registers.asked.map(named)).toEqual([`inntekt ${first}`]);
    expect((await described(desk, id)).progress.status).toBe('done');

    value(await correctRow(desk, { batchId: id, position: 2, corrections: { caseNumber: '2026/2' } }));
    await run(desk, id, ['inntekt']);
    expect(desk.registers.asked.map(named)).toEqual([`inntekt ${first}`, `inntekt ${second}`]);
    expect(await statesOf(desk, id)).toEqual(['answered', 'answered']);
    expect(await correctRow(desk, { batchId: id, position: 2, corrections: { caseNumber: '2026/3' } })).toEqual(
      fail(failure('invalid-input')),
    );
  });

  test('a debtor without a settled year is not asked about one', async () => {
    const desk = await openBatchDesk();
    desk.registers.newest = { state: 'nothing', authorityCode: 'TD-004', correlationId: null };
    const { id } = await imported(desk, listOf(people(3)));
    await run(desk, id, ['skattegrunnlag']);
    expect(desk.registers.asked).toHaveLength(3);
    expect(await statesOf(desk, id)).toEqual(Array(3).fill('answered'));
    expect((await described(desk, id)).progress).toMatchObject({ status: 'done', total: 6, done: 6 });
  });

  test('a list without a row that can be used does not begin', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, 'Saksnr;Fødselsnr;Formål\n2026/1;;trekk');
    expect(await desk.runner.start(id, ['inntekt'])).toEqual(fail(failure('invalid-input')));
    expect(await desk.runner.start('none', ['inntekt'])).toEqual(fail(failure('not-found')));
    expect((await described(desk, id)).progress.status).toBe('draft');
  });

  test('one who fails hides nobody else, and is asked about again when someone says so', async () => {
    const desk = await openBatchDesk();
    const numbers = people(9);
    desk.registers.failing = ({ person }) => (person === numbers[3] ? 'api-unexpected' : null);
    const { id } = await imported(desk, listOf(numbers));
    await run(desk, id, ['inntekt', 'samordnetTrekk']);
    const states = await statesOf(desk, id);
    expect(states.filter((state) => state === 'failed')).toHaveLength(1);
    expect((await described(desk, id)).progress).toMatchObject({ status: 'done', failed: 2 });

    desk.registers.failing = () => null;
    desk.registers.asked.length = 0;
    await run(desk, id, ['inntekt', 'samordnetTrekk']);
    const again = [`inntekt ${numbers[3]}`, `samordnetTrekk ${numbers[3]}`];
    expect(desk.registers.asked.map(named).toSorted()).toEqual(again);
    expect((await described(desk, id)).progress).toMatchObject({ status: 'done', failed: 0 });
  });

  test('five failures in a row from one register stop the run, with the reason', async () => {
    const desk = await openBatchDesk();
    desk.registers.failing = ({ source }) => (source === 'utlegg' ? 'mp-scope-not-added' : null);
    const { id } = await imported(desk, listOf(people(60)));
    await run(desk, id, ['inntekt', 'utlegg']);
    const { progress } = await described(desk, id);
    expect(progress).toMatchObject({ status: 'paused', stoppedBy: 'mp-scope-not-added' });
    expect(progress.failed).toBeGreaterThanOrEqual(5);
    expect(progress.failed).toBeLessThan(15);

    desk.registers.failing = () => null;
    await run(desk, id, ['inntekt', 'utlegg']);
    expect((await described(desk, id)).progress).toMatchObject({
      status: 'done',
      stoppedBy: null,
      failed: 0,
      done: 120,
    });
  });
});

test('a register that never answers can be left out when the run goes on', async () => {
  const desk = await openBatchDesk();
  desk.registers.failing = ({ source }) => (source === 'utlegg' ? 'api-not-public' : null);
  const { id } = await imported(desk, listOf(people(20)));
  await run(desk, id, ['inntekt', 'utlegg']);
  expect((await described(desk, id)).progress).toMatchObject({ status: 'paused', stoppedBy: 'api-not-public' });
  await run(desk, id, ['inntekt', 'skattegrunnlag']);
  expect(await described(desk, id)).toMatchObject({
    topics: ['inntekt'],
    progress: { status: 'done', total: 20, done: 20, failed: 0, rows: { answered: 20 } },
  });
  expect(await desk.runner.start(id, ['utlegg'])).toEqual(fail(failure('invalid-input')));
});

describe('stopping', () => {
  test('a pause waits for what is on its way and asks nothing more; going on repeats nothing', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf(people(30)));
    const { held, open } = gate();
    desk.registers.held = held;
    value(await desk.runner.start(id, ['inntekt']));
    await until(() => desk.registers.asked.length === 5);
    value(await desk.runner.pause(id));
    open();
    await desk.runner.idle();
    expect(desk.registers.asked).toHaveLength(5);
    expect((await statesOf(desk, id)).filter((state) => state === 'answered')).toHaveLength(5);
    expect((await described(desk, id)).progress).toMatchObject({ status: 'paused', stoppedBy: null, done: 5 });

    await run(desk, id, ['inntekt']);
    expect(new Set(desk.registers.asked.map(named)).size).toBe(30);
    expect(desk.registers.asked).toHaveLength(30);
  });

  test('cancelling gives up what is on its way, keeps what has come, and is final', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf(people(30)));
    let left = 7;
    const { held } = gate();
    desk.registers.failing = () => {
      left -= 1;
      if (left === 0) desk.registers.held = held;
      return null;
    };
    value(await desk.runner.start(id, ['inntekt', 'skattegrunnlag']));
    await until(() => left <= 0);
    value(await desk.runner.cancel(id));
    await desk.runner.idle();
    const { progress } = await described(desk, id);
    expect(progress).toMatchObject({ status: 'cancelled', rows: { waiting: 0, asking: 0, interrupted: 0 } });
    expect(progress.rows.unasked).toBeGreaterThan(15);
    expect((await journalOf(desk)).filter(({ outcome }) => outcome === null)).toEqual([]);
    expect(await desk.runner.start(id, ['inntekt'])).toEqual(fail(failure('invalid-input')));
  });

  test('locking pauses every run, and says so', async () => {
    const desk = await openBatchDesk();
    const { id } = await imported(desk, listOf(people(30)));
    value(await desk.runner.start(id, ['inntekt']));
    const { length } = desk.registers.asked;
    await desk.runner.pauseAll();
    await desk.runner.idle();
    expect((await described(desk, id)).progress).toMatchObject({ status: 'paused', stoppedBy: 'locked' });
    expect(desk.registers.asked.length).toBeLessThanOrEqual(length + 5);
    await run(desk, id, ['inntekt']);
    expect(desk.registers.asked).toHaveLength(30);
  });

  test('answers that can not be saved stop everything, and are saved, not asked for again, when they can be', async () => {
    const store = await openTestStore();
    let full = false;
    const desk = await openBatchDesk({
      ...store,
      write: (work) => (full ? Promise.resolve(fail(failure('disk-full'))) : store.write(work)),
    });
    const { id } = await imported(desk, listOf(people(30)));
    const { held, open } = gate();
    desk.registers.held = held;
    value(await desk.runner.start(id, ['inntekt']));
    await until(() => desk.registers.asked.length === 5);
    full = true;
    open();
    await until(() => desk.runner.hindrance() !== null);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await described(desk, id)).progress).toMatchObject({ status: 'paused', stoppedBy: 'disk-full', done: 0 });

    full = false;
    await run(desk, id, ['inntekt']);
    expect(desk.registers.asked).toHaveLength(30);
    expect((await described(desk, id)).progress).toMatchObject({ status: 'done', done: 30 });
  });
});

test('a program that died: what was on its way is shown as such and asked again, and nothing else', async () => {
  const store = await openTestStore();
  const before = await openBatchDesk(store);
  const { id } = await imported(before, listOf(people(30)));
  const { held, open } = gate();
  const numbers = people(30);
  before.registers.failing = ({ person }) => {
    if (person === numbers[11]) before.registers.held = held;
    return null;
  };
  value(await before.runner.start(id, ['inntekt']));
  await until(
    async () =>
      before.registers.asked.length >= 15 &&
      (await statesOf(before, id)).filter((one) => one === 'asking').length === 5,
  );
  const kept = (await statesOf(before, id)).filter((one) => one === 'answered').length;

  const after = await openBatchDesk(store);
  value(await recoverBatches(store));
  expect((await described(after, id)).progress).toMatchObject({
    status: 'interrupted',
    rows: { interrupted: 5, asking: 0 },
  });
  await run(after, id, ['inntekt']);
  expect(after.registers.asked).toHaveLength(30 - kept);
  expect((await described(after, id)).progress).toMatchObject({ status: 'done', done: 30 });
  const journal = await journalOf(after);
  expect(journal).toHaveLength(35);
  expect(journal.filter(({ outcome }) => outcome === null)).toHaveLength(5);
  open();
});

test('the window hears how far it has come, and of the end', async () => {
  const desk = await openBatchDesk();
  const { id } = await imported(desk, listOf(people(10)));
  await run(desk, id, ['inntekt']);
  expect(desk.told[0]).toMatchObject({ status: 'running', total: 10, done: 0, rows: { waiting: 10 } });
  expect(desk.told.at(-1)).toMatchObject({ status: 'done', total: 10, done: 10, rows: { answered: 10 } });
});
