import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../shared/result.ts';
import { createBatchRunner } from '../batch/BatchRunner.ts';
import { importText } from '../batch/importList.ts';
import { listBatches } from '../batch/listBatches.ts';
import { fetchInformation } from '../cases/fetchInformation.ts';
import { listCases } from '../cases/listCases.ts';
import { readCase } from '../cases/readCase.ts';
import { anna, caseWith, fakeRegisters, member, seen as seenCase, wanted } from '../cases/testKit.ts';
import { fetchDebtor } from '../debtors/fetchDebtor.ts';
import { listDebtors } from '../debtors/listDebtors.ts';
import { readDebtor } from '../debtors/readDebtor.ts';
import { debtorCaseOf, fakeDebtorRegisters, journalRows, openDebtorDesk, seen } from '../debtors/testKit.ts';
import { createJournal } from '../journal/Journal.ts';
import { openPersonHash } from '../journal/personHash.ts';
import { openEncryptedFile } from './encryptedFile.ts';
import { openStore } from './open.ts';
import { readSetting, saveSetting } from './settings.ts';
import { memorySecrets, tempFolder, testNow, value } from './testKit.ts';

// The database of every version that was given out, as that version left it: what a municipality has must open in all that come after.
// Before a version is given out: SAKSBORD_KEEP_RELEASE=0.2.0 npm test -- --only unit electron/storage/releases.test.ts

const fixtures = join(import.meta.dirname, 'fixtures');
/** Synthetic people only, so the key is no secret. */
const key = new Uint8Array(32).fill(7);
const forever = new AbortController().signal;

/** A desk on the database in this folder, opened as the program opens it. */
async function deskOn(folder: string) {
  const secrets = memorySecrets();
  secrets.kept.set('database-key', key);
  const { store, setAside } = value(await openStore(folder, secrets, () => testNow));
  onTestFinished(() => store.close());
  expect(setAside).toBeNull();
  const now = () => testNow;
  const desk = {
    ...(await openDebtorDesk()),
    store,
    journal: createJournal(store, value(await openPersonHash(secrets)), now),
    registers: fakeDebtorRegisters(),
    notify: () => undefined,
  };
  const runner = createBatchRunner(desk);
  return {
    ...desk,
    runner,
    language: async () => 'nb' as const,
    pickFile: async () => ok(null),
  };
}

const keep = process.env.SAKSBORD_KEEP_RELEASE;
test.runIf(keep)(`keep the database of ${keep}`, async () => {
  const folder = tempFolder();
  const desk = await deskOn(folder);
  const kari = { ...desk, actor: () => ({ userName: 'Kari', role: 'housing' as const }) };
  const household = await caseWith(kari, member(anna));
  const information = { ...seenCase(household), ...wanted, years: [...wanted.years] };
  value(await fetchInformation({ ...kari, registers: fakeRegisters() }, information, forever));
  const debtor = await debtorCaseOf(desk);
  value(await fetchDebtor(desk, { ...seen(debtor), only: null }, forever));
  value(await importText(desk, { text: `Sak;Fnr\n2026/9;${anna}`, name: 'liste.csv' }));
  value(await saveSetting(desk.store, 'language', 'nn'));
  const target = join(fixtures, `${keep}.db`);
  expect(existsSync(target)).toBe(false);
  const file = openEncryptedFile(join(folder, 'saksbord.db'), key);
  file.copyTo(target);
  file.close();
});

test.each(readdirSync(fixtures))('the database of %s opens with everything in it', async (name) => {
  const folder = tempFolder();
  copyFileSync(join(fixtures, name), join(folder, 'saksbord.db'));
  const desk = await deskOn(folder);

  const [household, ...noMore] = value(await listCases(desk));
  expect([household?.caseNumber, noMore]).toEqual(['2026/1042', []]);
  const { members, lookups } = value(await readCase(desk, { caseId: household?.id ?? '' }));
  expect(members).toMatchObject([{ role: 'soeker', maskedId: '258514 *****' }]);
  expect(lookups.find(({ source }) => source === 'inntekt')).toMatchObject({
    state: 'delivered',
    fromMonth: '2025-11',
  });

  const [debtor] = value(await listDebtors(desk));
  const { caseNumber, lookups: asked } = value(await readDebtor(desk, { caseId: debtor?.id ?? '' }));
  expect(caseNumber).toBe('2026/417');
  expect(asked.find(({ source }) => source === 'samordnetTrekk')).toMatchObject({ newRules: false });

  expect(value(await listBatches(desk))).toMatchObject([{ name: 'liste.csv' }]);
  expect(value(await desk.store.read(async (db) => ok(await readSetting(db, 'language'))))).toBe('nn');
  expect((await journalRows(desk)).length).toBeGreaterThan(5);
});
