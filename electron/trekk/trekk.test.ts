import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/dates.ts';
import { othersTrekk } from '../../shared/garnishment/debtor.fixture.ts';
import { failure } from '../../shared/ipc/errors.ts';
import { kroner } from '../../shared/money.ts';
import { fail, ok } from '../../shared/result.ts';
import { bo } from '../cases/testKit.ts';
import { readDebtor } from '../debtors/readDebtor.ts';
import { saveClaims } from '../debtors/saveClaims.ts';
import { saveDebtorDetails } from '../debtors/saveDebtorDetails.ts';
import { details, journalRows, seen as seenCase } from '../debtors/testKit.ts';
import { createDoorJournal } from '../journal/doorJournal.ts';
import { json } from '../skatteetaten/testKit.ts';
import { value } from '../storage/testKit.ts';
import { adoptTrekk } from './adoptTrekk.ts';
import { backToDraft } from './backToDraft.ts';
import { beginChange } from './beginChange.ts';
import { beginTrekk } from './beginTrekk.ts';
import { checkAct } from './checkAct.ts';
import { confirmAct } from './confirmAct.ts';
import { discardAct } from './discardAct.ts';
import { exportMovingDay } from './exportMovingDay.ts';
import { listTrekk } from './listTrekk.ts';
import { movingDay } from './movingDay.ts';
import { pickDocument } from './pickDocument.ts';
import { recordLetter } from './recordLetter.ts';
import { refreshTrekk } from './refreshTrekk.ts';
import { reviewTrekk } from './reviewAct.ts';
import { saveAct } from './saveAct.ts';
import {
  confirmed,
  decidedCase,
  makeReady,
  messages,
  now,
  OWN,
  openTrekkDesk,
  readyTrekk,
  refuses,
  registered,
  seen,
  storedOf,
} from './testKit.ts';
import { trekkOfCase } from './trekkOfCase.ts';
import { validateTyped } from './validateTyped.ts';

const forever = new AbortController().signal;

describe('a draft', () => {
  it('is filled in from the case, once: a second press opens the first', async () => {
    const desk = await openTrekkDesk();
    const debtorCase = await decidedCase(desk);
    const begun = value(await beginTrekk(desk, { caseId: debtorCase.id }));
    expect(begun).toMatchObject({
      rules: 'gammelt',
      maskedId: '258514 *****',
      act: { state: 'utkast', startedBy: 'Ivar', what: { kind: 'registrer', content: { samordning: null } } },
    });
    expect(value(await beginTrekk(desk, { caseId: debtorCase.id })).id).toBe(begun.id);
    expect(value(await listTrekk(desk))).toHaveLength(1);
  });

  it('needs a case that may be decided', async () => {
    const desk = await openTrekkDesk();
    const debtorCase = await decidedCase(desk);
    value(await saveClaims(desk, { ...seenCase(debtorCase), claims: [], notices: [], answers: [] }));
    expect(await beginTrekk(desk, { caseId: debtorCase.id })).toEqual(fail(failure('invalid-input')));
    expect(await beginTrekk(desk, { caseId: 'none' })).toEqual(fail(failure('not-found')));
  });

  it('keeps what is typed, whatever the rules say, and says what is wrong', async () => {
    const desk = await openTrekkDesk();
    const begun = value(await beginTrekk(desk, { caseId: (await decidedCase(desk)).id }));
    if (begun.act?.what.kind !== 'registrer') throw new Error('no registration');
    const wrong = {
      kind: 'registrer' as const,
      content: { ...begun.act.what.content, payment: { account: '1', kid: '' } },
    };
    const saved = value(await saveAct(desk, { ...seen(begun), debtorName: 'Anna', what: wrong, reasons: {} }));
    expect(saved.act?.what).toEqual(wrong);
    const found = value(await validateTyped(desk, { trekkId: saved.id, what: wrong }));
    expect(found.map(({ field }) => field)).toContain('payment.account');
    const checked = value(await checkAct(desk, seen(saved)));
    expect(checked.act?.state).toBe('utkast');
    expect(await confirmAct(desk, seen(checked))).toEqual(fail(failure('invalid-input')));
    expect(await saveAct(desk, { ...seen(begun), debtorName: '', what: wrong, reasons: {} })).toEqual(
      fail(failure('version-conflict')),
    );
  });

  it('lacks, one after the other: the check, a reason, the letters; then nothing', async () => {
    const desk = await openTrekkDesk();
    const debtorCase = await decidedCase(desk);
    const begun = value(await beginTrekk(desk, { caseId: debtorCase.id }));
    expect(value(await reviewTrekk(desk, { trekkId: begun.id })).missing).toEqual([
      'not-checked',
      'lookup-too-old',
      'underretning',
      'trekkpaalegg',
    ]);
    const ready = await makeReady(desk, begun);
    expect(value(await reviewTrekk(desk, { trekkId: begun.id })).missing).toEqual([]);
    expect(ready.act).toMatchObject({
      state: 'kontrollert',
      what: { content: { samordning: { conclusion: 'ingenLoependeTrekk' } } },
    });

    // A day later the lookup proves nothing any more, and nothing is sent on it.
    desk.setNow('2026-11-22T10:00:00.000Z');
    expect(value(await reviewTrekk(desk, { trekkId: begun.id })).missing).toContain('lookup-too-old');
    expect(await confirmAct(desk, seen(ready))).toEqual(fail(failure('invalid-input')));
  });

  it('edited after its letters were made, it needs new ones', async () => {
    const desk = await openTrekkDesk();
    const ready = await readyTrekk(desk, await decidedCase(desk));
    if (ready.act?.what.kind !== 'registrer') throw new Error('no registration');
    const { what, reasons } = ready.act;
    const same = value(await saveAct(desk, { ...seen(ready), debtorName: ready.debtorName, what, reasons }));
    expect(same.act?.state).toBe('utkast');
    const again = value(await checkAct(desk, seen(same)));
    expect(value(await reviewTrekk(desk, { trekkId: ready.id })).missing).toEqual([]);
    const other = { ...what, content: { ...what.content, reference: '2026/417-2' } };
    value(await saveAct(desk, { ...seen(again), debtorName: ready.debtorName, what: other, reasons }));
    expect(value(await reviewTrekk(desk, { trekkId: ready.id })).missing).toEqual(
      expect.arrayContaining(['not-checked', 'underretning', 'trekkpaalegg']),
    );
  });

  it('is not sent when the case has got another debtor', async () => {
    const desk = await openTrekkDesk();
    const debtorCase = await decidedCase(desk);
    const ready = await readyTrekk(desk, debtorCase);
    const current = value(await readDebtor(desk, { caseId: debtorCase.id }));
    value(await saveDebtorDetails(desk, { ...seenCase(current), details: details(), nationalId: bo }));
    expect(await confirmAct(desk, seen(ready))).toEqual(fail(failure('invalid-input')));
  });

  it('tells the register how the debtor was told, when that is recorded', async () => {
    const desk = await openTrekkDesk();
    const ready = await readyTrekk(desk, await decidedCase(desk));
    const letterId = ready.letters.find(({ kind }) => kind === 'underretning')?.id ?? '';
    const sent = { on: '2026-11-21' as IsoDate, channel: 'altinn' as const };
    const told = value(await recordLetter(desk, { ...seen(ready), letterId, ...sent }));
    expect(told.letters.find(({ id }) => id === letterId)?.sent).toEqual(sent);
    const trekk = value(await confirmAct(desk, seen(told)));
    const [message] = await messages(desk, trekk);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      underretningTilSkyldner: { sendtDato: '2026-11-21', kanal: 'altinn' },
      saksoeker: { organisasjonsnummer: OWN, navn: 'Fjellvik kommune' },
    });
  });

  it('thrown away, it is gone; one that was refused leaves only its messages', async () => {
    const desk = await openTrekkDesk();
    const debtorCase = await decidedCase(desk);
    const begun = value(await beginTrekk(desk, { caseId: debtorCase.id }));
    expect(value(await discardAct(desk, seen(begun)))).toEqual({ trekk: null });
    expect(value(await listTrekk(desk))).toEqual([]);

    const trekk = await confirmed(desk, debtorCase);
    expect(await discardAct(desk, seen(trekk))).toEqual(fail(failure('invalid-input')));
    desk.answer(refuses(409, 'ULD-023'));
    await desk.sender.drain();
    expect(value(await discardAct(desk, seen(await now(desk, trekk))))).toEqual({ trekk: null });
    expect(value(await listTrekk(desk))).toEqual([]);
    expect(await messages(desk, trekk)).toHaveLength(1);
  });

  it('checked, it may be edited again', async () => {
    const desk = await openTrekkDesk();
    const ready = await readyTrekk(desk, await decidedCase(desk));
    expect(value(await backToDraft(desk, seen(ready))).act?.state).toBe('utkast');
  });
});

describe('a decision document', () => {
  it('must be a PDF, and is ours: the window can not put another in its place', async () => {
    const desk = await openTrekkDesk();
    const debtorCase = await decidedCase(desk, { newRules: true });
    const begun = value(await beginTrekk(desk, { caseId: debtorCase.id }));
    const picking = (name: string, bytes: Uint8Array) =>
      pickDocument({ ...desk, pickDocument: async () => ok({ name, bytes }) }, seen(begun));
    expect(await picking('b.docx', Buffer.from('PK'))).toEqual(fail(failure('invalid-input')));
    const { trekk } = value(await picking('b.pdf', Buffer.from('%PDF-1.4')));
    if (trekk?.act?.what.kind !== 'beslutning') throw new Error('no decision');
    const { content } = trekk.act.what;
    expect(content.document).toMatchObject({ fileName: 'b.pdf', bytes: 8 });
    const spoofed = { kind: 'beslutning' as const, content: { ...content, document: null } };
    const saved = value(await saveAct(desk, { ...seen(trekk), debtorName: '', what: spoofed, reasons: {} }));
    expect(saved.act?.what).toEqual(trekk.act.what);
  });
});

describe('a registered trekk', () => {
  it('read again in another version, an act that was checked is an utkast again', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const [first] = desk.seen;
    const changing = await makeReady(desk, value(await beginChange(desk, { ...seen(trekk), reason: 'klage' })));
    desk.answer((_, response) => json(response, 200, storedOf(first?.body ?? '', { versjon: 4, status: 'stanset' })));
    const read = value(await refreshTrekk(desk, seen(changing), forever));
    expect(read).toMatchObject({ registered: { versjon: 4, state: 'stanset' }, act: { state: 'utkast' } });
    expect(read.events.at(-1)?.event).toBe('changed-since');
    expect((await journalRows(desk)).find(({ action }) => action === 'lookup')).toMatchObject({ outcome: 'delivered' });
  });

  it('gone from the register, it is shown as removed', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    desk.answer(refuses(410, 'ULD-008'));
    expect(value(await refreshTrekk(desk, seen(trekk), forever)).registered?.state).toBe('slettet');
  });

  it('has one act at a time', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const changing = value(await beginChange(desk, { ...seen(trekk), reason: 'klage' }));
    expect(await beginChange(desk, { ...seen(changing), reason: 'klage' })).toEqual(fail(failure('invalid-input')));
  });

  it('registered elsewhere, it is followed once', async () => {
    const desk = await openTrekkDesk();
    const own = othersTrekk({ authority: { organisationNumber: OWN, name: null, type: null, caseNumber: null } });
    const debtorCase = await decidedCase(desk, { entries: [own] });
    const { adoptable } = value(await trekkOfCase(desk, { caseId: debtorCase.id }));
    expect(adoptable).toEqual([{ utleggstrekkId: own.id, decidedOn: own.decidedOn }]);
    const other = await openTrekkDesk();
    const [message] = await messages(other, await confirmed(other));
    const answer = storedOf(message?.body ?? '', { utleggstrekkId: own.id, versjon: 3, status: 'loepende' });
    desk.answer((_, response) => json(response, 200, answer));
    const input = { caseId: debtorCase.id, utleggstrekkId: own.id ?? '' };
    const both = await Promise.all([adoptTrekk(desk, input, forever), adoptTrekk(desk, input, forever)]);
    expect(both.map((one) => (one.ok ? one.value.registered?.versjon : one.error.code)).toSorted()).toEqual([
      3,
      'not-found',
    ]);
    const after = value(await trekkOfCase(desk, { caseId: debtorCase.id }));
    expect([after.trekk.length, after.adoptable]).toEqual([1, []]);
    expect(await adoptTrekk(desk, { ...input, utleggstrekkId: 'x' }, forever)).toEqual(fail(failure('not-found')));
  });

  it('stands in the work list until the last day, which is saved as a table', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const rows = value(await movingDay(desk));
    expect(rows).toMatchObject([{ trekkId: trekk.id, remaining: kroner(20_312) }]);
    let table = '';
    const saving = {
      ...desk,
      writeTable: async (name: string, bytes: Uint8Array) => {
        table = Buffer.from(bytes).toString('utf8');
        return ok({ path: `/tmp/${name}`, sha256: 'ab', finish: async () => ok(null), discard: async () => {} });
      },
    };
    expect(value(await exportMovingDay(saving, { trekkIds: null }))).toEqual({
      fileName: 'flyttedagen-2026-11-21.csv',
    });
    expect(table).toContain('2026/417;');
    expect(table).toContain('20312,00');
    value(await exportMovingDay(saving, { trekkIds: [] }));
    expect(table).not.toContain('2026/417');
  });
});

it('opening a trekk leaves a row about its debtor', async () => {
  const desk = await openTrekkDesk();
  const trekk = await registered(desk);
  const door = createDoorJournal({ ...desk, actorFor: () => desk.actor() });
  value(await door('trekk.open', 'reads-person', { trekkId: trekk.id }));
  expect((await journalRows(desk))[0]).toMatchObject({
    action: 'opened',
    detail: 'trekk.open',
    person: '258514 *****',
  });
  expect(await door('trekk.open', 'reads-person', { trekkId: 'none' })).toEqual(fail(failure('not-found')));
});
