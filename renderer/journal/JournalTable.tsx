import { QuestionmarkDiamondIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { BodyShort, Tag } from '@navikt/ds-react';
import { formatInstant } from '../../shared/dates.ts';
import type { JournalRow } from '../../shared/ipc/sessionCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { outcomeWords, purposeWords, roleWords, whatWords } from './journalWords.ts';

/** Who did what, about whom, in which case, and how it ended. */
export function JournalTable({ rows }: { rows: readonly JournalRow[] }) {
  const { columns, caption } = useText().journal;
  return (
    <div className="card scroll-x">
      <table className="figures journal">
        <caption className="aksel-sr-only">{caption}</caption>
        <thead>
          <tr>
            {(['at', 'who', 'what', 'case', 'person', 'outcome', 'reference'] as const).map((column) => (
              <th key={column} scope="col">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: JournalRow }) {
  const text = useText();
  const { what, more } = whatWords(row, text);
  return (
    <tr data-action={row.action}>
      <td className="nowrap">{formatInstant(row.at)}</td>
      <td>
        {row.userName}
        <BodyShort size="small" className="subtle">
          {roleWords(row.role, text)}
        </BodyShort>
      </td>
      <td>
        {what}
        {more !== '' && (
          <BodyShort size="small" className={row.action === 'document' ? 'subtle sha256' : 'subtle'}>
            {more}
          </BodyShort>
        )}
      </td>
      <td>
        {row.caseNumber}
        {row.purpose !== null && (
          <BodyShort size="small" className="subtle">
            {purposeWords(row.purpose, text)}
          </BodyShort>
        )}
      </td>
      <td className="nowrap">{row.person}</td>
      <td>
        <Outcome row={row} />
      </td>
      <td>{row.reference !== null && <code>{row.reference}</code>}</td>
    </tr>
  );
}

function Outcome({ row }: { row: JournalRow }) {
  const text = useText();
  const { journal } = text;
  const outcome = outcomeWords(row, text);
  switch (outcome.kind) {
    case 'none':
      return null;
    case 'answered':
      return outcome.words;
    case 'failed':
      return (
        <>
          <span className="journal-sign" data-kind="failed">
            <XMarkOctagonIcon aria-hidden /> {journal.failed}
          </span>
          <BodyShort size="small" className="subtle">
            {outcome.words}
          </BodyShort>
        </>
      );
    case 'unknown':
      return (
        <>
          <span className="journal-sign" data-kind="unknown">
            <QuestionmarkDiamondIcon aria-hidden /> {journal.unknownOutcome}
          </span>
          <BodyShort size="small" className="subtle">
            {journal.unknownOutcomeWhy}
          </BodyShort>
        </>
      );
    case 'refused':
      return (
        <Tag size="xsmall" variant="moderate" data-color="danger">
          {journal.refused}
        </Tag>
      );
  }
}
