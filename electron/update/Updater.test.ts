import { expect, test } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import type { UpdateMode, UpdateStatus } from '../../shared/update.ts';
import { FeedRefused } from './signedFolder.ts';
import { createUpdater, type UpdaterPorts } from './Updater.ts';

// What we decide. electron-updater itself, on an installed program: e2e/installed/update.installed.ts.

type Machinery = NonNullable<UpdaterPorts['updater']>;

function updaterIn(
  mode: UpdateMode,
  wishes: { check?: () => Promise<unknown>; unsent?: boolean; fetched?: boolean } = {},
) {
  const done: string[] = [];
  let fetched = wishes.fetched ?? false;
  let whenFailing: () => void = () => undefined;
  const machinery = {
    on: (_: string, listener: () => void) => {
      whenFailing = listener;
    },
    checkForUpdates: wishes.check ?? (async () => ({ isUpdateAvailable: true, updateInfo: { version: '0.2.0' } })),
    downloadUpdate: async () => void done.push('fetched'),
    quitAndInstall: () => void done.push('installed'),
  } as unknown as Machinery;
  const told: UpdateStatus['state'][] = [];
  const updater = createUpdater({
    mode,
    updater: mode === 'off' ? null : machinery,
    isAnythingUnsent: async () => wishes.unsent ?? false,
    fetched: {
      read: async () => fetched,
      write: async (now) => {
        fetched = now;
      },
    },
    now: () => '2026-11-22T05:00:00.000Z' as Instant,
    tell: ({ state }) => told.push(state),
  });
  return { updater, told, done, machinery, isFetched: () => fetched, fail: () => whenFailing() };
}

test('off: nothing is asked and nothing is told', async () => {
  const { updater, told, done } = updaterIn('off');
  await updater.check();
  expect(await updater.installFetched()).toBe(false);
  expect([updater.status().state, told, done]).toEqual(['off', [], []]);
});

test('notify: tells, and fetches nothing', async () => {
  const { updater, told, done } = updaterIn('notify');
  await updater.check();
  expect([told, done]).toEqual([['checking', 'available'], []]);
});

test('automatic: fetches now, installs at the next start and not before', async () => {
  const today = updaterIn('automatic');
  expect(await today.updater.installFetched()).toBe(false);
  await today.updater.check();
  expect([today.told, today.done]).toEqual([['checking', 'available', 'downloading', 'ready'], ['fetched']]);
  expect(today.isFetched()).toBe(true);

  const tomorrow = updaterIn('automatic', { fetched: true });
  expect(await tomorrow.updater.installFetched()).toBe(true);
  expect(tomorrow.done).toEqual(['fetched', 'installed']);
});

test('nothing is installed while a registration is unsent', async () => {
  const { updater, done } = updaterIn('automatic', { fetched: true, unsent: true });
  expect(await updater.installFetched()).toBe(false);
  expect([updater.status().state, done]).toEqual(['waits', ['fetched']]);
});

test('nothing older is taken, nothing happens by itself, and nobody else logs', () => {
  expect(updaterIn('automatic').machinery).toMatchObject({
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: false,
    disableWebInstaller: true,
    logger: null,
  });
});

test('an installation that fails is told, and the program goes on', async () => {
  const { updater, machinery, fail } = updaterIn('automatic', { fetched: true });
  machinery.quitAndInstall = fail;
  expect(await updater.installFetched()).toBe(false);
  expect(updater.status()).toMatchObject({ state: 'refused', error: { code: 'update-not-installed' } });
});

test.each([
  [new FeedRefused('update-older'), 'update-older'],
  [Object.assign(new Error(), { code: 'ERR_CHECKSUM_MISMATCH' }), 'update-file-forged'],
  [Object.assign(new Error(), { code: 'ERR_UPDATER_INVALID_UPDATE_INFO' }), 'update-feed-unreadable'],
  [Object.assign(new Error(), { code: 'HTTP_ERROR_404' }), 'update-feed-missing'],
  [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'net-tls'],
  [new Error('net::ERR_NAME_NOT_RESOLVED'), 'net-no-contact'],
])('%o is told as %s', async (thrown, code) => {
  const { updater } = updaterIn('automatic', {
    check: async () => {
      throw thrown;
    },
  });
  await updater.check();
  expect(updater.status()).toMatchObject({ state: 'refused', error: { code } });
});
