import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Batch } from '../../shared/batch/batch.ts';
import { createJournal } from '../journal/Journal.ts';
import { openPersonHash } from '../journal/personHash.ts';
import { startSimulator } from '../skatteetaten/simulatorKit.ts';
import { openStore } from '../storage/open.ts';
import { memorySecrets, tempFolder, testNow, value } from '../storage/testKit.ts';
import { generatePeople } from '../training/generatePeople.ts';
import type { Order, Said } from './killChild.ts';
import { listOf, people } from './testKit.ts';

const program = fileURLToPath(new URL('./killChild.ts', import.meta.url));

/** The program, run once: what it found at its start, and what to do when it says something. */
function started(order: Order, hear: (said: Said, child: ChildProcess) => void) {
  const child = fork(program, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let found: Batch | null = null;
  child.on('message', (said: Said) => {
    if (said.kind === 'found') found = said.batch;
    hear(said, child);
    if (said.kind === 'progress' && said.status !== 'running') child.kill();
  });
  child.send(order);
  return { child, ended: once(child, 'exit'), found: () => found };
}

const newOrder = (list: string, changes: Partial<Order> = {}): Order => ({
  folder: tempFolder(),
  key: randomBytes(32).toString('hex'),
  list,
  topics: ['inntekt'],
  simulator: null,
  ...changes,
});

/** Every row about a lookup in the journal that was left behind: how it ended, null when nobody knows. */
async function outcomes({ folder, key }: Order): Promise<(string | null)[]> {
  const secrets = memorySecrets();
  await secrets.write('database-key', Buffer.from(key, 'hex'));
  const { store } = value(await openStore(folder, secrets, () => testNow));
  const journal = createJournal(store, value(await openPersonHash(secrets)), () => testNow);
  const rows = [];
  for (let offset = 0; ; offset += 50) {
    const page = value(await journal.list({ text: '', person: null, roles: null, from: null, to: null, offset }));
    rows.push(...page.rows);
    if (rows.length >= page.total) break;
  }
  await store.close();
  return rows.filter(({ action }) => action === 'lookup').map(({ outcome }) => outcome);
}

it('killed half-way through 200 rows and taken up again: 200 answers, and only what was on its way is asked twice', async () => {
  const numbers = people(200);
  const order = newOrder(listOf(numbers));
  const asked: string[] = [];
  const answered: string[] = [];

  const first = started(order, (said, child) => {
    if (said.kind !== 'ask') return;
    asked.push(said.person);
    if (answered.length < 100) {
      answered.push(said.person);
      child.send(said.person);
    }
    // Nothing more is answered: when five are waiting, everything else has been kept.
    if (asked.length === 105) setTimeout(() => child.kill('SIGKILL'), 300);
  });
  await first.ended;
  expect(first.child.signalCode).toBe('SIGKILL');

  const second = started(order, (said, child) => {
    if (said.kind !== 'ask') return;
    asked.push(said.person);
    answered.push(said.person);
    child.send(said.person);
  });
  await second.ended;
  expect(second.found()?.progress).toMatchObject({
    status: 'interrupted',
    done: 100,
    rows: { answered: 100, interrupted: 5, waiting: 95 },
  });
  expect(answered.toSorted()).toEqual(numbers.toSorted());
  expect(asked).toHaveLength(205);
  const ends = await outcomes(order);
  expect(ends.filter((end) => end === 'nothing')).toHaveLength(200);
  expect(ends.filter((end) => end === null)).toHaveLength(5);
});

it('killed at any moment, it never asks again about what it has kept', async () => {
  const numbers = people(200);
  const order = newOrder(listOf(numbers));
  let asked = 0;
  let kept = 0;
  for (const killAt of [1, 17, 60, 61, 140, Number.POSITIVE_INFINITY]) {
    const askedNow = new Set<string>();
    const run = started(order, (said, child) => {
      if (said.kind !== 'ask') return;
      askedNow.add(said.person);
      child.send(said.person);
      if (askedNow.size === killAt) child.kill('SIGKILL');
    });
    await run.ended;
    asked += askedNow.size;
    kept = run.found()?.progress.done ?? 0;
    // What a run asks about is at most what the ones before it had not kept.
    expect(askedNow.size).toBeLessThanOrEqual(200 - kept);
    if (killAt === Number.POSITIVE_INFINITY) expect(askedNow.size).toBe(200 - kept);
  }
  expect(asked).toBeLessThanOrEqual(200 + 5 * 5);
  expect((await outcomes(order)).filter((end) => end !== null)).toHaveLength(200);
}, 60_000);

const simulator = await startSimulator(['--people', '1000', '--seed', '11']);

it('a run of 1000 rows against the simulator, killed half-way and taken up again: exactly 1000 lookups answered of each kind', async () => {
  await simulator.reset();
  const numbers = generatePeople(1000, 11, new Set()).map(({ nationalId }) => nationalId);
  const order = newOrder(listOf(numbers), {
    topics: ['inntekt', 'skattegrunnlag', 'samordnetTrekk', 'utlegg'],
    simulator: simulator.description,
  });
  const targets = ['inntekt', 'siste', 'summert', 'samordnetTrekk', 'utleggsdatabasen'];

  let half = false;
  const first = started(order, ({ kind, ...said }) => {
    if (kind !== 'progress' || half || !('done' in said) || said.done < 2500) return;
    half = true;
    // From here on no answer comes: what is on its way when the program dies has not been answered.
    void Promise.all(targets.map((target) => simulator.order(target, { kind: 'latency', ms: 600_000 })));
  });
  let before = -1;
  const isQuiet = async () => {
    const { length } = await simulator.calls();
    const quiet = half && length === before;
    before = length;
    return quiet;
  };
  await expect.poll(isQuiet, { timeout: 60_000, interval: 1000 }).toBe(true);
  first.child.kill('SIGKILL');
  await first.ended;
  await simulator.clearFaults();

  const second = started(order, () => {});
  await second.ended;
  const interrupted = second.found()?.progress;
  expect(interrupted?.status).toBe('interrupted');
  expect(interrupted?.done).toBeGreaterThanOrEqual(2500);

  const { calls } = await simulator.counts();
  const answered = await simulator.calls();
  for (const target of targets) {
    const ofTarget = answered.filter((call) => call.target === target);
    // Not everyone has a settled tax year to ask for.
    const everyone = target === 'summert' ? ofTarget.length : 1000;
    expect([target, ofTarget.length, new Set(ofTarget.map(({ person }) => person)).size]).toEqual([
      target,
      everyone,
      everyone,
    ]);
    // Besides: at most the five that were on their way.
    expect(calls[target]?.calls).toBeLessThanOrEqual(everyone + 5);
    expect(calls[target]).toMatchObject({ refusedForConcurrency: 0 });
  }
  const ends = await outcomes(order);
  expect(ends.filter((end) => end !== null)).toHaveLength(answered.filter(({ target }) => target !== 'token').length);
}, 90_000);
