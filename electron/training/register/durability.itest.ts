import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Instant, osloDate } from '../../../shared/dates.ts';
import type { Exchange } from '../../utleggsdatabasen/contractViolations.ts';
import { exchange } from '../apis/exchange.ts';
import { type Looked, registrationMessage } from '../apis/registrationMessage.ts';
import { DEBTORS } from '../debtors.ts';
import { FJELLVIK, Scope } from '../organisations.ts';
import { type SimulatorChild, startSimulatorProcess } from '../startSimulatorProcess.ts';
import { trainingClient } from '../trainingClient.ts';
import type { Lookup } from './Registrations.ts';

type Json = Record<string, unknown>;

const folder = mkdtempSync(join(tmpdir(), 'saksbord-durability-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TODAY = osloDate(new Date().toISOString() as Instant);
const [PERSON = '', OTHER = ''] = ['Fri Bane', 'Enkel Kopp'].map(
  (wanted) => DEBTORS.find(({ name }) => name === wanted)?.nationalId ?? '',
);

interface Row {
  readonly kind: string;
  readonly id: string;
  readonly key: string;
}

/** The register of one file, while a process serves it. */
interface Register {
  readonly child: SimulatorChild;
  readonly lookUp: (person?: string) => Promise<Looked>;
  readonly register: (message: Json, key?: string) => Promise<Exchange>;
  readonly change: (id: unknown, etag: string, body: Json) => Promise<Exchange>;
  readonly rows: () => Promise<Row[]>;
  readonly control: (method: string, path: string, body?: unknown) => Promise<Response>;
}

async function open(file: string): Promise<Register> {
  const child = await startSimulatorProcess('--dir', folder, '--registrations', file);
  const { token, control } = await trainingClient(child.description, async () => {
    await child.end();
  });
  const [read, write] = [await token(Scope.utlegg), await token(Scope.utleggSkriv)];
  const base = child.description.endpoints.utleggsdatabasen ?? '';
  return {
    child,
    control,
    lookUp: async (person = PERSON) => {
      const url = `/saernamsmann/personer/${person}/utlegg`;
      return (await exchange(read, base, '', { url })).responseBody as Looked;
    },
    register: (body, key = randomUUID()) => {
      const headers = { 'idempotency-key': key };
      return exchange(write, base, '', { method: 'POST', url: '/utleggstrekk', headers, body });
    },
    change: (id, etag, body) => {
      const headers = { 'if-match': etag };
      return exchange(write, base, '', { method: 'PUT', url: `/utleggstrekk/${id}`, headers, body });
    },
    rows: async () => (await (await control('GET', 'registrations')).json()) as Row[],
  };
}

const kodeOf = ({ status, responseBody }: Exchange): unknown[] => [status, (responseBody as Json).kode];

describe('a simulator that is killed and started again', () => {
  test('knows what was accepted, also when the answer never came, and nothing that was not', async () => {
    const file = join(folder, 'knows.jsonl');
    const before = await open(file);
    const outdated = await before.lookUp();
    const message = registrationMessage(PERSON, await before.lookUp(), TODAY);
    const key = randomUUID();
    const first = await before.register(message, key);
    const trekk = first.responseBody as Json;
    const { krav, trekkpliktig, trekkstoerrelseForPeriode, betalingsinformasjon } = trekk;
    const terms = { krav, trekkpliktig, trekkstoerrelseForPeriode, betalingsinformasjon };
    const change = { endringsaarsak: 'retting', endringsdato: TODAY, ...terms };
    expect((await before.change(trekk.utleggstrekkId, '"1"', change)).status).toBe(200);

    // one that never gets as far, and one that is stored and not answered
    const order = (person: string, when: string): Promise<Response> =>
      before.control('POST', 'faults', {
        target: 'registrering',
        person,
        times: 1,
        fault: { kind: 'latency', ms: 60_000, when },
      });
    await order(PERSON, 'before');
    await order(OTHER, 'after');
    const never = registrationMessage(PERSON, await before.lookUp(), TODAY);
    const unanswered = registrationMessage(OTHER, await before.lookUp(OTHER), TODAY);
    const lateKey = randomUUID();
    const lost = [before.register(never), before.register(unanswered, lateKey)].map((sent) =>
      sent.catch(() => 'no answer'),
    );
    while ((await before.rows()).length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    const rows = await before.rows();
    await before.child.end('SIGKILL');
    expect(await Promise.all(lost)).toEqual(['no answer', 'no answer']);

    const after = await open(file);
    expect(await after.rows()).toEqual(rows);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['endre', 'registrer', 'registrer']);
    expect((await after.register(message, key)).responseBody).toMatchObject({ versjon: 2 });
    expect(kodeOf(await after.register(unanswered, lateKey))).toEqual([200, undefined]);
    expect(kodeOf(await after.register(registrationMessage(PERSON, outdated, TODAY)))).toEqual([409, 'ULD-022']);
    const again = registrationMessage(PERSON, await after.lookUp(), TODAY);
    await after.child.end('SIGKILL');
    const last = await open(file);
    expect((await last.register(again)).status).toBe(201);
    await last.child.end();
  });

  test('at random moments, six times: all that was answered for is there, once, and the rest was sent', async () => {
    const file = join(folder, 'random.jsonl');
    const sent = new Set<string>();
    const answered = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const simulator = await open(file);
      const send = async (): Promise<void> => {
        for (;;) {
          const key = randomUUID();
          const message = registrationMessage(PERSON, await simulator.lookUp(), TODAY);
          sent.add(key);
          if ((await simulator.register(message, key)).status === 201) answered.add(key);
        }
      };
      const ends = Promise.allSettled([send(), send(), send()]);
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
      await simulator.child.end('SIGKILL');
      await ends;
    }
    const simulator = await open(file);
    const keys = (await simulator.rows()).map(({ key }) => key);
    await simulator.child.end();
    expect(answered.size).toBeGreaterThan(6);
    expect(new Set(keys).size).toBe(keys.length);
    expect([...answered].filter((key) => !keys.includes(key))).toEqual([]);
    expect(keys.filter((key) => !sent.has(key))).toEqual([]);
  }, 90_000);

  test('a line that was cut off is as if it had never been begun', async () => {
    const file = join(folder, 'cut.jsonl');
    const before = await open(file);
    const message = registrationMessage(PERSON, await before.lookUp(), TODAY);
    expect((await before.register(message)).status).toBe(201);
    const rows = await before.rows();
    await before.child.end('SIGKILL');
    appendFileSync(file, '{"kind":"trekk","at":"2026-');
    const after = await open(file);
    expect(await after.rows()).toEqual(rows);
    expect((await after.register(registrationMessage(PERSON, await after.lookUp(), TODAY))).status).toBe(201);
    await after.child.end();
  });

  test('V-30: a lookup holds for 24 hours', async () => {
    const file = join(folder, 'old.jsonl');
    const lookupAt = (hours: number): Lookup => ({
      kind: 'oppslag',
      at: new Date(Date.now() - hours * 3_600_000).toISOString(),
      oppslagId: randomUUID(),
      by: FJELLVIK.number,
      nationalId: PERSON,
      changes: 0,
    });
    const lookups = [lookupAt(24.1), lookupAt(23.9)];
    writeFileSync(file, lookups.map((lookup) => `${JSON.stringify(lookup)}\n`).join(''));
    const simulator = await open(file);
    const statuses: number[] = [];
    for (const { oppslagId, at } of lookups) {
      const message = registrationMessage(PERSON, { oppslagId, oppslagstidspunkt: at }, TODAY);
      statuses.push((await simulator.register(message)).status);
    }
    await simulator.child.end();
    expect(statuses).toEqual([422, 201]);
  });
});
