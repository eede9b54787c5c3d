import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { IdentityProblem } from './identityFile.ts';
import { ImportSession } from './importSession.ts';
import type { Candidate, JudgeContext } from './judge.ts';
import { readIssuers } from './knownIssuers.ts';
import { derOf, merged, municipality, now, OpensslCa, pkcs12, profiles, Workshop } from './testing/opensslCa.ts';

const workshop = new Workshop();
afterAll(() => workshop.close());
const ca = new OpensslCa(workshop, 'Practice');
const [key, key2] = [workshop.rsaKey(2048), workshop.rsaKey(2048)];
const part = (one: string, profile: { keyUsage: string }): Buffer =>
  pkcs12(workshop, { key: one, certificate: ca.issue({ key: one, ...profile }), password: 'right' });
const both = merged([part(key, profiles.buypassSigning), part(key2, profiles.buypassAuthentication)], 'right');
const encryptionOnly = part(key, profiles.commfidesEncryption);
const context: JudgeContext = {
  environment: 'test',
  orgNumber: municipality.orgNumber,
  issuers: { production: [], test: readIssuers([derOf(ca.issuing).toString('base64')]), training: [] },
  now,
};

/** What was handed over to be kept, with a look at the key at that moment. */
let handed: { candidate: Candidate; hadKey: boolean }[];
let answer: Result<void, IdentityProblem>;
let session: ImportSession;
const hasKey = ({ pair }: Candidate): boolean => pair.pkcs8.some((byte) => byte !== 0);

beforeEach(() => {
  vi.useFakeTimers();
  handed = [];
  answer = ok(undefined);
  session = new ImportSession(async (candidate) => {
    await Promise.resolve();
    handed.push({ candidate, hadKey: hasKey(candidate) });
    return answer;
  });
});
afterEach(() => vi.useRealTimers());

function open(file = both) {
  const opened = session.open(file, 'right', context);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

test('shows what is in the file without any key, and which one is proposed', () => {
  const { candidates, proposal } = open();
  expect(candidates.map(({ facts }) => facts.use)).toEqual(['signing', 'authentication']);
  expect(proposal).toEqual({ index: 1, reason: 'made-for-authentication' });
  for (const shown of candidates) expect(Object.keys(shown).sort()).toEqual(['facts', 'verdict']);
});

test('hands over the chosen one with its key, and overwrites all keys afterwards', async () => {
  const { importId } = open();
  expect(await session.keep(importId, 1, false)).toEqual({ ok: true, value: undefined });
  expect(handed).toHaveLength(1);
  expect(handed[0]?.hadKey).toBe(true);
  expect(handed[0]?.candidate.facts.use).toBe('authentication');
  expect(handed.some(({ candidate }) => hasKey(candidate))).toBe(false);
});

test('a second press keeps nothing twice', async () => {
  const { importId } = open();
  const answers = await Promise.all([session.keep(importId, 1, false), session.keep(importId, 1, false)]);
  expect(answers).toEqual([ok(undefined), fail('not-found')]);
  expect(handed).toHaveLength(1);
});

test('closing while the key is being written does not write zeros', async () => {
  const { importId } = open();
  const keeping = session.keep(importId, 1, false);
  session.close();
  expect(await keeping).toEqual(ok(undefined));
  expect(handed[0]?.hadKey).toBe(true);
  expect(handed.some(({ candidate }) => hasKey(candidate))).toBe(false);
});

test('a problem is passed on, and the keys are overwritten all the same', async () => {
  answer = fail('keychain-refused');
  const { importId } = open();
  expect(await session.keep(importId, 1, false)).toEqual(fail('keychain-refused'));
  expect(handed.some(({ candidate }) => hasKey(candidate))).toBe(false);
});

test('a warning must be accepted first', async () => {
  const { importId } = open();
  expect(await session.keep(importId, 0, false)).toEqual(fail('invalid-input'));
  expect(await session.keep(importId, 0, true)).toEqual(ok(undefined));
});

test.each([0, 1, -1, 0.5])('a refused or missing one (%d) is not kept, whatever is accepted', async (index) => {
  const { importId, proposal } = open(encryptionOnly);
  expect(proposal).toBeNull();
  expect(await session.keep(importId, index, true)).toEqual(fail('invalid-input'));
  expect(handed).toEqual([]);
});

test('another import cannot be kept under an old number', async () => {
  const first = open();
  const second = open();
  expect(await session.keep(first.importId, 1, false)).toEqual(fail('not-found'));
  expect(await session.keep(second.importId, 1, false)).toEqual(ok(undefined));
});

test('after five minutes it is over', async () => {
  const { importId } = open();
  vi.advanceTimersByTime(5 * 60_000 - 1);
  expect(await session.keep(importId, 0, false)).toEqual(fail('invalid-input'));
  vi.advanceTimersByTime(1);
  expect(await session.keep(importId, 1, false)).toEqual(fail('not-found'));
});

test('a wrong password opens nothing, closes what was open, and can be tried again', async () => {
  const { importId } = open();
  expect(session.open(both, 'wrong', context)).toEqual(fail('wrong-password'));
  expect(await session.keep(importId, 1, false)).toEqual(fail('not-found'));
  expect(open().candidates).toHaveLength(2);
});
