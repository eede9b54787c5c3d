import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/dates.ts';
import { textIn } from '../../../shared/text/text.ts';
import { type HouseholdValues, householdOf, newHousehold, readHousehold } from './householdForm.ts';

const text = textIn('nb');
const today = '2026-11-22' as IsoDate;
const read = (over: Partial<HouseholdValues>) => readHousehold({ ...newHousehold, ...over }, today, text);

describe('reading the household', () => {
  it('a couple without the other’s income is «not entered», and 0 is an income', () => {
    expect(read({ adults: 'par' }).household?.spouseNet).toBeNull();
    const zero = { id: 'spouse', text: '', source: 'opplyst i samtale', amount: '0' };
    expect(read({ adults: 'par', spouseNet: zero }).household?.spouseNet).toMatchObject({ amount: 0 });
  });

  it('the other’s income says nothing about someone who lives alone', () => {
    const spouseNet = { id: 'spouse', text: '', source: 'lønnsslipp', amount: '20 000' };
    expect(read({ adults: 'enslig', spouseNet }).household?.spouseNet).toBeNull();
  });

  it('housing costs need a source when there is an amount; nothing entered is nothing documented', () => {
    expect(read({}).household?.boutgifter).toBeNull();
    const boutgifter = { id: 'housing', text: '', source: '', amount: '9500' };
    expect(read({ boutgifter }).mistakes.map(({ fieldId }) => fieldId)).toEqual(['household-source-housing']);
  });

  it('an extra needs what it is, a reason and an amount', () => {
    const { mistakes } = read({ extras: [{ id: 'x', text: '', source: '', amount: 'mye' }] });
    expect(mistakes.map(({ sentence }) => sentence)).toEqual([
      text.debtorHousehold.mistakes.what,
      text.debtorHousehold.mistakes.amount,
      text.debtorHousehold.mistakes.reason,
    ]);
  });

  it('a child can’t be born after today', () => {
    const { household, mistakes } = read({ children: [{ id: 'c', birthDate: '2026-11-23' }] });
    expect(household).toBeNull();
    expect(mistakes).toEqual([
      { fieldId: 'household-birthDate-c', sentence: text.debtorHousehold.mistakes.birthDateInFuture, about: 'Barn 1' },
    ]);
  });

  it('a consent is a whole per cent and a day, or it is put right first', () => {
    const selfEmployed = { grossFee: '42 000', source: 'faktura', consent: { percent: '30,5', givenOn: '' } };
    expect(read({ selfEmployed }).mistakes.map(({ fieldId }) => fieldId)).toEqual([
      'household-percent-fee',
      'household-givenOn-fee',
    ]);
    const right = { ...selfEmployed, consent: { percent: '30', givenOn: '2026-10-01' } };
    expect(read({ selfEmployed: right }).household?.selfEmployed).toEqual({
      grossFee: 4_200_000,
      source: 'faktura',
      consent: { percent: 30, givenOn: '2026-10-01' },
    });
  });

  it('what was read can be shown and read again unchanged', () => {
    const { household } = read({
      adults: 'par',
      children: [{ id: 'c', birthDate: '2014-03-03' }],
      spouseNet: { id: 'spouse', text: '', source: 'lønnsslipp', amount: '20 000' },
      commonIncome: [{ id: 'k', text: 'Barnetrygd', source: 'NAV', amount: '4024' }],
      extras: [{ id: 'e', text: 'Barnepass', source: 'SFO', amount: '2100,50' }],
    });
    const shown = householdOf(household);
    if (!shown) throw new Error('expected a household');
    expect(readHousehold(shown, today, text).household).toEqual(household);
  });
});
