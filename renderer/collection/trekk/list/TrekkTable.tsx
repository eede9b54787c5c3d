import { Link } from '@tanstack/react-router';
import { formatDate, formatInstant } from '../../../../shared/dates.ts';
import type { TrekkSummary } from '../../../../shared/ipc/trekkCalls.ts';
import { formatKroner } from '../../../../shared/money.ts';
import type { Attention } from '../../../../shared/utlegg/attention.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { ScrollArea } from '../../../ui/ScrollArea.tsx';
import { SortHeading } from '../SortHeading.tsx';
import { stateText } from '../trekkText.ts';
import { WordTag } from '../WordTag.tsx';
import { quietStep, type Sort, type SortColumn } from './trekkList.ts';

interface Props {
  readonly list: readonly TrekkSummary[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** The lines of a list, each with what it needs and the way to it. */
export function TrekkTable({ list, sort, onSort }: Props) {
  const { list: words } = useText().trekk;
  const heading = (column: SortColumn, number = false) => (
    <SortHeading column={column} number={number} sort={sort} onSort={onSort}>
      {words.columns[column]}
    </SortHeading>
  );
  return (
    <div className="card">
      <ScrollArea label={words.title}>
        <table className="figures trekk-table">
          <caption className="aksel-sr-only">{words.title}</caption>
          <thead>
            <tr>
              {heading('caseNumber')}
              <th scope="col">{words.columns.sent}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.next}</th>
              {heading('endsOn')}
              {heading('remaining', true)}
              <th scope="col">{words.columns.createdBy}</th>
              {heading('updatedAt')}
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <Line key={one.id} summary={one} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}

function NextStep({ attention }: { attention: Attention }) {
  const { what, next } = useText().trekkRules.attention[attention];
  return (
    <>
      <strong>{what}.</strong> {next}
    </>
  );
}

function Line({ summary }: { summary: TrekkSummary }) {
  const text = useText();
  const { list: words } = text.trekk;
  const [attention, ...others] = summary.attention;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/innkreving/sak/$caseId/registrering/$trekkId"
          params={{ caseId: summary.caseId, trekkId: summary.id }}
          className="row-link nowrap"
        >
          {summary.caseNumber}
        </Link>
      </th>
      <td>
        <WordTag act={summary.act} />
      </td>
      <td>{stateText(text, summary)}</td>
      <td>
        {attention ? <NextStep attention={attention} /> : words.quietSteps[quietStep(summary)]}
        {others.length > 0 && (
          <div className="subtle">{others.map((one) => text.trekkRules.attention[one].what).join(' · ')}</div>
        )}
      </td>
      <td className="nowrap">{summary.endsOn ? formatDate(summary.endsOn) : ''}</td>
      <td className="number">{formatKroner(summary.remaining)}</td>
      <td>{summary.createdBy}</td>
      <td className="nowrap">{formatInstant(summary.updatedAt)}</td>
    </tr>
  );
}
