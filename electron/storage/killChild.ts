import { writeSync } from 'node:fs';
import type { Instant } from '../../shared/dates.ts';
import { osloDate } from '../../shared/dates.ts';
import { ok } from '../../shared/result.ts';
import { putDraft } from './drafts.ts';
import { appendJournal } from './journal.ts';
import { openStore } from './open.ts';

/**
 * The program that killed.itest.ts kills: writes a draft and a journal row in one transaction, again and again, and prints each number when it
 * has been told that it is saved. Takes the folder as argument and the key on standard input.
 */
const now = () => new Date().toISOString() as Instant;
const [, , folder = ''] = process.argv;
const chunks: Uint8Array[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const key = Buffer.concat(chunks);

const opened = await openStore(
  folder,
  { read: async () => ok(Uint8Array.from(key)), write: async () => ok(undefined), erase: async () => ok(undefined) },
  now,
);
if (!opened.ok || opened.value.setAside !== null) throw new Error('the store did not open');
const { store } = opened.value;

for (let number = 0; ; number += 1) {
  const at = now();
  const written = await store.write(async (db) => {
    await putDraft(db, { form: 'f', value: `${number}:${'x'.repeat(3000)}`, savedAt: at });
    const nobody = { caseNumber: null, purpose: null, person: null, personHash: null };
    const nothing = { source: null, package: null, period: null };
    const detail = String(number);
    await appendJournal(db, {
      at,
      day: osloDate(at),
      userName: '',
      role: '',
      action: 'setup',
      ...nobody,
      ...nothing,
      detail,
    });
    return ok(null);
  });
  if (!written.ok) throw new Error(written.error.code);
  writeSync(1, `${number}\n`);
}
