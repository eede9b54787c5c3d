import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installationId } from './installation.ts';
import { tempFolder, value } from './storage/testKit.ts';

test('made once and kept; another profile gets another', () => {
  const folder = tempFolder();
  const id = value(installationId(folder));
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(value(installationId(folder))).toBe(id);
  expect(value(installationId(tempFolder()))).not.toBe(id);
});

test('a damaged one is made anew rather than trusted', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'installation-id'), '../../etc');
  const id = value(installationId(folder));
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(readFileSync(join(folder, 'installation-id'), 'utf8').trim()).toBe(id);
});

test('none is made beside a database: its key would never be found again', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'saksbord.db'), 'x');
  expect(installationId(folder)).toMatchObject({ error: { code: 'storage-damaged' } });
});

test('a folder that can’t be made is a failure with a code', () => {
  const file = join(tempFolder(), 'a-file');
  writeFileSync(file, '');
  expect(installationId(join(file, 'profile'))).toMatchObject({ error: { code: 'file-not-written' } });
});
