import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import { getDraft } from './drafts.ts';
import { readJournal } from './journal.ts';
import { openStore } from './open.ts';
import { memorySecrets, tempFolder, testNow, value } from './testKit.ts';

const child = fileURLToPath(new URL('./killChild.ts', import.meta.url));

/** Runs the child until it has said `enough` numbers, kills it with no warning, and returns the last number it had been told is saved. */
async function killAfter(folder: string, key: Uint8Array, enough: number): Promise<number> {
  const process_ = spawn(process.execPath, [child, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  process_.stdin.end(key);
  let said = '';
  for await (const chunk of process_.stdout) {
    said += chunk;
    if (said.split('\n').length > enough) process_.kill('SIGKILL');
  }
  if (process_.signalCode === null && process_.exitCode === null) await once(process_, 'exit');
  expect(process_.signalCode).toBe('SIGKILL');
  return Number(said.split('\n').at(-2));
}

it('a program killed in the middle of writing has lost nothing it was told is saved, and nothing is half there', async () => {
  const folder = tempFolder();
  const key = randomBytes(32);
  const secrets = memorySecrets();
  await secrets.write('database-key', key);
  let rows = 0;
  for (const enough of [1, 3, 40, 250]) {
    const last = await killAfter(folder, key, enough);
    const opened = value(await openStore(folder, secrets, () => testNow));
    expect(opened.setAside).toBeNull();
    const [draft, journal] = value(
      await opened.store.read(async (db) =>
        ok([
          await getDraft(db, 'f'),
          await readJournal(db, { text: '', personHash: null, roles: null, from: null, to: null, offset: 0, limit: 1 }),
        ] as const),
      ),
    );
    const newest = Number(draft?.value.split(':')[0]);
    // one more may have reached the disk before its number was said; the draft and its journal row stand or fall together
    expect(newest === last || newest === last + 1).toBe(true);
    expect(journal.rows[0]?.detail).toBe(String(newest));
    rows += newest + 1;
    expect(journal.total).toBe(rows);
    await opened.store.close();
  }
});
