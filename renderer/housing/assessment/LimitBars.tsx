import { formatDate } from '../../../shared/dates.ts';
import type { Assessment } from '../../../shared/housing/assessment.ts';
import { formatKroner, type Oere } from '../../../shared/money.ts';
import { basisHeading, type SentenceContext } from '../../../shared/text/assessmentSentences.ts';
import { Card } from '../../ui/Card.tsx';

/** Room to the right of the largest figure, so that the mark of the limit never lies at the edge. */
const HEADROOM = 1.18;

interface BarFacts {
  readonly label: string;
  readonly amount: Oere | null;
  readonly limit: Oere;
  readonly over: boolean;
}

/** How close each basis lies to the limit. */
export function LimitBars({ assessment, context }: { assessment: Assessment; context: SentenceContext }) {
  const { bars } = context.text.assessment;
  const { wealth } = assessment;
  const facts = assessment.bases.flatMap(({ basis, annual, limit, verdict }): BarFacts[] =>
    limit === null ? [] : [{ label: basisHeading(context, basis), amount: annual, limit, over: verdict === 'over' }],
  );
  if (wealth.limit !== null) {
    const asAt = wealth.asAt === null ? '' : ` ${bars.asAt(formatDate(wealth.asAt))}`;
    const amount = wealth.basis === 'gross' ? wealth.gross : wealth.net;
    facts.push({ label: `${bars.wealth}${asAt}`, amount, limit: wealth.limit, over: wealth.verdict === 'over' });
  }
  if (facts.length === 0) return null;
  return (
    <Card title={bars.title}>
      <ul className="limit-bars">
        {facts.map((one) => (
          <LimitBar key={one.label} facts={one} context={context} />
        ))}
      </ul>
    </Card>
  );
}

function LimitBar({ facts: { label, amount, limit, over }, context }: { facts: BarFacts; context: SentenceContext }) {
  const { bars } = context.text.assessment;
  const full = Math.max(limit, amount ?? 0) * HEADROOM;
  const shown = amount === null ? bars.noFigure : formatKroner(amount);
  const percent = (value: number) => `${Math.max(0, (100 * value) / full)}%`;
  return (
    <li>
      <div className="limit-bar-head">
        <span>{label}</span>
        <span className={amount === null ? 'missing' : ''}>{shown}</span>
      </div>
      <svg className="limit-bar" role="img" aria-label={bars.described(label, shown, formatKroner(limit))}>
        <rect className="limit-bar-track" width="100%" height="16" rx="3" />
        {amount !== null && (
          <rect className="limit-bar-fill" data-over={over} width={percent(amount)} height="16" rx="3" />
        )}
        <rect className="limit-bar-mark" x={percent(limit)} width="2" height="22" />
      </svg>
    </li>
  );
}
