import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { SecretName, SecretStore } from '../secrets/SecretStore.ts';
import { openStore } from './open.ts';
import type { Store } from './Store.ts';

/** Secrets in memory, for tests that are not about the keychain. */
export function memorySecrets(): SecretStore & { readonly kept: Map<SecretName, Uint8Array> } {
  const kept = new Map<SecretName, Uint8Array>();
  return {
    kept,
    read: async (name) => {
      const secret = kept.get(name);
      return ok(secret === undefined ? null : Uint8Array.from(secret));
    },
    write: async (name, secret) => {
      kept.set(name, Uint8Array.from(secret));
      return ok(undefined);
    },
    erase: async (name) => {
      kept.delete(name);
      return ok(undefined);
    },
  };
}

/** A folder of its own for one test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'saksbord-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A fresh encrypted store that is closed after the test. */
export async function openTestStore(): Promise<Store> {
  const opened = value(await openStore(tempFolder(), memorySecrets(), () => testNow));
  onTestFinished(() => opened.store.close());
  return opened.store;
}

/** 21 November 2026, 10.00 in Oslo. */
export const testNow = '2026-11-21T09:00:00.000Z' as Instant;

/** The value of a Result that the test expects to be good. */
export function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}
