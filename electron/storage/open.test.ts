import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import { fail, ok } from '../../shared/result.ts';
import type { SecretProblem, SecretStore } from '../secrets/SecretStore.ts';
import { getDraft, putDraft } from './drafts.ts';
import { openEncryptedFile } from './encryptedFile.ts';
import { openStore } from './open.ts';
import type { Store } from './Store.ts';
import { memorySecrets, tempFolder, testNow, value } from './testKit.ts';

const CANARY = 'KANARIFUGL-41918012345';

const open = (folder: string, secrets: SecretStore) => openStore(folder, secrets, () => testNow);

const write = (store: Store, text: string) =>
  store.write(async (db) => ok(await putDraft(db, { form: 'f', value: text, savedAt: testNow })));
const read = (store: Store) => store.read(async (db) => ok((await getDraft(db, 'f'))?.value));

/** Every file in the folder that holds the text in the clear, as UTF-8 or UTF-16. */
const filesHolding = (folder: string, text: string): string[] =>
  readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name));
    return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
  });

describe('openStore', () => {
  it('keeps what is written, and no file holds it in the clear: not the database, not the WAL', async () => {
    const folder = tempFolder();
    const secrets = memorySecrets();
    const first = value(await open(folder, secrets));
    expect(first.setAside).toBeNull();
    value(await write(first.store, CANARY));
    expect(readFileSync(join(folder, 'saksbord.db-wal')).length).toBeGreaterThan(0);
    expect(filesHolding(folder, 'KANARIFUGL')).toEqual([]);
    await first.store.close();
    expect(filesHolding(folder, 'KANARIFUGL')).toEqual([]);
    // the search itself would find it
    writeFileSync(join(folder, 'control'), `x${CANARY}x`);
    expect(filesHolding(folder, 'KANARIFUGL')).toEqual(['control']);

    const second = value(await open(folder, secrets));
    expect(second.setAside).toBeNull();
    expect(value(await read(second.store))).toBe(CANARY);
    await second.store.close();
  });

  it('keeps a key of 256 bits under its name, and asks the disk before it says that something is saved', async () => {
    const folder = tempFolder();
    const secrets = memorySecrets();
    const { store } = value(await open(folder, secrets));
    await store.close();
    const key = secrets.kept.get('database-key');
    expect(key?.byteLength).toBe(32);
    expect(new Set(key).size).toBeGreaterThan(8);

    const file = openEncryptedFile(join(folder, 'saksbord.db'), key ?? new Uint8Array());
    const pragma = (name: string) => Object.values(file.prepare(`pragma ${name}`).all([])[0] as object)[0];
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout'].map(pragma)).toEqual([
      'wal',
      2, // FULL
      1,
      1,
      5000,
    ]);
    file.close();
  });

  it.each([
    ['the key is gone from the keychain', (secrets: ReturnType<typeof memorySecrets>) => secrets.kept.clear()],
    [
      'another key lies there',
      (secrets: ReturnType<typeof memorySecrets>) => secrets.kept.set('database-key', new Uint8Array(32)),
    ],
  ])('sets the file aside and starts empty when %s', async (_, lose) => {
    const folder = tempFolder();
    const secrets = memorySecrets();
    const first = value(await open(folder, secrets));
    const rightKey = secrets.kept.get('database-key') ?? new Uint8Array();
    value(await write(first.store, CANARY));
    await first.store.close();
    lose(secrets);

    const second = value(await open(folder, secrets));
    expect(second.setAside).toBe('saksbord-set-aside-2026-11-21T090000000Z.db');
    expect(value(await read(second.store))).toBeUndefined();
    value(await write(second.store, 'new'));
    await second.store.close();

    // nothing was lost: with its key the old file still reads
    const old = openEncryptedFile(join(folder, second.setAside ?? ''), rightKey);
    expect(old.prepare('select value from drafts').all([])).toEqual([{ value: CANARY }]);
    old.close();
    const third = value(await open(folder, secrets));
    expect(third.setAside).toBeNull();
    expect(value(await read(third.store))).toBe('new');
    await third.store.close();
  });

  it('sets a damaged file aside, its WAL with it', async () => {
    const folder = tempFolder();
    const secrets = memorySecrets();
    const { store } = value(await open(folder, secrets));
    for (let row = 0; row < 50; row += 1) {
      value(
        await store.write(async (db) =>
          ok(await putDraft(db, { form: `${row}`, value: CANARY.repeat(200), savedAt: testNow })),
        ),
      );
    }
    await store.close();
    const path = join(folder, 'saksbord.db');
    const bytes = readFileSync(path);
    // one page far from the header: only a look at the whole file finds it at start
    const page = Math.floor(bytes.length / 4096 / 2) * 4096;
    bytes.fill(0xaa, page, page + 4096);
    writeFileSync(path, bytes);
    writeFileSync(`${path}-wal`, 'left behind');

    const again = value(await open(folder, secrets));
    expect(again.setAside).toMatch(/^saksbord-set-aside-/);
    expect(readFileSync(join(folder, again.setAside ?? '')).equals(bytes)).toBe(true);
    expect(readFileSync(join(folder, `${again.setAside}-wal`), 'utf8')).toContain('left behind');
    expect(value(await read(again.store))).toBeUndefined();
    await again.store.close();
  });

  it.each<SecretProblem>(['no-keychain', 'keychain-refused'])(
    'touches nothing when the keychain says %s: the key may still be there',
    async (problem) => {
      const folder = tempFolder();
      const secrets = memorySecrets();
      const { store } = value(await open(folder, secrets));
      await store.close();
      const before = readdirSync(folder);
      expect(await open(folder, { ...secrets, read: async () => fail(problem) })).toMatchObject({
        error: { code: problem },
      });
      expect(readdirSync(folder)).toEqual(before);
    },
  );

  it('makes no file when a new key could not be kept', async () => {
    const folder = tempFolder();
    const secrets: SecretStore = { ...memorySecrets(), write: async () => fail('keychain-refused') };
    expect(await open(folder, secrets)).toMatchObject({ error: { code: 'keychain-refused' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a file that a later Saksbord has written, and leaves it as it was', async () => {
    const folder = tempFolder();
    const secrets = memorySecrets();
    const { store } = value(await open(folder, secrets));
    await store.close();
    const path = join(folder, 'saksbord.db');
    const file = openEncryptedFile(path, secrets.kept.get('database-key') ?? new Uint8Array());
    file.exec('pragma user_version = 99990');
    file.close();
    const before = readFileSync(path);
    expect(await open(folder, secrets)).toMatchObject({ error: { code: 'storage-newer' } });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('aside'))).toEqual([]);
  });

  it('says so when the folder or the file can not be used', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'blocked'), 'a file where the folder should be');
    expect(await open(join(folder, 'blocked'), memorySecrets())).toMatchObject({ error: { code: 'file-not-written' } });
    mkdirSync(join(folder, 'other', 'saksbord.db'), { recursive: true });
    expect(await open(join(folder, 'other'), memorySecrets())).toMatchObject({ error: { code: 'file-not-written' } });
  });

  it('opens beside another process that is writing, and waits for it', async () => {
    const folder = tempFolder();
    const secrets = memorySecrets();
    const { store } = value(await open(folder, secrets));
    onTestFinished(() => store.close());
    const both = await Promise.all([open(folder, secrets), write(store, CANARY)]);
    const second = value(both[0]).store;
    expect(value(await read(second))).toBe(CANARY);
    await second.close();
  });

  it('is not mistaken for an unencrypted database by anyone without the key', async () => {
    const folder = tempFolder();
    const { store } = value(await open(folder, memorySecrets()));
    await store.close();
    copyFileSync(join(folder, 'saksbord.db'), join(folder, 'copy.db'));
    const plain = new Libsql(join(folder, 'copy.db'));
    expect(() => plain.prepare('select * from drafts')).toThrow(/not a database/);
    plain.close();
    expect(existsSync(join(folder, 'saksbord-before-migration.db'))).toBe(false);
  });

  it('puts the moment into the name of what it sets aside, also of what never was a database', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'saksbord.db'), 'long enough to be looked at as a database, but none'.repeat(100));
    const at = '2027-01-02T03:04:05.678Z' as Instant;
    const opened = value(await openStore(folder, memorySecrets(), () => at));
    expect(opened.setAside).toBe('saksbord-set-aside-2027-01-02T030405678Z.db');
    await opened.store.close();
  });

  it('overwrites the key when it has been used, also when opening failed', async () => {
    const key = new Uint8Array(32).fill(7);
    const secrets: SecretStore = { ...memorySecrets(), read: async () => ok(key) };
    const folder = tempFolder();
    await value(await open(folder, secrets)).store.close();
    expect([...key].every((byte) => byte === 0)).toBe(true);
    key.fill(7);
    writeFileSync(join(folder, 'blocked'), '');
    await open(join(folder, 'blocked'), secrets);
    expect([...key].every((byte) => byte === 0)).toBe(true);
  });
});
