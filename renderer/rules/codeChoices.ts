import { incomeCodeLabel, taxName } from '../../shared/income/codes.ts';
import type { IncomeKind } from '../../shared/income/model.ts';
import { monthTreatments } from '../../shared/income/monthTreatments.ts';
import { yearTreatments } from '../../shared/income/yearTreatments.ts';
import type { IncomeTreatment } from '../../shared/rules/housingRule.ts';

/** An income that a rule can treat otherwise than usual. */
export interface CodeChoice {
  /** `kind:code` for months, `tekniskNavn` for the year: the key of a rule's treatments. */
  readonly key: string;
  readonly label: string;
  readonly group: IncomeKind | 'year';
  readonly usual: IncomeTreatment;
}

const choices: readonly CodeChoice[] = [
  ...monthTreatments.flatMap(({ kind, codes, treatment }) =>
    codes.map(
      (code): CodeChoice => ({
        key: `${kind}:${code}`,
        label: incomeCodeLabel(kind, code) ?? code,
        group: kind,
        usual: treatment,
      }),
    ),
  ),
  ...yearTreatments.flatMap(({ names, treatment }) =>
    treatment === 'notIncome'
      ? []
      : names.map(
          (name): CodeChoice => ({ key: name, label: taxName(name)?.label ?? name, group: 'year', usual: treatment }),
        ),
  ),
].toSorted((a, b) => a.label.localeCompare(b.label, 'nb'));

const byKey = new Map(choices.map((choice) => [choice.key, choice]));

/** What we know about the key of a treatment; undefined for one that is in no list, which a rule file may hold. */
export const codeChoice = (key: string): CodeChoice | undefined => byKey.get(key);

/** The incomes whose words or code hold every word of `wanted`, in the order of the alphabet. */
export function findCodes(wanted: string): CodeChoice[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ key, label }) => words.every((word) => `${label} ${key}`.toLowerCase().includes(word)));
}
