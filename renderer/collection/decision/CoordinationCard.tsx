import { formatDate } from '../../../shared/dates.ts';
import type { Coordination } from '../../../shared/garnishment/debtorAnalysis.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';

/** Which of the cases A–H hold, what each means, and from when there is room again. */
export function CoordinationCard({ coordination }: { coordination: Coordination }) {
  const { coordination: words } = useText().decision;
  const { state, cases, lead, freeFrom } = coordination;
  if (state !== 'assessed' || lead === null) {
    return (
      <Card title={words.title}>
        <p>{words.state[state]}</p>
      </Card>
    );
  }
  const { title, means } = words.cases[lead];
  const others = cases.filter((one) => one.case !== lead);
  return (
    <Card title={words.title} note={words.caseName(lead)}>
      <p>
        <strong>{title}.</strong> {means}
      </p>
      {others.map((one) => (
        <p key={one.case} className="card-foot">
          {words.also}: {words.cases[one.case].title} ({words.caseName(one.case)}). {words.cases[one.case].means}
        </p>
      ))}
      {freeFrom !== null && <p className="card-foot">{words.freeFrom(formatDate(freeFrom))}</p>}
    </Card>
  );
}
