import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import { getDraft, putDraft } from './drafts.ts';
import { type EncryptedFile, openEncryptedFile } from './encryptedFile.ts';
import { migrate } from './migrate.ts';
import { firstTables } from './migrations/0010-first-tables.ts';
import { createStore, type Store } from './Store.ts';
import { storageFailure } from './storageFailure.ts';
import { openTestStore, tempFolder, testNow, value } from './testKit.ts';

const key = new Uint8Array(32).fill(7);

function rawStore(path = join(tempFolder(), 'f.db')): { file: EncryptedFile; store: Store } {
  const file = openEncryptedFile(path, key);
  migrate(file, [firstTables], `${path}-copy`);
  const store = createStore(file);
  onTestFinished(() => store.close().catch(() => {}));
  return { file, store };
}

const draft = (text: string) => ({ form: 'f', value: text, savedAt: testNow });
const write = (store: Store, text: string) => store.write(async (db) => ok(await putDraft(db, draft(text))));
const read = (store: Store) => store.read(async (db) => ok((await getDraft(db, 'f'))?.value ?? null));

describe('what the disk does to a store', () => {
  it('a full disk is `disk-full`, and what was there before stands', async () => {
    const { file, store } = rawStore();
    value(await write(store, 'before'));
    const [{ page_count: pages }] = file.prepare('pragma page_count').all([]) as [{ page_count: number }];
    file.exec(`pragma max_page_count = ${pages}`);
    expect(await write(store, 'x'.repeat(1_000_000))).toEqual(fail(failure('disk-full')));
    expect(value(await read(store))).toBe('before');
    file.exec('pragma max_page_count = 100000');
    value(await write(store, 'after'));
    expect(value(await read(store))).toBe('after');
  });

  it('a file that may not be written is `file-not-written`', async () => {
    const { file, store } = rawStore();
    file.exec('pragma query_only = on');
    expect(await write(store, 'x')).toEqual(fail(failure('file-not-written')));
  });

  it('a page that is damaged while the program runs is `storage-damaged`', async () => {
    const path = join(tempFolder(), 'f.db');
    const first = rawStore(path);
    value(await write(first.store, 'x'.repeat(100_000)));
    await first.store.close();
    const { file, store } = rawStore(path);
    const [{ page_count: pages }] = file.prepare('pragma page_count').all([]) as [{ page_count: number }];
    writeFileSync(path, Buffer.alloc((pages - 1) * 4096, 0xaa), { flag: 'r+' });
    expect(await read(store)).toEqual(fail(failure('storage-damaged')));
  });

  it('anything else is a bug, and is thrown', async () => {
    const store = await openTestStore();
    await expect(
      store.read(
        (db) =>
          db
            .selectFrom('drafts')
            .select('nothing' as 'form')
            .execute() as never,
      ),
    ).rejects.toThrow();
    expect(storageFailure(new TypeError('x'))).toBeNull();
    expect(storageFailure('SQLITE_FULL')).toBeNull();
  });
});

describe('Store', () => {
  it('undoes everything when the work fails, or throws', async () => {
    const store = await openTestStore();
    const failed = await store.write(async (db) => {
      await putDraft(db, draft('half'));
      return fail(failure('not-found'));
    });
    expect(failed).toEqual(fail(failure('not-found')));
    await expect(
      store.write(async (db) => {
        await putDraft(db, draft('half'));
        throw new Error('bug');
      }),
    ).rejects.toThrow('bug');
    expect(value(await read(store))).toBeNull();
  });

  it('runs one piece of work at a time: none sees another half done', async () => {
    const store = await openTestStore();
    value(await write(store, '0'));
    const count = () =>
      store.write(async (db) => {
        const seen = Number((await getDraft(db, 'f'))?.value);
        await new Promise((resolve) => setTimeout(resolve, 1));
        return ok(await putDraft(db, draft(String(seen + 1))));
      });
    await Promise.all(Array.from({ length: 20 }, count));
    expect(value(await read(store))).toBe('20');
  });
});
