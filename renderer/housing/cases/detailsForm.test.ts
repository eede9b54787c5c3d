import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/dates.ts';
import { textIn } from '../../../shared/text/text.ts';
import { detailsFieldIds, newDetails, readDetails } from './detailsForm.ts';

const nb = textIn('nb');
const today = '2026-11-22' as IsoDate;
const filled = { ...newDetails(today, 'nb'), caseNumber: ' 2026/1843 ' };

describe('the details of a case', () => {
  it('are saved without spaces around the number; not yet informed is allowed', () => {
    expect(readDetails(filled, today, nb)).toEqual({
      mistakes: [],
      details: {
        caseNumber: '2026/1843',
        legalGround: 'boligsosialloven-9',
        purpose: 'kommunal-bolig',
        language: 'nb',
        decisionDate: today,
        informedHow: null,
        informedOn: null,
      },
    });
  });

  it('need a number, a decision date, and when the applicant was informed', () => {
    const { details, mistakes } = readDetails(
      { ...filled, caseNumber: ' ', decisionDate: '31.02.2026', informedHow: 'brev' },
      today,
      nb,
    );
    expect(details).toBeNull();
    expect(mistakes.map(({ fieldId }) => fieldId)).toEqual([
      detailsFieldIds.caseNumber,
      detailsFieldIds.decisionDate,
      detailsFieldIds.informedOn,
    ]);
  });

  it('nobody has been informed tomorrow', () => {
    const { mistakes } = readDetails({ ...filled, informedHow: 'samtale', informedOn: '2026-11-23' }, today, nb);
    expect(mistakes).toEqual([{ fieldId: detailsFieldIds.informedOn, sentence: nb.cases.details.informedInFuture }]);
  });

  it('a date without a way of informing is dropped', () => {
    expect(readDetails({ ...filled, informedOn: '2026-11-20' }, today, nb).details?.informedOn).toBeNull();
  });
});
