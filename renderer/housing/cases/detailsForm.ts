import { z } from 'zod';
import { type IsoDate, parseIsoDate } from '../../../shared/dates.ts';
import {
  type CaseFile,
  informedWays,
  type Language,
  languages,
  legalGrounds,
  purposes,
} from '../../../shared/housing/caseFile.ts';
import type { CaseDetails } from '../../../shared/ipc/housingCalls.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';

/** The fields as they stand while one types: dates are whatever has been written so far. */
export const DetailsValues = z.object({
  caseNumber: z.string(),
  legalGround: z.enum(legalGrounds),
  purpose: z.enum(purposes),
  language: z.enum(languages),
  decisionDate: z.string(),
  informedHow: z.enum(['', ...informedWays]),
  informedOn: z.string(),
});
export type DetailsValues = z.infer<typeof DetailsValues>;

/** What a new case starts with: decided today, in the officer's own language. */
export const newDetails = (today: IsoDate, language: Language): DetailsValues => ({
  caseNumber: '',
  legalGround: 'boligsosialloven-9',
  purpose: 'kommunal-bolig',
  language,
  decisionDate: today,
  informedHow: '',
  informedOn: '',
});

export const detailsOf = (caseFile: CaseFile): DetailsValues => ({
  caseNumber: caseFile.caseNumber,
  legalGround: caseFile.legalGround,
  purpose: caseFile.purpose,
  language: caseFile.language,
  decisionDate: caseFile.decisionDate,
  informedHow: caseFile.informedHow ?? '',
  informedOn: caseFile.informedOn ?? '',
});

/** The id of each field that can be wrong. */
export const detailsFieldIds = {
  caseNumber: 'case-number',
  decisionDate: 'decision-date',
  informedOn: 'informed-on',
} as const;

/** Reads the form: what can be saved, or what must be put right first. Who informed says when; the day can't lie ahead. */
export function readDetails(
  values: DetailsValues,
  today: IsoDate,
  { cases: { details } }: Text,
): { readonly details: CaseDetails | null; readonly mistakes: Mistake[] } {
  const caseNumber = values.caseNumber.trim();
  const decisionDate = parseIsoDate(values.decisionDate);
  const informedOn = parseIsoDate(values.informedOn);
  const informedHow = values.informedHow === '' ? null : values.informedHow;
  const mistakes: Mistake[] = [];
  if (caseNumber === '') mistakes.push({ fieldId: detailsFieldIds.caseNumber, sentence: details.caseNumberMissing });
  if (decisionDate === null) {
    mistakes.push({ fieldId: detailsFieldIds.decisionDate, sentence: details.decisionDateWrong });
  }
  if (informedHow !== null && informedOn === null) {
    mistakes.push({ fieldId: detailsFieldIds.informedOn, sentence: details.informedOnWrong });
  }
  if (informedHow !== null && informedOn !== null && informedOn > today) {
    mistakes.push({ fieldId: detailsFieldIds.informedOn, sentence: details.informedInFuture });
  }
  if (decisionDate === null || mistakes.length > 0) return { details: null, mistakes };
  const { legalGround, purpose, language } = values;
  return {
    details: {
      caseNumber,
      legalGround,
      purpose,
      language,
      decisionDate,
      informedHow,
      informedOn: informedHow === null ? null : informedOn,
    },
    mistakes,
  };
}
