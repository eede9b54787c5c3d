import { describe, expect, test } from 'vitest';
import { analyseDebtor } from '../garnishment/analyseDebtor.ts';
import { claim, context, debtorCase, EMPLOYER } from '../garnishment/debtor.fixture.ts';
import type { DebtorCase } from '../garnishment/debtorCase.ts';
import { kroner } from '../money.ts';
import { changeDraft } from './changeDraft.ts';
import { date, registered } from './trekk.fixture.ts';
import type { Endringsaarsak } from './trekkContent.ts';

const before = registered();
const draft = (reason: Endringsaarsak, theCase: DebtorCase = debtorCase(), today = '2027-01-15') =>
  changeDraft(before, reason, theCase, analyseDebtor(theCase, context()), date(today));
const { choices } = debtorCase();

describe('a change begins as what is registered', () => {
  test.each<Endringsaarsak>(['klage', 'midlertidigStans', 'gjenopptak', 'retting'])('%s: nothing else', (reason) => {
    expect(draft(reason)).toEqual({ ...before.terms, reason, date: '2027-01-15', explanation: '' });
  });

  test('payments: what remains by the case', () => {
    const { claims, periods } = draft(
      'innbetalingPaaKrav',
      debtorCase({ claims: [claim('1', { reference: 'ES-1', remaining: kroner(12_000), interest: kroner(300) })] }),
    );
    expect(claims.map(({ remaining }) => remaining)).toEqual([kroner(12_000), kroner(300), kroner(0)]);
    expect(periods).toEqual(before.terms.periods);
  });

  test("another payer: the case's choice, and the registered one while nobody is chosen", () => {
    const chosen = draft('nyTrekkpliktig', debtorCase({ choices: { ...choices, trekkpliktig: '889640782' } }));
    expect(chosen.payer).toEqual({ organisationNumber: '889640782', name: '', pays: 'annet' });
    const nobody = debtorCase({ choices: { ...choices, trekkpliktig: null }, lookups: [] });
    expect(draft('nyTrekkpliktig', nobody).payer.organisationNumber).toBe(EMPLOYER);
  });

  test('a new assessment: the new size from next month, up to the registered end', () => {
    const { room } = analyseDebtor(debtorCase(), context());
    const amount = room.state === 'computed' ? room.amount : null;
    expect(draft('nyLivsoppholdsvurdering').periods).toEqual([
      { from: '2026-12-01', to: '2027-01-31', amount: kroner(2000), percent: null },
      { from: '2027-02-01', to: '2028-02-29', amount, percent: null },
    ]);
    // before it begins there is nothing to keep
    expect(draft('nyLivsoppholdsvurdering', debtorCase(), '2026-11-22').periods).toEqual([
      { from: '2026-12-01', to: '2028-02-29', amount, percent: null },
    ]);
    // and after it ended nothing to change
    expect(draft('nyLivsoppholdsvurdering', debtorCase(), '2028-02-15').periods).toEqual(before.terms.periods);
  });

  test('a new assessment that can not be made changes nothing', () => {
    expect(draft('nyLivsoppholdsvurdering', debtorCase({ household: null })).periods).toEqual(before.terms.periods);
  });
});
