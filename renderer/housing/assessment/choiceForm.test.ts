import { describe, expect, it } from 'vitest';
import { textIn } from '../../../shared/text/text.ts';
import { choiceFieldIds, choiceValues, readChoice } from './choiceForm.ts';

const nb = textIn('nb');

describe('the officer’s choice', () => {
  it('is a basis with a written reason; the outcome stays the rule’s own unless another is chosen', () => {
    expect(readChoice({ basis: 'm3', outcome: '', reason: ' Redusert stilling ' }, nb).choice).toEqual({
      basis: 'm3',
      outcome: null,
      reason: 'Redusert stilling',
    });
    expect(readChoice({ basis: 'm3', outcome: 'overGrensen', reason: 'x' }, nb).choice?.outcome).toBe('overGrensen');
  });

  it('is not recorded without both', () => {
    const { choice, mistakes } = readChoice(choiceValues(null), nb);
    expect(choice).toBeNull();
    expect(mistakes.map(({ fieldId }) => fieldId)).toEqual([choiceFieldIds.basis, choiceFieldIds.reason]);
  });

  it('has a reason that the contract takes', () => {
    expect(readChoice({ basis: 'm3', outcome: '', reason: 'x'.repeat(4001) }, nb).mistakes[0]?.sentence).toBe(
      nb.assessment.choice.reasonTooLong,
    );
  });
});
