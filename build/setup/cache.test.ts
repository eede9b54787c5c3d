import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const scratch = mkdtempSync(path.join(tmpdir(), 'saksbord-cache-'));
const cacheFolder = path.join(scratch, 'cache');
vi.stubEnv('SAKSBORD_CACHE', cacheFolder);
const { cached, fetchPackage } = await import('./cache.mjs');

/** npm packs a folder just as it fetches a package. */
const local = path.join(scratch, 'package');
beforeAll(() => {
  mkdirSync(local);
  writeFileSync(path.join(local, 'package.json'), JSON.stringify({ name: 'something', version: '1.0.0' }));
});
afterAll(() => rmSync(scratch, { recursive: true }));

test('a package with other bytes than the pinned ones is not unpacked', async () => {
  const fetched = cached('something', (folder) => fetchPackage(local, 'sha512-AAAA', folder));
  await expect(fetched).rejects.toThrow('is not the file that is pinned');
  expect(readdirSync(cacheFolder)).toEqual([]);
});

test('what broke off half-way is not there the next time', async () => {
  const brokenOff = cached('half', async (folder) => {
    writeFileSync(path.join(folder, 'first'), '');
    throw new Error('the network went away');
  });
  await expect(brokenOff).rejects.toThrow('the network went away');

  const folder = await cached('half', async (empty) => {
    expect(readdirSync(empty)).toEqual([]);
    writeFileSync(path.join(empty, 'second'), '');
  });
  expect(existsSync(path.join(folder, 'second'))).toBe(true);
});

test('what is there is not fetched again', async () => {
  await cached('once', async () => {});
  await cached('once', () => Promise.reject(new Error('fetched again')));
});
