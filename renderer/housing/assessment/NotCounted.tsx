import { formatDate } from '../../../shared/dates.ts';
import type { Assessment, BasisLine } from '../../../shared/housing/assessment.ts';
import { incomeCodeLabel } from '../../../shared/income/codes.ts';
import { fieldLabel } from '../../../shared/income/fieldLabel.ts';
import { formatKroner, sum } from '../../../shared/money.ts';
import { basisInSentence, type SentenceContext } from '../../../shared/text/assessmentSentences.ts';
import { memberName } from '../../../shared/text/memberName.ts';

/** What is left out of the sums, and which rule and G were used. The longest window shows most of what was left out. */
export function NotCounted({ assessment, context }: { assessment: Assessment; context: SentenceContext }) {
  const { text, members } = context;
  const words = text.assessment;
  const { bases, rule, g } = assessment;
  const longest = bases.filter(({ basis }) => basis !== 'year').at(-1) ?? bases[0];
  const leftOut = (longest?.members ?? []).flatMap(({ memberId, counted, notCountedBecause, lines }): string[] => {
    const name = memberName(text, members, memberId);
    if (!counted) return notCountedBecause ? [`${name} (${words.becauseOf[notCountedBecause]}${inKroner(lines)})`] : [];
    return lines
      .filter(({ treatment }) => treatment !== 'include')
      .map((line) => `${labelOf(line)} (${name}${inKroner([line])})`);
  });
  const used = [
    rule ? words.ruleUsed(rule.ruleId, rule.version) : '',
    g ? words.gUsed(formatDate(g.validFrom), formatDate(g.knownFrom)) : '',
  ].filter(Boolean);
  return (
    <p className="not-counted">
      {leftOut.length > 0 && longest && (
        <>
          {words.notCounted} {leftOut.join('; ')} ({basisInSentence(context, longest.basis)}).{' '}
        </>
      )}
      {used.join(', ')}.
    </p>
  );
}

/** What the lines come to; nothing where there are none, or one of them has no amount. */
function inKroner(lines: readonly BasisLine[]): string {
  const amounts = lines.flatMap(({ amount }) => amount ?? []);
  return lines.length > 0 && amounts.length === lines.length ? `, ${formatKroner(sum(amounts))} kr` : '';
}

function labelOf({ incomeKind, code }: BasisLine): string {
  const label = (incomeKind && incomeCodeLabel(incomeKind, code)) ?? fieldLabel(code);
  return label.charAt(0).toLowerCase() + label.slice(1);
}
