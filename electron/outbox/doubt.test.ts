import { describe, expect, it } from 'vitest';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { anna } from '../cases/testKit.ts';
import { type Answer, json } from '../skatteetaten/testKit.ts';
import { value } from '../storage/testKit.ts';
import { beginEnd } from '../trekk/beginEnd.ts';
import { beginTrekk } from '../trekk/beginTrekk.ts';
import { checkAct } from '../trekk/checkAct.ts';
import { confirmAct } from '../trekk/confirmAct.ts';
import { pickDocument } from '../trekk/pickDocument.ts';
import { refreshTrekk } from '../trekk/refreshTrekk.ts';
import { reviewTrekk } from '../trekk/reviewAct.ts';
import { saveAct } from '../trekk/saveAct.ts';
import {
  accepts,
  confirmed,
  cuts,
  decidedCase,
  makeReady,
  now,
  openTrekkDesk,
  refuses,
  registered,
  seen,
  storedOf,
  type TrekkDesk,
} from '../trekk/testKit.ts';

const BENDIK = '06882949409';
const forever = new AbortController().signal;

const notOurToken = refuses(422, 'ULD-010', {
  avvik: [{ vilkaarnavn: 'INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING', avvikstekst: 'Nei.' }],
});

/** ELAN takes the document, and answers the decision so. */
const decision =
  (answer: Answer): Answer =>
  (request, response, count) =>
    request.method === 'PUT'
      ? json(response, 201, { uuid: request.url.split('/').at(-1) })
      : answer(request, response, count);

async function begunDecision(desk: TrekkDesk, nationalId: string): Promise<Trekk> {
  const debtorCase = await decidedCase(desk, { newRules: true, nationalId });
  return value(await beginTrekk(desk, { caseId: debtorCase.id }));
}

async function decided(desk: TrekkDesk): Promise<Trekk> {
  const { trekk } = value(await pickDocument(desk, seen(await begunDecision(desk, anna))));
  if (!trekk) throw new Error('no document');
  return value(await confirmAct(desk, seen(await makeReady(desk, trekk))));
}

/** The first answer is lost, the second is this one. */
async function lostThen(desk: TrekkDesk, answer: Answer): Promise<void> {
  desk.answer(decision(cuts));
  await desk.sender.drain();
  desk.move(5000, 5000);
  desk.answer(decision(answer));
  await desk.sender.drain();
}

describe('after a doubt nothing is called refused that may have been stored at the first try', () => {
  it.each<[string, Answer]>([
    ['404 from a wrong address', refuses(404, 'ULD-003')],
    ['422 about the sender, which is looked at before the key', notOurToken],
  ])('a registration, %s', async (_name, answer) => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    await lostThen(desk, answer);
    expect((await now(desk, trekk)).act).toMatchObject({ state: 'ukjent', sending: { attempts: 2 } });
  });

  it.each<[string, Answer]>([
    ['404 from a wrong address', refuses(404, 'ULD-003')],
    ['409, which may be about our own', refuses(409, 'ULD-021')],
    ['422 about the sender', notOurToken],
    ['422 that names no rule: it may be the one about duplicates', refuses(422, 'ULD-010')],
  ])('a decision, %s', async (_name, answer) => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    await lostThen(desk, answer);
    expect((await now(desk, trekk)).act).toMatchObject({ state: 'ukjent', sending: { attempts: 2 } });
  });

  it.each<[string, object | null]>([
    ['an entry without a name', { avvikstekst: 'Noe annet.' }],
    ['an entry that is none', null],
  ])('DUPLIKAT_INNSENDING beside %s is read all the same', async (_name, other) => {
    const desk = await openTrekkDesk();
    const trekk = await decided(desk);
    await lostThen(desk, refuses(422, 'ULD-010', { avvik: [other, { vilkaarnavn: 'DUPLIKAT_INNSENDING' }] }));
    expect(await now(desk, trekk)).toMatchObject({ act: null, received: { state: 'mottatt' } });
  });
});

describe('DUPLIKAT_INNSENDING after a doubt can only be our own', () => {
  it('since the pair that ELAN knows a decision by is never used for two debtors', async () => {
    const desk = await openTrekkDesk();
    await decided(desk);
    desk.answer(decision((_, response) => json(response, 201, { saksreferanse: 'ELAN-1' })));
    await desk.sender.drain();
    // Two debtors of one case: the same case number, decided the same day.
    const second = await begunDecision(desk, BENDIK);
    expect(value(await reviewTrekk(desk, { trekkId: second.id })).violations).toContainEqual(
      expect.objectContaining({ rule: 'V-27', code: 'DUPLIKAT_INNSENDING' }),
    );
    expect(value(await checkAct(desk, seen(second))).act?.state).toBe('utkast');
  });
});

describe('an answer about something else proves nothing', () => {
  it.each<[string, object]>([
    ['another reference', { innsendersReferanse: '2026/1' }],
    ['another day of decision', { beslutningsdato: '2026-11-01' }],
  ])('a registration that is answered with %s', async (_name, over) => {
    const desk = await openTrekkDesk();
    const trekk = await confirmed(desk);
    desk.answer(accepts(over));
    await desk.sender.drain();
    expect(await now(desk, trekk)).toMatchObject({ act: { state: 'ukjent' }, registered: null });
  });

  it('an ending that is answered with a trekk that still runs', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const first = desk.seen[0]?.body ?? '';
    const begun = value(await beginEnd(desk, { ...seen(trekk), reason: 'begjaeringTrukket' }));
    if (begun.act?.what.kind !== 'avslutt') throw new Error('no end');
    const what = { kind: 'avslutt' as const, content: { ...begun.act.what.content, explanation: 'Brev fra 1.11.' } };
    const saved = value(await saveAct(desk, { ...seen(begun), debtorName: 'Anna Ås', what, reasons: {} }));
    value(await confirmAct(desk, seen(await makeReady(desk, saved))));
    desk.answer((_, response) => json(response, 200, storedOf(first, { versjon: 2, status: 'loepende' })));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act?.state).toBe('ukjent');
  });

  it('a trekk that is read again, and comes under another id', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const first = desk.seen[0]?.body ?? '';
    const other = { utleggstrekkId: 'c0a8f0de-0000-4000-8000-000000000009', versjon: 4 };
    desk.answer((_, response) => json(response, 200, storedOf(first, other)));
    const read = await refreshTrekk(desk, seen(trekk), forever);
    expect(read).toMatchObject({ ok: false, error: { code: 'api-bad-answer' } });
    expect((await now(desk, trekk)).registered).toMatchObject({ versjon: 1 });
  });
});
