import { describe, expect, it } from 'vitest';
import { textIn } from '../../../shared/text/text.ts';
import { livsoppholdFieldIds as ids, type LivsoppholdValues, readLivsopphold } from './livsoppholdForm.ts';

const text = textIn('nb');
const whole: LivsoppholdValues = {
  validFrom: '2026-07-01',
  validTo: '2027-06-30',
  source: ' regjeringen.no ',
  rates: {
    [ids.adult('enslig')]: '11 400',
    [ids.adult('giftEllerSamboende')]: '9650',
    [ids.adult('forsoergerEktefelleSamboer')]: '19300',
    [ids.child('0-5')]: '3650',
    [ids.child('6-10')]: '4840',
    [ids.child('11-14')]: '6110',
    [ids.child('15+')]: '7030',
  },
};

describe('a table to sign', () => {
  it('is whole kroner with source and validity; samvær may be left out', () => {
    const { table, mistakes } = readLivsopphold(whole, text);
    expect(mistakes).toEqual([]);
    expect(table).toEqual({
      validFrom: '2026-07-01',
      validTo: '2027-06-30',
      source: 'regjeringen.no',
      rates: {
        enslig: 11_400,
        giftEllerSamboende: 9650,
        forsoergerEktefelleSamboer: 19_300,
        barn: { '0-5': 3650, '6-10': 4840, '11-14': 6110, '15+': 7030 },
      },
    });
  });

  it('a missing rate is not zero', () => {
    const { table, mistakes } = readLivsopphold({ ...whole, rates: { ...whole.rates, [ids.child('15+')]: '' } }, text);
    expect(table).toBeNull();
    expect(mistakes.map(({ fieldId }) => fieldId)).toEqual([ids.child('15+')]);
  });

  it('samvær is all or nothing', () => {
    const rates = { ...whole.rates, [ids.samvaer('klasse1', '0-5')]: '317' };
    expect(readLivsopphold({ ...whole, rates }, text).mistakes.map(({ sentence }) => sentence)).toEqual([
      text.collectionSettings.livsopphold.mistakes.samvaer,
    ]);
  });

  it('ends after it begins', () => {
    const { mistakes } = readLivsopphold({ ...whole, validTo: '2026-07-01' }, text);
    expect(mistakes).toEqual([{ fieldId: ids.validTo, sentence: text.collectionSettings.livsopphold.mistakes.order }]);
  });
});
