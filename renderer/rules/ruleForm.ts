import { z } from 'zod';
import { parseIsoDate } from '../../shared/dates.ts';
import { formatKroner, parseKroner } from '../../shared/money.ts';
import { Confidence, type HousingRule, incomeTreatments, type Limit } from '../../shared/rules/housingRule.ts';
import { formatG } from '../../shared/text/assessmentSentences.ts';
import type { Text } from '../../shared/text/text.ts';
import type { Mistake } from '../ui/Mistakes.tsx';

const LimitValue = z.object({ unit: z.enum(['G', 'NOK']), text: z.string() });
export type LimitValue = z.infer<typeof LimitValue>;

export const windowChoices = ['1', '3', '6', '12'] as const;
export const limitKinds = ['none', 'bySize', 'byType'] as const;
export const aboveKinds = ['manual', 'repeatLast', 'perExtraPerson'] as const;
export const wealthBases = ['net', 'gross'] as const;

/** The fields as they stand while one types. What is chosen away (the rows when the limit is by type) is kept until the version is saved. */
export const RuleValues = z.object({
  municipality: z.string(),
  scheme: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  source: z.string(),
  confidence: Confidence,
  limitKind: z.enum(limitKinds),
  rows: z.array(LimitValue),
  aboveKind: z.enum(aboveKinds),
  addition: LimitValue,
  alone: LimitValue,
  couple: LimitValue,
  wealthKind: z.enum(['none', 'limit']),
  wealth: LimitValue,
  wealthBasis: z.enum(wealthBases),
  windows: z.array(z.enum(windowChoices)),
  useTaxYear: z.boolean(),
  deviation: z.string(),
  age: z.string(),
  treatments: z.array(z.object({ key: z.string(), treatment: z.enum(incomeTreatments) })),
  notes: z.string(),
});
export type RuleValues = z.infer<typeof RuleValues>;

/** A limit that has not been typed yet, in the unit of its neighbours. */
export const emptyLimit = (unit: LimitValue['unit'] = 'G'): LimitValue => ({ unit, text: '' });

const limitValue = (limit: Limit): LimitValue =>
  limit.unit === 'G'
    ? { unit: 'G', text: formatG(limit.thousandths) }
    : { unit: 'NOK', text: formatKroner(limit.amount) };

/** A version as it stands in the fields. */
export function valuesOf(rule: HousingRule): RuleValues {
  const { incomeLimit, wealthLimit } = rule;
  const bySize = incomeLimit.kind === 'bySize' ? incomeLimit : null;
  const byType = incomeLimit.kind === 'byType' ? incomeLimit : null;
  return {
    municipality: rule.municipality,
    scheme: rule.scheme,
    validFrom: rule.validFrom ?? '',
    validTo: rule.validTo ?? '',
    source: rule.source,
    confidence: rule.confidence,
    limitKind: incomeLimit.kind,
    rows: bySize ? bySize.rows.map(limitValue) : [emptyLimit()],
    aboveKind: bySize?.aboveTable.kind ?? 'manual',
    addition: bySize?.aboveTable.kind === 'perExtraPerson' ? limitValue(bySize.aboveTable.addition) : emptyLimit(),
    alone: byType ? limitValue(byType.alone) : emptyLimit(),
    couple: byType ? limitValue(byType.couple) : emptyLimit(),
    wealthKind: wealthLimit ? 'limit' : 'none',
    wealth: wealthLimit ? limitValue(wealthLimit.limit) : emptyLimit(),
    wealthBasis: wealthLimit?.basis ?? 'net',
    windows: rule.windows.map((months) => `${months}` as const),
    useTaxYear: rule.useTaxYear,
    deviation: String(rule.deviationThreshold / 100).replace('.', ','),
    age: String(rule.countMembersFromAge),
    treatments: rule.treatments,
    notes: rule.notes,
  };
}

/** The id of the field that `validateRule` names (`incomeLimit.rows[2]`), and of every other field of the form. */
export const fieldIdOf = (field: string): string => `rule-${field.replace(/\W+/g, '-').replace(/-$/, '')}`;

/** Reads a limit: `3,5` G with at most three decimals, or whole kroner. Null when it is neither. */
export function readLimit({ unit, text }: LimitValue): Limit | null {
  const typed = text.replace(/[\s\u202F\u00A0]/g, '');
  if (unit === 'G') {
    const match = /^(\d{1,3})(?:[.,](\d{1,3}))?$/.exec(typed);
    const thousandths = match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : 0;
    return thousandths > 0 ? { unit, thousandths } : null;
  }
  const amount = /^\d{1,9}$/.test(typed) ? parseKroner(typed) : null;
  return amount === null ? null : { unit, amount };
}

const LONGEST = { municipality: 80, scheme: 200, source: 500, notes: 2000 } as const;

/**
 * Reads the form: the version to save, or what must be put right first. Approval asks for more (`validateRule`): a draft may lack its start
 * date. The rule's name and version number are those of `before`.
 */
export function readRule(
  values: RuleValues,
  before: HousingRule,
  { rules: { form } }: Text,
): { readonly rule: HousingRule | null; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const wrong = (field: string, sentence: string) => mistakes.push({ fieldId: fieldIdOf(field), sentence });

  const required = (field: 'municipality' | 'scheme' | 'source'): string => {
    const typed = values[field].trim();
    if (typed === '') wrong(field, form.mistakes[field]);
    else if (typed.length > LONGEST[field]) wrong(field, form.mistakes.tooLong(form[field]));
    return typed;
  };
  const date = (field: 'validFrom' | 'validTo') => {
    const read = parseIsoDate(values[field]);
    if (read === null && values[field].trim() !== '') wrong(field, form.mistakes.date(form[field]));
    return read;
  };
  const limit = (field: string, label: string, value: LimitValue): Limit => {
    const read = readLimit(value);
    if (!read) wrong(field, value.unit === 'G' ? form.mistakes.g(label) : form.mistakes.kroner(label));
    return read ?? { unit: 'G', thousandths: 1 };
  };

  const rule: HousingRule = {
    ruleId: before.ruleId,
    version: before.version,
    municipality: required('municipality'),
    scheme: required('scheme'),
    validFrom: date('validFrom'),
    validTo: date('validTo'),
    source: required('source'),
    confidence: values.confidence,
    incomeLimit: incomeLimit(),
    wealthLimit:
      values.wealthKind === 'none'
        ? null
        : { limit: limit('wealthLimit.limit', form.wealth, values.wealth), basis: values.wealthBasis },
    windows: windowChoices.filter((months) => values.windows.includes(months)).map((months) => monthsOf[months]),
    useTaxYear: values.useTaxYear,
    deviationThreshold: deviation(),
    countMembersFromAge: age(),
    treatments: values.treatments,
    notes: values.notes.trim(),
    approvedBy: null,
    approvedAt: null,
  };
  if (rule.notes.length > LONGEST.notes) wrong('notes', form.mistakes.tooLong(form.notes));
  return { rule: mistakes.length === 0 ? rule : null, mistakes };

  function incomeLimit(): HousingRule['incomeLimit'] {
    if (values.limitKind === 'none') return { kind: 'none' };
    if (values.limitKind === 'byType') {
      return {
        kind: 'byType',
        alone: limit('incomeLimit.alone', form.limitFor(form.alone), values.alone),
        couple: limit('incomeLimit.couple', form.limitFor(form.couple), values.couple),
      };
    }
    const rows = values.rows.map((row, index) =>
      limit(`incomeLimit.rows[${index}]`, form.limitFor(form.sizes(index + 1)), row),
    );
    if (values.aboveKind !== 'perExtraPerson') return { kind: 'bySize', rows, aboveTable: { kind: values.aboveKind } };
    const addition = limit('incomeLimit.aboveTable.addition', form.addition, values.addition);
    return { kind: 'bySize', rows, aboveTable: { kind: 'perExtraPerson', addition } };
  }

  function deviation(): number {
    const typed = values.deviation.trim().replace(',', '.');
    const hundredths = /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : -1;
    if (hundredths < 0 || hundredths > 10_000) wrong('deviationThreshold', form.mistakes.deviation);
    return hundredths;
  }

  function age(): number {
    const typed = values.age.trim();
    const years = /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
    if (years < 0 || years > 120) wrong('countMembersFromAge', form.mistakes.age);
    return years;
  }
}

const monthsOf = { '1': 1, '3': 3, '6': 6, '12': 12 } as const satisfies Record<(typeof windowChoices)[number], number>;
