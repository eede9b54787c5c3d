import { z } from 'zod';
import { parseIsoDate } from '../../../shared/dates.ts';
import { samvaerClasses } from '../../../shared/garnishment/livsopphold.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';

/** The age classes since 1 July 2023 (fagregler.md 2.3). */
export const ageClasses = ['0-5', '6-10', '11-14', '15+'] as const;
export const adultRates = ['enslig', 'giftEllerSamboende', 'forsoergerEktefelleSamboer'] as const;

/** A table while it is being typed: rates by field id. */
export const LivsoppholdValues = z.object({
  validFrom: z.string(),
  validTo: z.string(),
  source: z.string(),
  rates: z.record(z.string(), z.string()),
});
export type LivsoppholdValues = z.infer<typeof LivsoppholdValues>;

export const emptyLivsopphold: LivsoppholdValues = { validFrom: '', validTo: '', source: '', rates: {} };

export const livsoppholdFieldIds = {
  validFrom: 'livsopphold-from',
  validTo: 'livsopphold-to',
  source: 'livsopphold-source',
  adult: (rate: (typeof adultRates)[number]) => `livsopphold-${rate}`,
  child: (ageClass: string) => `livsopphold-barn-${ageClass.replace('+', 'plus')}`,
  samvaer: (klasse: string, ageClass: string) => `livsopphold-${klasse}-${ageClass.replace('+', 'plus')}`,
} as const;

type Table = CallInput<'collection.signLivsopphold'>['table'];

/** Whole kroner; null when it is none. */
function krone(typed: string | undefined): number | null {
  const digits = (typed ?? '').replace(/\s/g, '');
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** Reads the table: what can be signed, or what must be put right first. */
export function readLivsopphold(
  values: LivsoppholdValues,
  { collectionSettings: { livsopphold: words } }: Text,
): { readonly table: Table | null; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const ids = livsoppholdFieldIds;
  const wrong = (fieldId: string, sentence: string) => mistakes.push({ fieldId, sentence });
  const rate = (fieldId: string, name: string): number => {
    const amount = krone(values.rates[fieldId]);
    if (amount === null) wrong(fieldId, words.mistakes.rate(name));
    return amount ?? 0;
  };

  const validFrom = parseIsoDate(values.validFrom);
  const validTo = parseIsoDate(values.validTo);
  if (!validFrom) wrong(ids.validFrom, words.mistakes.validFrom);
  if (!validTo) wrong(ids.validTo, words.mistakes.validTo);
  if (validFrom && validTo && validTo <= validFrom) wrong(ids.validTo, words.mistakes.order);
  if (values.source.trim() === '') wrong(ids.source, words.mistakes.source);

  const enslig = rate(ids.adult('enslig'), words.enslig);
  const giftEllerSamboende = rate(ids.adult('giftEllerSamboende'), words.giftEllerSamboende);
  const forsoergerEktefelleSamboer = rate(ids.adult('forsoergerEktefelleSamboer'), words.forsoergerLong);
  const barn = Object.fromEntries(ageClasses.map((age) => [age, rate(ids.child(age), words.barn(age))]));

  const samvaerIds = samvaerClasses.flatMap((klasse) => ageClasses.map((age) => ids.samvaer(klasse, age)));
  const entered = samvaerIds.filter((id) => (values.rates[id] ?? '').trim() !== '');
  const missing = samvaerIds.find((id) => krone(values.rates[id]) === null);
  if (entered.length > 0 && missing !== undefined) wrong(missing, words.mistakes.samvaer);
  const samvaer = Object.fromEntries(
    samvaerClasses.map((klasse) => [
      klasse,
      Object.fromEntries(ageClasses.map((age) => [age, krone(values.rates[ids.samvaer(klasse, age)]) ?? 0])),
    ]),
  );

  if (!validFrom || !validTo || mistakes.length > 0) return { table: null, mistakes };
  return {
    table: {
      validFrom,
      validTo,
      source: values.source.trim(),
      rates: {
        enslig,
        giftEllerSamboende,
        forsoergerEktefelleSamboer,
        barn,
        ...(entered.length > 0 && { samvaer }),
      },
    },
    mistakes,
  };
}
