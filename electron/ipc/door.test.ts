import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CallName, contract } from '../../shared/ipc/contract.ts';
import type { CallDefinition } from '../../shared/ipc/define.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { LogLine } from '../log.ts';
import { createDoor, type DoorPorts, type Handlers } from './door.ts';

const names = Object.keys(contract) as CallName[];

type AnyHandler = (input: unknown, context: { signal: AbortSignal }) => Promise<Result<unknown, Failure>>;

/** A door whose handlers all do the same, with a diary of what happened in which order. */
function doorWith(handler: AnyHandler, ports: Partial<DoorPorts> = {}) {
  const diary: string[] = [];
  const lines: LogLine[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown, context: { signal: AbortSignal }) => {
        diary.push(`run ${name}`);
        return handler(input, context);
      },
    ]),
  ) as unknown as Handlers;
  const door = createDoor({
    handlers,
    refusal: () => null,
    journal: async (name, journal) => {
      diary.push(`journal ${journal} ${name}`);
      return ok(null);
    },
    log: (line) => lines.push(line),
    ...ports,
  });
  return { door, diary, lines };
}

const neverAnswers: AnyHandler = (_input, { signal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

describe('door', () => {
  it.each(names)('%s: a foreign sender gets nothing, and nothing runs', async (name) => {
    const { door, diary } = doorWith(async () => ok({}));
    expect(await door.call(false, '1', name, {})).toMatchObject({ ok: false, error: { code: 'access-denied' } });
    expect(diary).toEqual([]);
  });

  it.each(names)('%s: a refusal by session or role stops it; a missing role is journalled', async (name) => {
    const locked = doorWith(async () => ok({}), { refusal: () => failure('locked') });
    expect(await locked.door.call(true, '1', name, {})).toMatchObject({ error: { code: 'locked' } });
    expect(locked.diary).toEqual([]);
    const denied = doorWith(async () => ok({}), { refusal: () => failure('access-denied') });
    expect(await denied.door.call(true, '1', name, {})).toMatchObject({ error: { code: 'access-denied' } });
    expect(denied.diary).toEqual([`journal refused ${name}`]);
  });

  it.each(names)('%s: broken input is refused before anything is written or run', async (name) => {
    const { door, diary } = doorWith(async () => ok({}));
    for (const broken of [null, 'text', 7, []]) {
      expect(await door.call(true, '1', name, broken)).toMatchObject({ error: { code: 'invalid-input' } });
    }
    expect(diary).toEqual([]);
  });

  it('writes the journal row before the handler runs, for every class that has one', async () => {
    const { door, diary } = doorWith(async () => fail(failure('not-found')));
    await door.call(true, '1', 'cases.open', { caseId: 'a' });
    expect(diary).toEqual(['journal reads-person cases.open', 'run cases.open']);
  });

  it('does not run what could not be journalled', async () => {
    const { door, diary } = doorWith(async () => ok({}), { journal: async () => fail(failure('disk-full')) });
    expect(await door.call(true, '1', 'cases.open', { caseId: 'a' })).toMatchObject({ error: { code: 'disk-full' } });
    expect(diary).toEqual([]);
  });

  it('lets no field through that the contract does not name', async () => {
    const { door } = doorWith(async () => ok({ nationalId: '41918000012', secret: 'x' }));
    const answer = await door.call(true, '1', 'person.reveal', { caseId: 'a', memberId: 'b' });
    expect(answer).toEqual({ ok: true, value: { nationalId: '41918000012' } });
  });

  it('says «unexpected» for a bug, with a reference, and logs a place but no message', async () => {
    const { door, lines } = doorWith(async () => {
      throw new Error('holds 41918000012');
    });
    const answer = await door.call(true, '1', 'cases.list', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected', retryable: false } });
    expect(JSON.stringify([answer, lines])).not.toContain('41918000012');
    expect(lines.find((line) => line.event === 'bug')?.place).toMatch(/door\.test\.ts:\d+/);
  });

  it('cancels by the id of the call, also when the cancel comes at once', async () => {
    const { door } = doorWith(neverAnswers);
    const call = door.call(true, 'c1', 'cases.list', {});
    door.cancel(false, 'c1'); // a foreign sender can't
    door.cancel(true, 'c1');
    expect(await call).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('cancels everything at lock', async () => {
    const { door } = doorWith(neverAnswers);
    const calls = [door.call(true, 'a', 'cases.list', {}), door.call(true, 'b', 'cases.list', {})];
    door.cancelAll();
    for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('refuses names that are not in the contract, among them those every object has', async () => {
    const { door } = doorWith(async () => ok({}));
    for (const name of ['constructor', '__proto__', 'toString', 'cases.drop', 3, null]) {
      expect(await door.call(true, '1', name, {})).toMatchObject({ error: { code: 'invalid-input' } });
    }
  });

  it('gives no call an output field that sounds like a key, a token or a password', () => {
    const suspicious = /token|password|passord|secret|privatekey|pkcs8|hash$/i;
    for (const [name, definition] of Object.entries(contract) as [string, CallDefinition][]) {
      const schema = JSON.stringify(z.toJSONSchema(definition.output, { unrepresentable: 'any', io: 'output' }));
      const found = [...schema.matchAll(/"([A-Za-z]+)":/g)]
        .map((match) => match[1] ?? '')
        .filter((key) => suspicious.test(key));
      // The practice certificates' passwords are shown in training mode on purpose.
      const allowed = new Set(name.startsWith('setup.') ? ['password'] : []);
      expect(
        found.filter((key) => !allowed.has(key)),
        name,
      ).toEqual([]);
    }
  });
});
