import { Button, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatDate } from '../../../shared/dates.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { TrekkSummary } from '../../../shared/ipc/trekkCalls.ts';
import { useText } from '../../app/SessionContext.tsx';
import { trekkQueries, useAdoptTrekk } from '../../data/trekk.ts';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ScrollArea } from '../../ui/ScrollArea.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useDebtor } from '../DebtorContext.tsx';
import { BeginPanel } from './BeginPanel.tsx';
import { stateText } from './trekkText.ts';
import { WordTag } from './WordTag.tsx';
import './trekk.css';

/** The last step of a debtor's case: the trekk there are, those of ours in the register that are not followed yet, and the way to the next one. */
export function TrekkStepPage() {
  const { app, collection } = useText();
  const debtor = useDebtor();
  const { data, error, refetch } = useQuery(trekkQueries.ofCase(debtor));
  usePageTitle(`${debtor.caseNumber} · ${collection.nav.registration}`);
  if (error) return <ErrorNotice error={error.error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="xlarge" title={app.words.loading} />;
  return (
    <div className="with-side">
      <div className="evidence">
        <OwnTrekk list={data.trekk} />
        {data.adoptable.length > 0 && <Adoptable adoptable={data.adoptable} />}
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        <BeginPanel list={data.trekk} />
      </aside>
    </div>
  );
}

function OwnTrekk({ list }: { list: readonly TrekkSummary[] }) {
  const text = useText();
  const { ofCase: words } = text.trekk;
  if (list.length === 0) {
    return (
      <Card title={words.title}>
        <p>{words.none}</p>
      </Card>
    );
  }
  return (
    <Card title={words.title}>
      <ScrollArea label={words.title}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.sent}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.endsOn}</th>
              <th scope="col">{words.attention}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link
                    to="/innkreving/sak/$caseId/registrering/$trekkId"
                    params={{ caseId: one.caseId, trekkId: one.id }}
                    className="row-link"
                  >
                    {one.act ? text.trekk.actTitles[one.act.kind] : text.trekk.rulesTitles[one.rules]}
                  </Link>
                </th>
                <td>
                  <WordTag act={one.act} />
                </td>
                <td>{stateText(text, one)}</td>
                <td>{one.endsOn ? formatDate(one.endsOn) : ''}</td>
                <td>{one.attention[0] ? text.trekkRules.attention[one.attention[0]].what : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Card>
  );
}

function Adoptable({ adoptable }: Pick<CallOutput<'trekk.ofCase'>, 'adoptable'>) {
  const { adopt: words } = useText().trekk;
  const { id } = useDebtor();
  const adopt = useAdoptTrekk(id);
  const navigate = useNavigate();
  return (
    <Card title={words.title}>
      <p>{words.explained}</p>
      <ul className="adoptable">
        {adoptable.map(({ utleggstrekkId, decidedOn }) => (
          <li key={utleggstrekkId}>
            <span>{decidedOn ? words.decided(formatDate(decidedOn)) : words.undated}</span>
            <Button
              type="button"
              size="small"
              variant="secondary"
              loading={adopt.isPending && adopt.variables === utleggstrekkId}
              onClick={() =>
                adopt.mutate(utleggstrekkId, {
                  onSuccess: (trekk) =>
                    void navigate({
                      to: '/innkreving/sak/$caseId/registrering/$trekkId',
                      params: { caseId: id, trekkId: trekk.id },
                    }),
                })
              }
            >
              {words.follow}
            </Button>
          </li>
        ))}
      </ul>
      {adopt.error && <ErrorNotice error={adopt.error.error} />}
    </Card>
  );
}
