import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EncryptedFile, openEncryptedFile } from './encryptedFile.ts';
import { type Migration, migrate } from './migrate.ts';
import { tempFolder } from './testKit.ts';

const key = new Uint8Array(32).fill(7);

function openFile(path: string): EncryptedFile {
  const file = openEncryptedFile(path, key);
  onTestFinished(() => file.close());
  return file;
}

const tablesOf = (file: EncryptedFile): unknown[] =>
  file.prepare("select name from sqlite_schema where type = 'table' order by name").all([]);

const first: Migration = { version: 10, up: (file) => file.exec('create table a (x text) strict') };
const second: Migration = {
  version: 20,
  up: (file) => {
    file.exec('create table b (x text) strict');
    file.exec('insert into b select x from a');
  },
};
const broken: Migration = {
  version: 20,
  up: (file) => {
    file.exec('create table b (x text) strict');
    file.exec('drop table a');
    throw new Error('half-way');
  },
};

describe('migrate', () => {
  it('makes a new file in order, and copies nothing where there was nothing', () => {
    const folder = tempFolder();
    const file = openFile(join(folder, 'f.db'));
    expect(migrate(file, [first, second], join(folder, 'copy.db'))).toMatchObject({ ok: true });
    expect(file.version()).toBe(20);
    expect(tablesOf(file)).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(existsSync(join(folder, 'copy.db'))).toBe(false);
  });

  it('takes only the steps that are missing, after a copy that the same key opens; the copy goes at the next quiet start', () => {
    const folder = tempFolder();
    const copy = join(folder, 'copy.db');
    const file = openFile(join(folder, 'f.db'));
    migrate(file, [first], copy);
    file.exec("insert into a values ('KANARIFUGL')");

    migrate(file, [first, second], copy);
    expect(file.prepare('select x from b').all([])).toEqual([{ x: 'KANARIFUGL' }]);
    expect(readFileSync(copy).includes('KANARIFUGL')).toBe(false);
    const before = openFile(copy);
    expect(before.version()).toBe(10);
    expect(before.prepare('select x from a').all([])).toEqual([{ x: 'KANARIFUGL' }]);

    migrate(file, [first, second], copy);
    expect(existsSync(copy)).toBe(false);
  });

  it('leaves a step that fails wholly undone, version and all, and the steps before it done', () => {
    const folder = tempFolder();
    const file = openFile(join(folder, 'f.db'));
    expect(() => migrate(file, [first, broken], join(folder, 'copy.db'))).toThrow('half-way');
    expect(file.version()).toBe(10);
    expect(tablesOf(file)).toEqual([{ name: 'a' }]);
    expect(migrate(file, [first, second], join(folder, 'copy.db'))).toMatchObject({ ok: true });
    expect(file.version()).toBe(20);
  });

  it('skips a step that another process took while we waited for the lock', () => {
    const folder = tempFolder();
    const file = openFile(join(folder, 'f.db'));
    const other = openFile(join(folder, 'f.db'));
    const racing: Migration[] = [
      { ...first, up: (db) => first.up(db) },
      { version: 20, up: second.up },
    ];
    // «other» migrates after «file» has looked at the version, before it takes its first lock
    const late: EncryptedFile = {
      ...file,
      inTransaction: (work) => {
        if (other.version() === 0) migrate(other, racing, join(folder, 'copy.db'));
        file.inTransaction(work);
      },
    };
    expect(migrate(late, racing, join(folder, 'copy.db'))).toMatchObject({ ok: true });
    expect(tablesOf(file)).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('refuses a newer schema', () => {
    const folder = tempFolder();
    const file = openFile(join(folder, 'f.db'));
    migrate(file, [first, second], join(folder, 'copy.db'));
    expect(migrate(file, [first], join(folder, 'copy.db'))).toMatchObject({ error: { code: 'storage-newer' } });
  });
});
