import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { entryStore, type KeychainEntries } from './entryStore.ts';
import { MemoryEntries } from './testing/memoryEntries.ts';
import { secretStoreContract } from './testing/secretStoreContract.ts';

const entries = new MemoryEntries();
secretStoreContract(async () => entryStore(entries, 'someone'));

const long = (fill: number): Buffer => Buffer.alloc(3000, fill);
const lengths = [10, 3000];

test.each(
  lengths.flatMap((before) => lengths.flatMap((after) => [0, 1, 2, 3, 4].map((changes) => [before, after, changes]))),
)(
  'from %i to %i bytes with the power gone after %i changes: wholly the old or wholly the new',
  async (before = 0, after = 0, changes = 0) => {
    const mine = new MemoryEntries();
    const old = randomBytes(before);
    const next = randomBytes(after);
    await entryStore(mine, 'me').write('signing-key-a', Buffer.alloc(3000));
    await entryStore(mine, 'me').write('signing-key-a', old);
    mine.changesLeft = changes;
    const answer = await entryStore(mine, 'me').write('signing-key-a', next);
    mine.changesLeft = Number.POSITIVE_INFINITY;

    const back = await entryStore(mine, 'me').read('signing-key-a');
    if (!back.ok || back.value === null) throw new Error('nothing came back');
    const found = Buffer.from(back.value);
    expect(found.equals(old) || found.equals(next)).toBe(true);
    if (answer.ok) expect(found.equals(next)).toBe(true);

    await entryStore(mine, 'me').erase('signing-key-a');
    expect(mine.texts.size).toBe(0);
  },
);

test('a finished write leaves no part of the old secret behind', async () => {
  const mine = new MemoryEntries();
  const store = entryStore(mine, 'me');
  await store.write('signing-key-a', long(1));
  await store.write('signing-key-a', long(2));
  expect(mine.texts.size).toBe(2);
  await store.write('signing-key-a', Buffer.from('short'));
  expect([...mine.texts.keys()]).toEqual(['me/signing-key-a']);
});

test.each([
  ['the rest is gone', (mine: MemoryEntries) => mine.texts.delete('me/signing-key-a.a')],
  ['the head points nowhere', (mine: MemoryEntries) => mine.texts.set('me/signing-key-a', 'zAAAA')],
  ['the head is empty', (mine: MemoryEntries) => mine.texts.set('me/signing-key-a', '0')],
  ['someone typed into it', (mine: MemoryEntries) => mine.texts.set('me/signing-key-a', '0not base64!')],
  ['the rest is cut', (mine: MemoryEntries) => mine.texts.set('me/signing-key-a.a', 'AAA')],
])('damage is told from nothing: %s', async (_, damage) => {
  const mine = new MemoryEntries();
  const store = entryStore(mine, 'me');
  await store.write('signing-key-a', long(1));
  damage(mine);
  expect(await store.read('signing-key-a')).toEqual({ ok: false, error: 'keychain-damaged' });
});

test('an interrupted erase is not taken for an erased secret', async () => {
  const mine = new MemoryEntries();
  const store = entryStore(mine, 'me');
  await store.write('signing-key-a', long(1));
  mine.changesLeft = 1;
  expect(await store.erase('signing-key-a')).toEqual({ ok: false, error: 'keychain-refused' });
  mine.changesLeft = Number.POSITIVE_INFINITY;
  expect(await store.read('signing-key-a')).toEqual({ ok: false, error: 'keychain-damaged' });
  expect((await store.erase('signing-key-a')).ok).toBe(true);
  expect(mine.texts.size).toBe(0);
});

test('a keychain that takes and forgets is found out by the write itself', async () => {
  const forgetful = { get: async () => null, set: async () => undefined, delete: async () => true };
  expect(await entryStore(forgetful, 'me').write('database-key', Buffer.from('x'))).toEqual({
    ok: false,
    error: 'keychain-refused',
  });
});

test('owners do not see each other', async () => {
  const mine = new MemoryEntries();
  await entryStore(mine, 'production').write('database-key', Buffer.from('p'));
  expect(await entryStore(mine, 'test').read('database-key')).toEqual({ ok: true, value: null });
});

test('what a keychain says in its error goes no further', async () => {
  const rude: KeychainEntries = {
    get: () => Promise.reject(new Error('secret 12345 of user x')),
    set: () => Promise.reject(new Error('secret')),
    delete: () => Promise.reject(new Error('secret')),
  };
  const store = entryStore(rude, 'me');
  expect(await store.read('database-key')).toEqual({ ok: false, error: 'keychain-refused' });
  expect(await store.erase('database-key')).toEqual({ ok: false, error: 'keychain-refused' });
});
