import { z } from 'zod';
import { parseIsoDate } from '../../../shared/dates.ts';
import type { BoutgiftGuide } from '../../../shared/garnishment/boutgifter.ts';
import { claimTypes, type PriorityLetter, priorityLetters } from '../../../shared/garnishment/claims.ts';
import type { CollectionSettings } from '../../../shared/garnishment/collectionSettings.ts';
import { Correspondence } from '../../../shared/garnishment/correspondence.ts';
import { spouseMethods } from '../../../shared/garnishment/room.ts';
import { formatAccountNumber, parseAccountNumber } from '../../../shared/identity/accountNumber.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';

/** The claim types that can have a letter: husleie is never the municipality's own to decide. */
export const lettered = claimTypes.filter((type) => type !== 'husleie');

/** The six amounts of a guide, whole kroner, as typed. */
const GuideAmounts = z.object({
  ensligUndocumented: z.string(),
  ensligMax: z.string(),
  parUndocumented: z.string(),
  parMax: z.string(),
  perChild: z.string(),
  totalMax: z.string(),
});

const GuideValues = GuideAmounts.extend({
  name: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  source: z.string(),
});
export type GuideValues = z.infer<typeof GuideValues>;

const CorrespondenceValues = z.object({
  phone: z.string(),
  email: z.string(),
  postalAddress: z.string(),
  court: z.string(),
  account: z.string(),
  channel: Correspondence.shape.channel,
});
export type CorrespondenceValues = z.infer<typeof CorrespondenceValues>;

/** What the municipality decides, while it is being typed. */
export const DecisionsValues = z.object({
  letters: z.record(z.enum(claimTypes), z.enum(['', ...priorityLetters])),
  decidedBy: z.string(),
  decidedOn: z.string(),
  guide: GuideValues.nullable(),
  spouseMethod: z.enum(spouseMethods),
  newRulesFrom: z.string(),
  cutOver: z.string(),
  maxAgeHours: z.string(),
  correspondence: CorrespondenceValues,
});
export type DecisionsValues = z.infer<typeof DecisionsValues>;

export const emptyGuide: GuideValues = {
  name: '',
  validFrom: '',
  validTo: '',
  source: '',
  ensligUndocumented: '',
  ensligMax: '',
  parUndocumented: '',
  parMax: '',
  perChild: '',
  totalMax: '',
};

export const guideValues = (guide: BoutgiftGuide): GuideValues => ({
  name: guide.name,
  validFrom: guide.validFrom,
  validTo: guide.validTo ?? '',
  source: guide.source,
  ensligUndocumented: String(guide.enslig.undocumented),
  ensligMax: String(guide.enslig.maxDocumented),
  parUndocumented: String(guide.par.undocumented),
  parMax: String(guide.par.maxDocumented),
  perChild: String(guide.perChild),
  totalMax: guide.totalMax === null ? '' : String(guide.totalMax),
});

export function decisionsValues({
  priority,
  boutgiftGuide,
  spouseMethod,
  regime,
  correspondence,
}: CollectionSettings): DecisionsValues {
  const letters = Object.fromEntries(claimTypes.map((type) => [type, priority.letters[type] ?? '']));
  return {
    letters: letters as DecisionsValues['letters'],
    decidedBy: priority.decidedBy,
    decidedOn: priority.decidedOn ?? '',
    guide: boutgiftGuide && guideValues(boutgiftGuide),
    spouseMethod,
    newRulesFrom: regime.newRulesFrom,
    cutOver: regime.cutOver,
    maxAgeHours: String(regime.maxAgeHours),
    correspondence: { ...correspondence, account: formatAccountNumber(correspondence.account) },
  };
}

/** The letter someone chose in a list; '' for «not decided». */
export const letterIn = (value: string): PriorityLetter | '' => priorityLetters.find((one) => one === value) ?? '';

export const decisionFieldIds = {
  decidedBy: 'decided-by',
  decidedOn: 'decided-on',
  guide: (field: keyof GuideValues) => `guide-${field}`,
  newRulesFrom: 'new-rules-from',
  cutOver: 'cut-over',
  maxAgeHours: 'max-age-hours',
  correspondence: (field: keyof CorrespondenceValues) => `correspondence-${field}`,
} as const;

type SettingsToSave = CallInput<'collection.saveSettings'>['settings'];

/** Reads the form: what can be saved, or what must be put right first. Who decided the letters must be written as soon as one is decided. */
export function readDecisions(
  values: DecisionsValues,
  { collectionSettings: words }: Text,
): { readonly settings: SettingsToSave | null; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const ids = decisionFieldIds;
  const wrong = (fieldId: string, sentence: string) => mistakes.push({ fieldId, sentence });

  const decidedOn = parseIsoDate(values.decidedOn);
  const anyLetter = Object.values(values.letters).some((letter) => letter !== '');
  if (anyLetter && values.decidedBy.trim() === '') wrong(ids.decidedBy, words.priority.missing);
  else if (anyLetter && !decidedOn) wrong(ids.decidedOn, words.priority.missing);

  const newRulesFrom = parseIsoDate(values.newRulesFrom);
  const cutOver = parseIsoDate(values.cutOver);
  const hours = Number(values.maxAgeHours);
  if (!newRulesFrom) wrong(ids.newRulesFrom, words.regime.mistakes.date);
  if (!cutOver) wrong(ids.cutOver, words.regime.mistakes.date);
  if (newRulesFrom && cutOver && cutOver < newRulesFrom) wrong(ids.cutOver, words.regime.mistakes.order);
  if (!Number.isInteger(hours) || hours < 1) wrong(ids.maxAgeHours, words.regime.mistakes.hours);

  const correspondence = readCorrespondence(values.correspondence, words.correspondence.mistakes, wrong);

  const guide = values.guide && readGuide(values.guide, words.boutgifter.mistakes, wrong);
  if (!newRulesFrom || !cutOver || mistakes.length > 0) return { settings: null, mistakes };
  const letters = Object.fromEntries(
    Object.entries(values.letters).map(([type, letter]) => [type, letter === '' ? null : letter]),
  ) as SettingsToSave['priority']['letters'];
  return {
    settings: {
      priority: { letters, decidedBy: values.decidedBy.trim(), decidedOn },
      boutgiftGuide: guide,
      spouseMethod: values.spouseMethod,
      regime: { newRulesFrom, cutOver, maxAgeHours: hours },
      correspondence,
    },
    mistakes,
  };
}

/** Nothing of it must be there; what is there must be right. */
function readCorrespondence(
  { phone, email, postalAddress, court, account, channel }: CorrespondenceValues,
  words: Text['collectionSettings']['correspondence']['mistakes'],
  wrong: (fieldId: string, sentence: string) => void,
): Correspondence {
  const read = parseAccountNumber(account);
  if (account.trim() !== '' && !read.ok) wrong(decisionFieldIds.correspondence('account'), words.account);
  if (email.trim() !== '' && !/^\S+@\S+$/.test(email.trim()))
    wrong(decisionFieldIds.correspondence('email'), words.email);
  return {
    phone: phone.trim(),
    email: email.trim(),
    postalAddress: postalAddress.trim(),
    court: court.trim(),
    account: read.ok ? read.value : '',
    channel,
  };
}

function readGuide(
  values: GuideValues,
  words: Text['collectionSettings']['boutgifter']['mistakes'],
  wrong: (fieldId: string, sentence: string) => void,
): BoutgiftGuide | null {
  const field = decisionFieldIds.guide;
  const validFrom = parseIsoDate(values.validFrom);
  const validTo = parseIsoDate(values.validTo);
  if (values.name.trim() === '') wrong(field('name'), words.name);
  if (!validFrom) wrong(field('validFrom'), words.validFrom);
  if (!validTo && values.validTo.trim() !== '') wrong(field('validTo'), words.validTo);
  if (values.source.trim() === '') wrong(field('source'), words.source);
  const read = (name: keyof z.infer<typeof GuideAmounts>): number => {
    const digits = values[name].replace(/\s/g, '');
    if (!/^\d{1,7}$/.test(digits)) wrong(field(name), words.amount);
    return Number(digits);
  };
  const guide = {
    name: values.name.trim(),
    source: values.source.trim(),
    enslig: { undocumented: read('ensligUndocumented'), maxDocumented: read('ensligMax') },
    par: { undocumented: read('parUndocumented'), maxDocumented: read('parMax') },
    perChild: read('perChild'),
    totalMax: values.totalMax.trim() === '' ? null : read('totalMax'),
  };
  return validFrom && { ...guide, validFrom, validTo };
}
