import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Batch } from '../../shared/batch/batch.ts';
import { createJournal } from '../journal/Journal.ts';
import { openPersonHash } from '../journal/personHash.ts';
import { openStore } from '../storage/open.ts';
import { memorySecrets, tempFolder, testNow, value } from '../storage/testKit.ts';
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

const newOrder = (list: string): Order => ({ folder: tempFolder(), key: randomBytes(32).toString('hex'), list });

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
