import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { type Answer, json, localServer } from '../skatteetaten/testKit.ts';
import { openStore } from '../storage/open.ts';
import { memorySecrets, tempFolder, testNow, value } from '../storage/testKit.ts';
import { beginTrekk } from '../trekk/beginTrekk.ts';
import { pickDocument } from '../trekk/pickDocument.ts';
import {
  decidedCase,
  makeReady,
  now,
  OWN,
  openTrekkDesk,
  readyTrekk,
  refuses,
  seen,
  storedOf,
} from '../trekk/testKit.ts';
import type { Order } from './killChild.ts';

const program = fileURLToPath(new URL('./killChild.ts', import.meta.url));

/** Two authorities that remember what they have taken in, as theirs do: utleggsdatabasen by the key, ELAN by uuid, and by date and reference. */
async function authorities() {
  const taken = new Map<string, string>();
  const once_ = (name: string, body: string): boolean => {
    const before = taken.get(name);
    if (before !== undefined && before !== body) throw new Error('another body under the same name');
    taken.set(name, body);
    return before === undefined;
  };
  const answer: Answer = (request, response, count) => {
    const { method, url, body, headers } = request;
    if (url === '/utleggstrekk') {
      const isNew = once_(`trekk ${headers['idempotency-key']}`, body);
      return json(response, isNew ? 201 : 200, storedOf(body));
    }
    if (method === 'PUT') {
      const uuid = url.split('/').at(-1);
      return json(response, once_(`vedlegg ${uuid}`, body) ? 201 : 200, { uuid });
    }
    const { beslutningsdato, innsendersReferanse } = JSON.parse(body);
    if (once_(`beslutning ${beslutningsdato} ${innsendersReferanse}`, body)) {
      return json(response, 201, { saksreferanse: 'ELAN-1', mottattTidspunkt: '2026-11-21T10:00:00+01:00' });
    }
    const avvik = [{ vilkaarnavn: 'DUPLIKAT_INNSENDING', avvikstekst: 'Mottatt før.' }];
    return refuses(422, 'ULD-010', { avvik })(request, response, count);
  };
  return { ...(await localServer(answer)), taken };
}

/** A store in a folder of its own with one act that lacks nothing but its confirmation; closed again. */
async function prepared(base: string, kind: 'registrer' | 'beslutning'): Promise<Omit<Order, 'killAt'>> {
  const folder = tempFolder();
  const key = randomBytes(32);
  const secrets = memorySecrets();
  await secrets.write('database-key', key);
  const { store } = value(await openStore(folder, secrets, () => testNow));
  const desk = await openTrekkDesk({ store });
  const debtorCase = await decidedCase(desk, { newRules: kind === 'beslutning' });
  let ready: Trekk;
  if (kind === 'registrer') ready = await readyTrekk(desk, debtorCase);
  else {
    const begun = value(await beginTrekk(desk, { caseId: debtorCase.id }));
    const { trekk } = value(await pickDocument(desk, seen(begun)));
    if (!trekk) throw new Error('no document');
    ready = await makeReady(desk, trekk);
  }
  await store.close();
  return { folder, key: key.toString('hex'), base, trekkId: ready.id, now: testNow, organisationNumber: OWN };
}

/** Runs the program once; how it ended. */
async function run(order: Order): Promise<number | string> {
  const child = fork(program, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(order);
  const [code, signal] = await once(child, 'exit');
  return signal ?? code;
}

/** The trekk as the store has it afterwards. */
async function left({ folder, key, trekkId }: Omit<Order, 'killAt'>): Promise<Trekk> {
  const secrets = memorySecrets();
  await secrets.write('database-key', Buffer.from(key, 'hex'));
  const { store } = value(await openStore(folder, secrets, () => testNow));
  onTestFinished(() => store.close());
  return now(await openTrekkDesk({ store }), { id: trekkId });
}

it.each(['before-commit', 'committed', 'before-send', 'sent', 'answered', 'before-record', 'recorded'])(
  'a registration killed at %s, twice, and taken up again: there exactly once, and known to be',
  async (point) => {
    const { base, seen: requests, taken } = await authorities();
    const order = await prepared(base, 'registrer');
    expect(await run({ ...order, killAt: point })).toBe('SIGKILL');
    const arrived = ['sent', 'answered', 'before-record', 'recorded'].includes(point);
    expect(taken.size).toBe(arrived ? 1 : 0);
    if (point !== 'recorded' && point !== 'committed') {
      expect(await run({ ...order, killAt: point })).toBe('SIGKILL');
    }
    expect(await run({ ...order, killAt: null })).toBe(0);

    expect(taken.size).toBe(1);
    const keys = new Set(requests.map(({ headers }) => headers['idempotency-key']));
    expect(keys.size).toBe(1);
    const trekk = await left(order);
    expect(trekk).toMatchObject({ act: null, registered: { versjon: 1 } });
    const history = trekk.events.map(({ event }) => event);
    expect(history.filter((event) => event === 'confirmed')).toHaveLength(1);
    expect(history.at(-1)).toBe('accepted');
    // What may have left was shown as «don't know» from the next start on; what surely had not, never.
    expect(history.includes('sent-unknown')).toBe(['before-send', 'sent', 'answered', 'before-record'].includes(point));
  },
);

it.each([
  ['sent', 1],
  ['before-record', 1],
  ['recorded', 1],
  ['before-send:2', 1],
  ['sent:2', 2],
  ['answered:2', 2],
  ['before-record:2', 2],
  ['recorded:2', 2],
])('a decision killed at %s and taken up again: document and decision are with ELAN once', async (point, arrived) => {
  const { base, taken } = await authorities();
  const order = await prepared(base, 'beslutning');
  expect(await run({ ...order, killAt: point })).toBe('SIGKILL');
  expect(taken.size).toBe(arrived);
  expect(await run({ ...order, killAt: null })).toBe(0);
  expect(taken.size).toBe(2);
  expect(await left(order)).toMatchObject({ act: null, received: { state: 'mottatt' } });
});
