import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ok } from '../../shared/result.ts';
import { putDraft } from '../storage/drafts.ts';
import { type EncryptedFile, openEncryptedFile } from '../storage/encryptedFile.ts';
import { openStore } from '../storage/open.ts';
import { createStore } from '../storage/Store.ts';
import { memorySecrets, tempFolder, testNow, value } from '../storage/testKit.ts';
import { beginChange } from '../trekk/beginChange.ts';
import { confirmAct } from '../trekk/confirmAct.ts';
import { saveAct } from '../trekk/saveAct.ts';
import { accepts, confirmed, makeReady, messages, now, openTrekkDesk, registered, seen } from '../trekk/testKit.ts';

/** A real store whose file can be told to take no more pages, as a full disk does. */
async function storeThatFills() {
  const folder = tempFolder();
  const key = randomBytes(32);
  const secrets = memorySecrets();
  await secrets.write('database-key', key);
  await value(await openStore(folder, secrets, () => testNow)).store.close();
  const file: EncryptedFile = openEncryptedFile(join(folder, 'saksbord.db'), key);
  const store = createStore(file);
  onTestFinished(() => store.close());
  const pages = (count: number) => file.exec(`pragma max_page_count = ${count}`);
  /** No more pages, and the last free one taken. */
  const fill = async () => {
    pages(1);
    let form = 0;
    for (const length of [9000, 3000, 500]) {
      for (let taken = true; taken; form += 1) {
        const draft = { form: `${form}`, value: 'x'.repeat(length), savedAt: testNow };
        taken = (await store.write(async (db) => ok(await putDraft(db, draft)))).ok;
      }
    }
  };
  return { store, fill, empty: () => pages(1_000_000) };
}

it('the disk is full when it is confirmed: nothing is confirmed, nothing is sent, and the draft is as it was', async () => {
  const { store, fill, empty } = await storeThatFills();
  const desk = await openTrekkDesk({ store });
  const begun = value(await beginChange(desk, { ...seen(await registered(desk)), reason: 'klage' }));
  if (begun.act?.what.kind !== 'endre') throw new Error('no change');
  // So long that it takes a page of its own.
  const content = { ...begun.act.what.content, explanation: 'x'.repeat(2000) };
  const claims = content.claims.map((claim) => ({ ...claim, description: 'x'.repeat(500) }));
  const what = { kind: 'endre' as const, content: { ...content, claims } };
  const saved = value(await saveAct(desk, { ...seen(begun), debtorName: 'Anna Ås', what, reasons: {} }));
  const ready = await makeReady(desk, saved);
  await fill();
  expect(await confirmAct(desk, seen(ready))).toMatchObject({ ok: false, error: { code: 'disk-full' } });
  desk.answer(accepts());
  await desk.sender.drain();
  expect(desk.seen).toHaveLength(1);
  expect(await now(desk, ready)).toMatchObject({ version: ready.version, act: { state: 'kontrollert' } });
  expect((await messages(desk, ready)).map(({ state }) => state)).toEqual(['accepted']);
  empty();
  value(await confirmAct(desk, seen(ready)));
  await desk.sender.drain();
  expect(desk.seen).toHaveLength(2);
});

it('the disk fills while the answer is on its way: the ending is kept at hand, nothing else is sent, and it is written when there is room', async () => {
  const { store, fill, empty } = await storeThatFills();
  const desk = await openTrekkDesk({ store });
  const trekk = await confirmed(desk);
  desk.answer(async (_, response) => {
    await fill();
    // A refusal with a long list needs pages that are not there.
    const avvik = Array.from({ length: 400 }, (_, index) => ({
      vilkaarnavn: `REGEL_${index}`,
      avvikstekst: 'x'.repeat(90),
    }));
    response
      .writeHead(422, { 'content-type': 'application/json' })
      .end(JSON.stringify({ kode: 'ULD-010', melding: 'Nei.', korrelasjonsid: '', avvik }));
  });
  expect(await desk.sender.drain()).toBe(true);
  expect((await now(desk, trekk)).act?.state).toBe('sendes');
  await desk.sender.drain();
  expect(desk.seen).toHaveLength(1);
  empty();
  expect(await desk.sender.drain()).toBe(false);
  expect((await now(desk, trekk)).act?.refusal?.violations).toHaveLength(400);
  expect(desk.seen).toHaveLength(1);
});
