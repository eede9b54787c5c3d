import { describe, expect, it } from 'vitest';
import type { Coordination } from '../../../shared/garnishment/debtorAnalysis.ts';
import { textIn } from '../../../shared/text/text.ts';
import { type ChoicesValues, choicesValues, readChoices } from './choicesForm.ts';

const text = textIn('nb');
const FOUND = '974761076';
const own: Coordination = {
  state: 'assessed',
  lookedUpAt: null,
  cases: [{ case: 'D', entryRefs: ['0'] }],
  lead: 'D',
  defaultChoice: 'change-own',
  choices: [
    { choice: 'change-own', needsReason: false },
    { choice: 'second-trekk', needsReason: true },
  ],
  chosen: 'change-own',
  entries: [],
  betterPriority: null,
  freeFrom: null,
};
const none: ChoicesValues = choicesValues(
  { coordination: null, trekkpliktig: null, spouseMethod: null, size: 'amount' },
  [FOUND],
);
const read = (over: Partial<ChoicesValues>) => readChoices({ ...none, ...over }, own, text);

describe('the officer’s choices', () => {
  it('the default stands without being recorded as a choice', () => {
    expect(read({ coordination: 'change-own' }).choices?.coordination).toBeNull();
  });

  it('what deviates needs a written reason', () => {
    expect(read({ coordination: 'second-trekk', reason: ' ' }).mistakes).toEqual([
      { fieldId: 'coordination-reason', sentence: text.decision.coordination.reasonMissing },
    ]);
    expect(read({ coordination: 'second-trekk', reason: ' Nytt krav ' }).choices?.coordination).toEqual({
      choice: 'second-trekk',
      reason: 'Nytt krav',
    });
  });

  it('another payer is an organisation number with its control digit', () => {
    expect(read({ payer: 'other', otherPayer: '889 640 782' }).choices?.trekkpliktig).toBe('889640782');
    expect(read({ payer: 'other', otherPayer: '889640783' }).mistakes).toEqual([
      { fieldId: 'other-payer', sentence: text.decision.payer.orgNumberWrong },
    ]);
  });

  it('a stored payer that is not found any more is shown as another', () => {
    const stored = { coordination: null, trekkpliktig: '889640782', spouseMethod: null, size: 'percent' } as const;
    expect(choicesValues(stored, [FOUND])).toMatchObject({ payer: 'other', otherPayer: '889640782', size: 'percent' });
    expect(choicesValues({ ...stored, trekkpliktig: FOUND }, [FOUND])).toMatchObject({ payer: FOUND, otherPayer: '' });
  });
});
