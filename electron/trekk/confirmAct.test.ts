import { describe, expect, it } from 'vitest';
import { osloDate } from '../../shared/dates.ts';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { json } from '../skatteetaten/testKit.ts';
import { value } from '../storage/testKit.ts';
import { readTrekkRow } from '../storage/trekk.ts';
import { approveAct } from './approveAct.ts';
import { beginChange } from './beginChange.ts';
import { beginEnd } from './beginEnd.ts';
import { checkAct } from './checkAct.ts';
import { confirmAct } from './confirmAct.ts';

import { recordLetter } from './recordLetter.ts';
import { refreshTrekk } from './refreshTrekk.ts';
import { reviewTrekk } from './reviewAct.ts';
import { saveAct } from './saveAct.ts';
import {
  decidedCase,
  makeReady,
  messages,
  openTrekkDesk,
  readyTrekk,
  registered,
  seen,
  storedOf,
  type TrekkDesk,
} from './testKit.ts';

const forever = new AbortController().signal;

/** Types another employer's name into the act. */
async function edited(desk: TrekkDesk, trekk: Trekk, name: string): Promise<Trekk> {
  if (trekk.act?.what.kind !== 'registrer' && trekk.act?.what.kind !== 'endre') throw new Error('no terms');
  const what = structuredClone(trekk.act.what);
  what.content.payer.name = name;
  return value(await saveAct(desk, { ...seen(trekk), debtorName: 'Anna Ås', what, reasons: trekk.act.reasons }));
}

describe('the letter that the message tells of', () => {
  it('is the one that was made of what is sent, not one that went out before it was edited', async () => {
    const desk = await openTrekkDesk();
    const ready = await readyTrekk(desk, await decidedCase(desk));
    const letter = ready.letters.find(({ kind }) => kind === 'underretning');
    const sent = { letterId: letter?.id ?? '', on: osloDate(desk.now()), channel: 'brev' as const };
    const told = value(await recordLetter(desk, { ...seen(ready), ...sent }));
    desk.setNow('2026-11-21T10:30:00.000Z');
    const again = await makeReady(desk, await edited(desk, told, 'Et annet navn AS'));
    value(await confirmAct(desk, seen(again)));
    const [message] = await messages(desk, again);
    expect(JSON.parse(message?.body ?? '').trekkpliktig.navn).toBe('Et annet navn AS');
    expect(JSON.parse(message?.body ?? '').underretningTilSkyldner).toBeUndefined();
  });

  it('has not gone out tomorrow', async () => {
    const desk = await openTrekkDesk();
    const ready = await readyTrekk(desk, await decidedCase(desk));
    const [letter] = ready.letters;
    const tomorrow = { letterId: letter?.id ?? '', on: '2026-11-22' as never, channel: 'brev' as const };
    expect(await recordLetter(desk, { ...seen(ready), ...tomorrow })).toEqual(fail(failure('invalid-input')));
  });

  it('is made again when the register holds another version than the one it tells of', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const stored = desk.seen[0]?.body ?? '';
    const begun = value(await beginChange(desk, { ...seen(trekk), reason: 'retting' }));
    const ready = await makeReady(desk, await edited(desk, begun, 'Nytt navn AS'));
    expect(value(await reviewTrekk(desk, { trekkId: trekk.id })).missing).toEqual([]);
    desk.answer((_, response) => json(response, 200, storedOf(stored, { versjon: 2 })));
    const behind = value(await refreshTrekk(desk, seen(ready), forever));
    value(await checkAct(desk, seen(behind)));
    expect(value(await reviewTrekk(desk, { trekkId: trekk.id })).missing).toContain('underretning');
  });
});

describe('what 7.1 does not allow is not confirmed, whatever the window asks for', () => {
  it('a trekk that does not run is not stopped, nor resumed when it is not stopped', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const begun = value(await beginChange(desk, { ...seen(trekk), reason: 'retting' }));
    if (begun.act?.what.kind !== 'endre') throw new Error('no change');
    for (const reason of ['gjenopptak', 'midlertidigStans'] as const) {
      const content = { ...begun.act.what.content, reason, explanation: 'Avtale.' };
      const what = { kind: 'endre' as const, content };
      value(
        await saveAct(desk, { ...seen(begun), ...(await versionOf(desk, begun)), debtorName: 'A', what, reasons: {} }),
      );
      const { violations } = value(await reviewTrekk(desk, { trekkId: trekk.id }));
      expect(violations).toContainEqual(expect.objectContaining({ level: 'error', field: 'reason' }));
    }
  });

  it('a trekk that was ended by others meanwhile is neither changed nor ended', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const stored = desk.seen[0]?.body ?? '';
    const begun = value(await beginEnd(desk, { ...seen(trekk), reason: 'begjaeringTrukket' }));
    if (begun.act?.what.kind !== 'avslutt') throw new Error('no end');
    const what = { kind: 'avslutt' as const, content: { ...begun.act.what.content, explanation: 'Brev.' } };
    const saved = value(await saveAct(desk, { ...seen(begun), debtorName: 'Anna Ås', what, reasons: {} }));
    desk.answer((_, response) => json(response, 200, storedOf(stored, { versjon: 2, status: 'avsluttet' })));
    const over = value(await refreshTrekk(desk, seen(saved), forever));
    expect(value(await checkAct(desk, seen(over))).act?.state).toBe('utkast');
  });
});

const versionOf = async (desk: TrekkDesk, { id }: Trekk) =>
  value(
    await desk.store.read(async (db) => {
      const row = await readTrekkRow(db, id);
      return ok({ expectedVersion: row?.version ?? 0 });
    }),
  );

describe('four eyes', () => {
  it('are not the same two in capitals', async () => {
    const desk = await openTrekkDesk();
    const trekk = await registered(desk);
    const begun = value(await beginEnd(desk, { ...seen(trekk), reason: 'feilregistrert' }));
    if (begun.act?.what.kind !== 'avslutt') throw new Error('no end');
    const what = { kind: 'avslutt' as const, content: { ...begun.act.what.content, explanation: 'Feil person.' } };
    const saved = value(await saveAct(desk, { ...seen(begun), debtorName: 'Anna Ås', what, reasons: {} }));
    const asked = value(await confirmAct(desk, seen(await makeReady(desk, saved))));
    desk.sit('IVAR');
    expect(await approveAct(desk, { ...seen(asked), approved: true })).toEqual(fail(failure('access-denied')));
  });
});
