import { incomeCodeLabel } from '../income/codes.ts';
import { fieldLabel } from '../income/fieldLabel.ts';
import type { Finding } from '../income/findings.ts';
import { formatKroner } from '../money.ts';
import { monthRange } from './monthRange.ts';
import type { Text } from './text.ts';

/** The figures of a finding in words and digits; empty where the finding has none. */
export interface FindingFigures {
  /** The months or the tax year it is about. */
  readonly what: string;
  readonly kind: string;
  readonly code: string;
  /** Without `kr`. */
  readonly amount: string;
  readonly count: string;
}

/** A finding as one sentence, without the member's name. */
export function findingSentence({ findings, information }: Text, finding: Finding): string {
  const { code, months, year, kind, registerCode, amount, count, source } = finding;
  return findings[code]({
    what: months
      ? findings.inMonths(monthRange(months))
      : year === undefined
        ? information.sources[source]
        : findings.inYear(String(year)),
    kind: kind === undefined ? '' : information.kinds[kind],
    code: nameOf(kind, registerCode ?? null),
    amount: amount === undefined || amount === null ? '' : formatKroner(amount),
    count: count === undefined ? '' : findings.lines(count),
  });
}

function nameOf(kind: Finding['kind'], registerCode: string | null): string {
  if (registerCode === null) return '–';
  return (kind && incomeCodeLabel(kind, registerCode)) ?? fieldLabel(registerCode);
}
