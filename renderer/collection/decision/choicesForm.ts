import { z } from 'zod';
import type { Coordination } from '../../../shared/garnishment/debtorAnalysis.ts';
import { coordinationChoices, type DebtorChoices } from '../../../shared/garnishment/debtorCase.ts';
import { spouseMethods } from '../../../shared/garnishment/room.ts';
import { parseOrganisationNumber } from '../../../shared/identity/organisationNumber.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';

/** An organisation that is not among those found in the income. */
export const OTHER_PAYER = 'other';

/** The officer's choices while they are being made. `payer`: an organisation number, `other`, or empty. */
export const ChoicesValues = z.object({
  coordination: z.enum(['', ...coordinationChoices]),
  reason: z.string(),
  payer: z.string(),
  otherPayer: z.string(),
  size: z.enum(['amount', 'percent']),
  spouseMethod: z.enum(['', ...spouseMethods]),
});
export type ChoicesValues = z.infer<typeof ChoicesValues>;

/** The stored choices as the form shows them. `found`: organisation numbers of the payers one can choose. */
export function choicesValues(choices: DebtorChoices, found: readonly string[]): ChoicesValues {
  const { coordination, trekkpliktig, size, spouseMethod } = choices;
  const other = trekkpliktig !== null && !found.includes(trekkpliktig);
  return {
    coordination: coordination?.choice ?? '',
    reason: coordination?.reason ?? '',
    payer: other ? OTHER_PAYER : (trekkpliktig ?? ''),
    otherPayer: other ? trekkpliktig : '',
    size,
    spouseMethod: spouseMethod ?? '',
  };
}

/** As the contract says. */
const MAX_REASON = 4000;

export const choiceFieldIds = {
  coordination: 'coordination',
  reason: 'coordination-reason',
  payer: 'payer',
  otherPayer: 'other-payer',
} as const;

/** Reads the form: what can be saved, or what must be put right first. What deviates from the default needs a written reason. */
export function readChoices(
  values: ChoicesValues,
  { choices: open, defaultChoice }: Coordination,
  { decision: { coordination: words, payer: payerWords } }: Text,
): { readonly choices: DebtorChoices | null; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const reason = values.reason.trim();
  const needsReason = open.find(({ choice }) => choice === values.coordination)?.needsReason ?? false;
  if (needsReason && reason === '') mistakes.push({ fieldId: choiceFieldIds.reason, sentence: words.reasonMissing });
  if (reason.length > MAX_REASON) mistakes.push({ fieldId: choiceFieldIds.reason, sentence: words.reasonTooLong });
  const other = values.payer === OTHER_PAYER ? parseOrganisationNumber(values.otherPayer) : null;
  if (other && !other.ok) mistakes.push({ fieldId: choiceFieldIds.otherPayer, sentence: payerWords.orgNumberWrong });
  const stands = values.coordination === '' || (values.coordination === defaultChoice && reason === '');
  const choices: DebtorChoices = {
    coordination: stands || values.coordination === '' ? null : { choice: values.coordination, reason },
    trekkpliktig: other ? (other.ok ? other.value : null) : values.payer === '' ? null : values.payer,
    spouseMethod: values.spouseMethod === '' ? null : values.spouseMethod,
    size: values.size,
  };
  return { choices: mistakes.length === 0 ? choices : null, mistakes };
}
