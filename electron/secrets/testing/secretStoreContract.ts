import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { MAX_SECRET_BYTES, type SecretStore, secretNames } from '../SecretStore.ts';

/** What every SecretStore must do, whichever keychain is behind it. Takes a function that opens the same store anew, as a restart would. */
export function secretStoreContract(open: () => Promise<SecretStore>): void {
  const read = async (name: (typeof secretNames)[number]) => (await open()).read(name);

  describe('a secret store', () => {
    afterEach(async () => {
      const store = await open();
      for (const name of secretNames) await store.erase(name);
    });

    test('has nothing to begin with, and says so without an error', async () => {
      for (const name of secretNames) expect(await read(name)).toEqual({ ok: true, value: null });
    });

    test('gives back every byte value after a restart', async () => {
      const secret = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
      expect(await (await open()).write('database-key', secret)).toEqual({ ok: true, value: undefined });
      const back = await read('database-key');
      expect(back.ok && back.value && Buffer.from(back.value).equals(secret)).toBe(true);
    });

    // 1919 and 1920 lie on each side of one entry's end; 1250, 1824 and 2407 are a kept RSA-2048, -3072 and -4096 key.
    test.each([1, 2, 3, 32, 1250, 1824, 1918, 1919, 1920, 1921, 2407, MAX_SECRET_BYTES])(
      'keeps %i bytes',
      async (length) => {
        const secret = randomBytes(length);
        expect((await (await open()).write('signing-key-a', secret)).ok).toBe(true);
        const back = await read('signing-key-a');
        expect(back.ok && back.value && secret.equals(back.value)).toBe(true);
      },
    );

    test('refuses what some keychain could not hold, and keeps what was there', async () => {
      const store = await open();
      await store.write('database-key', Buffer.from('first'));
      const refused = await store.write('database-key', randomBytes(MAX_SECRET_BYTES + 1));
      expect(refused).toEqual({ ok: false, error: 'keychain-too-large' });
      const back = await store.read('database-key');
      expect(back.ok && back.value && Buffer.from(back.value).toString()).toBe('first');
    });

    test('replaces long by short by long', async () => {
      for (const length of [3000, 10, 3000, 3001, 2000]) {
        const secret = randomBytes(length);
        await (await open()).write('signing-key-b', secret);
        const back = await read('signing-key-b');
        expect(back.ok && back.value && secret.equals(back.value)).toBe(true);
      }
    });

    test('keeps names apart', async () => {
      const store = await open();
      await store.write('signing-key-a', Buffer.from('a'));
      await store.write('signing-key-b', Buffer.from('b'));
      await store.erase('signing-key-a');
      expect(await store.read('signing-key-a')).toEqual({ ok: true, value: null });
      const other = await store.read('signing-key-b');
      expect(other.ok && other.value && Buffer.from(other.value).toString()).toBe('b');
    });

    test('erases for good, and erasing nothing is fine', async () => {
      const store = await open();
      await store.write('signing-key-a', randomBytes(3000));
      expect(await store.erase('signing-key-a')).toEqual({ ok: true, value: undefined });
      expect(await store.erase('signing-key-a')).toEqual({ ok: true, value: undefined });
      expect(await read('signing-key-a')).toEqual({ ok: true, value: null });
    });

    test('answers writes at the same time as if they came one after the other', async () => {
      const store = await open();
      const secrets = Array.from({ length: 8 }, (_, index) => Buffer.alloc(3000, index + 1));
      const answers = await Promise.all(secrets.map((secret) => store.write('journal-key', secret)));
      expect(answers.every((answer) => answer.ok)).toBe(true);
      const back = await store.read('journal-key');
      expect(back.ok && back.value && Buffer.from(back.value).equals(Buffer.alloc(3000, 8))).toBe(true);
    });
  });
}
