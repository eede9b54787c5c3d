import { z } from 'zod';
import { type IsoDate, parseIsoDate } from '../../../shared/dates.ts';
import {
  type DebtorCase,
  type DebtorCondition,
  type DebtorDetails,
  debtorPurposes,
} from '../../../shared/garnishment/debtorCase.ts';
import { collectionGrounds, isGroundOn } from '../../../shared/garnishment/legalGrounds.ts';
import { type Language, languages } from '../../../shared/housing/caseFile.ts';
import { parseNationalId } from '../../../shared/identity/nationalId.ts';
import type { Environment } from '../../../shared/session.ts';
import type { Text } from '../../../shared/text/text.ts';
import { idFault } from '../../ui/idFault.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';

const YesNo = z.enum(['', 'yes', 'no']);
type YesNo = z.infer<typeof YesNo>;

/** What must be checked outside the registers, in the order it is asked. */
export const conditions = ['aliveAndAdult', 'debtNegotiation', 'bankruptcy'] as const;

/** The fields as they stand while one types: dates are whatever has been written so far. */
export const DetailsValues = z.object({
  typedId: z.string(),
  caseNumber: z.string(),
  purpose: z.enum(debtorPurposes),
  legalGrounds: z.array(z.enum(collectionGrounds)),
  language: z.enum(languages),
  decisionDate: z.string(),
  condition: z.object({ aliveAndAdult: YesNo, debtNegotiation: YesNo, bankruptcy: YesNo }),
});
export type DetailsValues = z.infer<typeof DetailsValues>;

/** What a new case starts with: decided today, by the grounds that are ones today. */
export const newDetails = (today: IsoDate, language: Language): DetailsValues => ({
  typedId: '',
  caseNumber: '',
  purpose: 'utleggstrekk',
  legalGrounds: collectionGrounds.filter((ground) => isGroundOn(ground, today)),
  language,
  decisionDate: today,
  condition: { aliveAndAdult: '', debtNegotiation: '', bankruptcy: '' },
});

export const detailsOf = ({
  caseNumber,
  purpose,
  legalGrounds,
  language,
  decisionDate,
  condition,
}: DebtorCase): DetailsValues => ({
  typedId: '',
  caseNumber,
  purpose,
  legalGrounds,
  language,
  decisionDate,
  condition: {
    aliveAndAdult: asWord(condition.aliveAndAdult),
    debtNegotiation: asWord(condition.debtNegotiation),
    bankruptcy: asWord(condition.bankruptcy),
  },
});

const asWord = (value: boolean | null): YesNo => (value === null ? '' : value ? 'yes' : 'no');
const fromWord = (word: YesNo): boolean | null => (word === '' ? null : word === 'yes');

export const detailsFieldIds = {
  nationalId: 'debtor-number',
  caseNumber: 'case-number',
  legalGrounds: 'legal-grounds',
  decisionDate: 'decision-date',
} as const;

interface ReadDetails {
  /** `nationalId` null: the stored number is kept. */
  readonly input: { readonly details: DebtorDetails; readonly nationalId: string | null } | null;
  readonly mistakes: Mistake[];
}

/** Reads the form: what can be saved, or what must be put right first. `hasStored`: a number is kept when none is typed. */
export function readDetails(
  values: DetailsValues,
  hasStored: boolean,
  environment: Environment,
  { collection: { details: words }, household }: Text,
): ReadDetails {
  const mistakes: Mistake[] = [];
  const fault = idFault(values.typedId, environment);
  const id = parseNationalId(values.typedId, environment);
  if (fault) mistakes.push({ fieldId: detailsFieldIds.nationalId, sentence: household.faults[fault] });
  else if (!id.ok && !hasStored) {
    mistakes.push({ fieldId: detailsFieldIds.nationalId, sentence: words.nationalIdMissing });
  }
  const caseNumber = values.caseNumber.trim();
  if (caseNumber === '') mistakes.push({ fieldId: detailsFieldIds.caseNumber, sentence: words.caseNumberMissing });
  const decisionDate = parseIsoDate(values.decisionDate);
  if (!decisionDate) mistakes.push({ fieldId: detailsFieldIds.decisionDate, sentence: words.decisionDateWrong });
  if (values.legalGrounds.length === 0) {
    mistakes.push({ fieldId: detailsFieldIds.legalGrounds, sentence: words.legalGroundMissing });
  }
  if (!decisionDate || mistakes.length > 0) return { input: null, mistakes };
  const condition: DebtorCondition = {
    aliveAndAdult: fromWord(values.condition.aliveAndAdult),
    debtNegotiation: fromWord(values.condition.debtNegotiation),
    bankruptcy: fromWord(values.condition.bankruptcy),
  };
  const { purpose, legalGrounds, language } = values;
  return {
    input: {
      details: { caseNumber, purpose, legalGrounds, language, decisionDate, condition },
      nationalId: id.ok ? id.value : null,
    },
    mistakes,
  };
}
