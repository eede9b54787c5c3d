import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { type Answer, json } from '../skatteetaten/testKit.ts';
import { readAttachment } from '../storage/attachments.ts';
import { value } from '../storage/testKit.ts';
import { backToDraft } from '../trekk/backToDraft.ts';
import { beginTrekk } from '../trekk/beginTrekk.ts';
import { confirmAct } from '../trekk/confirmAct.ts';
import { pickDocument } from '../trekk/pickDocument.ts';
import { recordState } from '../trekk/recordState.ts';
import {
  cuts,
  decidedCase,
  makeReady,
  messages,
  now,
  openTrekkDesk,
  PDF,
  refuses,
  seen,
  type TrekkDesk,
} from '../trekk/testKit.ts';

const uploads: Answer = ({ url }, response) => json(response, 201, { uuid: url.split('/').at(-1) });
const receives: Answer = (_, response) =>
  json(response, 201, { saksreferanse: 'ELAN-1', mottattTidspunkt: '2026-11-21T10:00:00+01:00' });
const had = refuses(422, 'ULD-010', { avvik: [{ vilkaarnavn: 'DUPLIKAT_INNSENDING', avvikstekst: 'Mottatt før.' }] });

/** The upload and the decision, each with its own answer. */
const elan =
  (upload: Answer, decision: Answer): Answer =>
  (request, response, count) =>
    (request.method === 'PUT' ? upload : decision)(request, response, count);

async function decided(desk: TrekkDesk): Promise<Trekk> {
  const debtorCase = await decidedCase(desk, { newRules: true });
  const begun = value(await beginTrekk(desk, { caseId: debtorCase.id }));
  expect(begun.rules).toBe('nytt');
  const { trekk } = value(await pickDocument(desk, seen(begun)));
  if (!trekk) throw new Error('no document');
  return value(await confirmAct(desk, seen(await makeReady(desk, trekk))));
}

const attachmentOf = async (desk: TrekkDesk, trekk: Trekk) => {
  const uuid = trekk.act?.what.kind === 'beslutning' ? (trekk.act.what.content.document?.uuid ?? '') : '';
  return value(await desk.store.read(async (db) => ok(await readAttachment(db, uuid))));
};

describe('a decision under the new rules', () => {
  it('sends the document first, byte for byte, then the decision that names it; then the copy here is gone', async () => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    expect((await messages(desk, trekk)).map(({ step, state }) => [step, state])).toEqual([
      ['vedlegg', 'waiting'],
      ['melding', 'later'],
    ]);
    desk.answer(elan(uploads, receives));
    expect(await desk.sender.drain()).toBe(false);
    const after = await now(desk, trekk);
    expect(after).toMatchObject({
      act: null,
      received: { caseReference: 'ELAN-1', state: 'mottatt', since: '2026-11-21' },
    });
    const [first, second] = desk.seen;
    const { uuid } = JSON.parse(second?.body ?? '').beslutning;
    expect(first).toMatchObject({ method: 'PUT', url: `/elan-kommune/vedlegg/${uuid}`, body: PDF.toString() });
    expect(first?.headers['content-type']).toBe('application/pdf');
    expect(second).toMatchObject({ method: 'POST', url: '/elan-kommune/beslutning-om-utleggstrekk' });
    expect(desk.seen).toHaveLength(2);
    expect(await attachmentOf(desk, trekk)).toBeNull();
  });

  it('while it is not known whether the document arrived, the decision is not sent', async () => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    desk.answer(elan(cuts, receives));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act).toMatchObject({ state: 'ukjent', sending: { step: 'vedlegg' } });
    expect(desk.seen.map(({ method }) => method)).toEqual(['PUT']);

    desk.move(5000, 5000);
    desk.answer(elan(uploads, refuses(401, 'ULD-004')));
    await desk.sender.drain();
    // The document is there; the decision has not been taken in, so that it is «not sent» again.
    expect((await now(desk, trekk)).act).toMatchObject({ state: 'sendes', sending: { step: 'melding', attempts: 1 } });
  });

  it('DUPLIKAT_INNSENDING after a lost answer: it is ours, and received', async () => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    desk.answer(elan(uploads, cuts));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act?.state).toBe('ukjent');
    desk.move(5000, 5000);
    desk.answer(elan(uploads, had));
    await desk.sender.drain();
    expect(await now(desk, trekk)).toMatchObject({ act: null, received: { caseReference: null, state: 'mottatt' } });
    const decisions = desk.seen.filter(({ method }) => method === 'POST');
    expect(decisions[1]?.body).toBe(decisions[0]?.body);
  });

  it('DUPLIKAT_INNSENDING to the first try: somebody else has sent it, ours is refused', async () => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    desk.answer(elan(uploads, had));
    await desk.sender.drain();
    expect(await now(desk, trekk)).toMatchObject({
      act: { state: 'avvist', refusal: { violations: [{ code: 'DUPLIKAT_INNSENDING' }] } },
      received: null,
    });
  });

  it('a lost answer to the document is no doubt about the decision', async () => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    desk.answer(cuts);
    await desk.sender.drain();
    desk.move(5000, 5000);
    desk.answer(elan(uploads, had));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act?.state).toBe('avvist');
  });

  it('a document that is refused takes the decision with it, and both can be sent again', async () => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    desk.answer(elan(refuses(400, 'ULD-006'), receives));
    expect(await desk.sender.drain()).toBe(false);
    const refused = await now(desk, trekk);
    expect(refused.act?.state).toBe('avvist');
    expect((await messages(desk, trekk)).map(({ state }) => state)).toEqual(['refused', 'withdrawn']);
    const draft = value(await backToDraft(desk, seen(refused)));
    value(await confirmAct(desk, seen(await makeReady(desk, draft))));
    desk.answer(elan(uploads, receives));
    await desk.sender.drain();
    expect((await now(desk, trekk)).received).toMatchObject({ caseReference: 'ELAN-1' });
  });

  it('what Skatteetaten tells later is entered by hand', async () => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    desk.answer(elan(uploads, receives));
    await desk.sender.drain();
    const told = { state: 'iTrekk' as const, since: '2026-11-21' as never, source: 'Brev', caseReference: null };
    const after = value(await recordState(desk, { ...seen(await now(desk, trekk)), ...told }));
    expect(after.received).toMatchObject({ state: 'iTrekk', source: 'Brev', caseReference: 'ELAN-1' });
  });
});
