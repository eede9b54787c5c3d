import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/ipc/errors.ts';
import { fail } from '../../shared/result.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import type { Avslutningsaarsak } from '../../shared/utlegg/trekkContent.ts';
import { journalRows } from '../debtors/testKit.ts';
import { type Answer, json } from '../skatteetaten/testKit.ts';
import { value } from '../storage/testKit.ts';
import { approveAct } from '../trekk/approveAct.ts';
import { beginChange } from '../trekk/beginChange.ts';
import { beginEnd } from '../trekk/beginEnd.ts';
import { confirmAct } from '../trekk/confirmAct.ts';
import { reviewTrekk } from '../trekk/reviewAct.ts';
import { saveAct } from '../trekk/saveAct.ts';
import {
  cuts,
  makeReady,
  messages,
  now,
  openTrekkDesk,
  refuses,
  registered,
  seen,
  storedOf,
  type TrekkDesk,
} from '../trekk/testKit.ts';

/** The register holds version `versjon` with what the last registration and the last change say, plus `over`. */
const holding =
  (desk: TrekkDesk, versjon: number, over: object = {}): Answer =>
  (_, response) => {
    const [first] = desk.seen;
    const change = desk.seen.find(({ method }) => method === 'PUT');
    const { endringsaarsak: _a, endringsdato: _d, begrunnelse: _b, ...terms } = JSON.parse(change?.body ?? '{}');
    json(response, 200, storedOf(first?.body ?? '', { ...terms, versjon, ...over }));
  };

/** Each method its own answer. */
const byMethod =
  (answers: Readonly<Record<string, Answer>>): Answer =>
  (request, response, count) =>
    (answers[request.method] ?? cuts)(request, response, count);

async function changing(desk: TrekkDesk): Promise<Trekk> {
  const trekk = await registered(desk);
  const begun = value(await beginChange(desk, { ...seen(trekk), reason: 'retting' }));
  if (begun.act?.what.kind !== 'endre') throw new Error('no change');
  const { content } = begun.act.what;
  const smaller = { ...content, payment: { ...content.payment, kid: '6487719756' }, explanation: 'Feil navn.' };
  const what = { kind: 'endre' as const, content: { ...smaller, payer: { ...smaller.payer, name: 'Nytt navn AS' } } };
  const saved = value(await saveAct(desk, { ...seen(begun), debtorName: 'Anna Ås', what, reasons: {} }));
  return value(await confirmAct(desk, seen(await makeReady(desk, saved))));
}

describe('a change', () => {
  it('is put on the version that was seen, and becomes the next', async () => {
    const desk = await openTrekkDesk();
    const trekk = await changing(desk);
    desk.answer(holding(desk, 2));
    expect(await desk.sender.drain()).toBe(false);
    const after = await now(desk, trekk);
    expect(after).toMatchObject({ act: null, registered: { versjon: 2, terms: { payer: { name: 'Nytt navn AS' } } } });
    const put = desk.seen.find(({ method }) => method === 'PUT');
    expect(put?.headers['if-match']).toBe('"1"');
    expect(put?.headers['idempotency-key']).toBeUndefined();
  });

  it('412 after a lost answer: read back, the next version has our very terms, so it had arrived', async () => {
    const desk = await openTrekkDesk();
    const trekk = await changing(desk);
    desk.answer(cuts);
    await desk.sender.drain();
    expect((await now(desk, trekk)).act?.state).toBe('ukjent');
    desk.move(5000, 5000);
    desk.answer(byMethod({ PUT: refuses(412, 'ULD-030'), GET: holding(desk, 2) }));
    await desk.sender.drain();
    const after = await now(desk, trekk);
    expect(after).toMatchObject({ act: null, registered: { versjon: 2 } });
    expect(after.events.at(-1)?.event).toBe('accepted');
    expect(
      (await journalRows(desk)).filter(({ action, outcome }) => action === 'lookup' && outcome === 'delivered'),
    ).toHaveLength(1);
  });

  it('412 after a lost answer, and somebody has changed it again since: the version after ours tells', async () => {
    const desk = await openTrekkDesk();
    const trekk = await changing(desk);
    desk.answer(cuts);
    await desk.sender.drain();
    desk.move(5000, 5000);
    const get: Answer = (request, response, count) =>
      holding(
        desk,
        request.url.endsWith('versjon=2') ? 2 : 3,
        request.url.endsWith('versjon=2') ? {} : { status: 'stanset' },
      )(request, response, count);
    desk.answer(byMethod({ PUT: refuses(412, 'ULD-030'), GET: get }));
    await desk.sender.drain();
    expect(await now(desk, trekk)).toMatchObject({ act: null, registered: { versjon: 3, state: 'stanset' } });
  });

  it('412 because somebody else changed it: an utkast again, beside what the register holds now', async () => {
    const desk = await openTrekkDesk();
    const trekk = await changing(desk);
    const others = { trekkpliktig: { organisasjonsnummer: '310442100', navn: 'Annet', ytelsestype: 'pensjon' } };
    desk.answer(byMethod({ PUT: refuses(412, 'ULD-030'), GET: holding(desk, 2, others) }));
    await desk.sender.drain();
    const after = await now(desk, trekk);
    expect(after).toMatchObject({
      act: { state: 'utkast' },
      registered: { versjon: 2, terms: { payer: { pays: 'pensjon' } } },
    });
    expect(after.events.at(-1)?.event).toBe('changed-since');
    const { differences } = value(await reviewTrekk(desk, { trekkId: trekk.id }));
    expect(differences.map(({ field }) => field)).toContain('payer.pays');
  });

  it('412, and the register can not be read: nobody knows', async () => {
    const desk = await openTrekkDesk();
    const trekk = await changing(desk);
    desk.answer(byMethod({ PUT: refuses(412, 'ULD-030'), GET: refuses(503, 'ULD-002') }));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act).toMatchObject({ state: 'ukjent', sending: { error: { code: 'api-behind' } } });
  });

  it('410: there is nothing left to change', async () => {
    const desk = await openTrekkDesk();
    const trekk = await changing(desk);
    desk.answer(refuses(410, 'ULD-008'));
    await desk.sender.drain();
    expect(await now(desk, trekk)).toMatchObject({ act: { state: 'avvist' }, registered: { state: 'slettet' } });
  });

  it('an answer about another trekk, or about the version we had already, is no answer', async () => {
    const desk = await openTrekkDesk();
    const trekk = await changing(desk);
    desk.answer(holding(desk, 1));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act).toMatchObject({
      state: 'ukjent',
      sending: { error: { code: 'api-bad-answer' } },
    });
    desk.move(5000, 5000);
    desk.answer(holding(desk, 2, { utleggstrekkId: 'c0a8f0de-0000-4000-8000-000000000009' }));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act).toMatchObject({ state: 'ukjent', sending: { attempts: 2 } });
  });

  it('428 would be a fault of ours: refused', async () => {
    const desk = await openTrekkDesk();
    const trekk = await changing(desk);
    desk.answer(refuses(428, 'ULD-030'));
    await desk.sender.drain();
    expect((await now(desk, trekk)).act).toMatchObject({
      state: 'avvist',
      refusal: { error: { code: 'api-bad-input' } },
    });
  });
});

async function ending(desk: TrekkDesk, reason: Avslutningsaarsak): Promise<Trekk> {
  const trekk = await registered(desk);
  const begun = value(await beginEnd(desk, { ...seen(trekk), reason }));
  if (begun.act?.what.kind !== 'avslutt') throw new Error('no end');
  const content = { ...begun.act.what.content, explanation: 'Feil person.' };
  const what = { kind: 'avslutt' as const, content };
  const saved = value(await saveAct(desk, { ...seen(begun), debtorName: 'Anna Ås', what, reasons: {} }));
  return makeReady(desk, saved);
}

const over = (reason: Avslutningsaarsak, lastDay: string) => ({
  status: reason === 'feilregistrert' ? 'slettet' : 'avsluttet',
  avslutning: { aarsak: reason, sluttdato: lastDay },
});

describe('an ending', () => {
  it('has a key and a version, and ends it', async () => {
    const desk = await openTrekkDesk();
    const ready = await ending(desk, 'opphevetEtterKlage');
    const trekk = value(await confirmAct(desk, seen(ready)));
    desk.answer(holding(desk, 2, over('opphevetEtterKlage', '2026-11-21')));
    await desk.sender.drain();
    expect(await now(desk, trekk)).toMatchObject({
      act: null,
      registered: { versjon: 2, state: 'avsluttet', ended: { reason: 'opphevetEtterKlage' } },
    });
    const sent = desk.seen.at(-1);
    expect(sent?.url).toMatch(/\/avslutning$/);
    expect(sent?.headers['if-match']).toBe('"1"');
    expect(sent?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('412: ended by our own earlier try, as the register shows', async () => {
    const desk = await openTrekkDesk();
    const trekk = value(await confirmAct(desk, seen(await ending(desk, 'opphevetEtterKlage'))));
    desk.answer(
      byMethod({ POST: refuses(412, 'ULD-030'), GET: holding(desk, 2, over('opphevetEtterKlage', '2026-11-21')) }),
    );
    await desk.sender.drain();
    expect(await now(desk, trekk)).toMatchObject({ act: null, registered: { state: 'avsluttet' } });
  });

  it('wrongly registered takes two people, and gone from the register is what it was to be', async () => {
    const desk = await openTrekkDesk();
    const ready = await ending(desk, 'feilregistrert');
    const asked = value(await confirmAct(desk, seen(ready)));
    expect(asked.act).toMatchObject({ state: 'tilGodkjenning', askedBy: 'Ivar' });
    expect(await messages(desk, asked)).toHaveLength(1); // the registration's own
    expect(await approveAct(desk, { ...seen(asked), approved: true })).toEqual(fail(failure('access-denied')));
    desk.sit('Turid');
    const approved = value(await approveAct(desk, { ...seen(asked), approved: true }));
    expect(approved.act?.state).toBe('sendes');
    desk.answer(refuses(410, 'ULD-008'));
    await desk.sender.drain();
    const after = await now(desk, asked);
    expect(after).toMatchObject({ act: null, registered: { state: 'slettet', ended: { reason: 'feilregistrert' } } });
    expect(after.events.slice(-3).map(({ event, by }) => [event, by])).toEqual([
      ['approval-asked', 'Ivar'],
      ['confirmed', 'Turid'],
      ['accepted', 'Turid'],
    ]);
  });

  it('a second person may say no', async () => {
    const desk = await openTrekkDesk();
    const asked = value(await confirmAct(desk, seen(await ending(desk, 'feilregistrert'))));
    desk.sit('Turid');
    const refused = value(await approveAct(desk, { ...seen(asked), approved: false }));
    expect(refused.act).toMatchObject({ state: 'utkast', askedBy: null });
    expect(refused.events.at(-1)).toMatchObject({ event: 'approval-refused', by: 'Turid' });
  });

  it('as moved to the single trekk only when ELAN has the decision', async () => {
    const desk = await openTrekkDesk();
    const ready = await ending(desk, 'overfoertTilSamordnetTrekk');
    expect(value(await reviewTrekk(desk, { trekkId: ready.id })).missing).toContain('elan-not-confirmed');
    expect(await confirmAct(desk, seen(ready))).toEqual(fail(failure('invalid-input')));
  });
});
