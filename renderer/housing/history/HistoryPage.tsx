import { BodyShort, Heading, Table } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { formatInstant, type Instant } from '../../../shared/dates.ts';
import type { CaseFile } from '../../../shared/housing/caseFile.ts';
import type { Text } from '../../../shared/text/text.ts';
import { useText } from '../../app/SessionContext.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useCaseFile } from '../CaseContext.tsx';

/** What has been done in the case: made, fetched, documented. Who looked at whom stands in the journal. */
export function HistoryPage() {
  const text = useText();
  const caseFile = useCaseFile();
  const { history } = text.cases;
  usePageTitle(`${caseFile.caseNumber} · ${history.title}`);
  return (
    <section className="card">
      <Heading level="2" size="xsmall">
        {history.title}
      </Heading>
      <Table size="small" className="figures">
        <caption className="aksel-sr-only">{history.caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{history.at}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{history.what}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {happenings(caseFile, text).map(({ at, what }) => (
            <Table.Row key={`${at} ${what}`}>
              <Table.DataCell className="nowrap">{formatInstant(at)}</Table.DataCell>
              <Table.DataCell>{what}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <BodyShort size="small" className="card-foot">
        <Link to="/logg">{history.fullLog}</Link>
      </BodyShort>
    </section>
  );
}

interface Happening {
  readonly at: Instant;
  readonly what: string;
}

function happenings(caseFile: CaseFile, { cases: { history } }: Text): Happening[] {
  // One press of «Hent opplysninger» gives many answers within the same minute.
  const minutes = new Map(caseFile.lookups.map((lookup) => [formatInstant(lookup.at), lookup.at]));
  const fetches = [...minutes].map(([minute, at]): Happening => {
    const lookups = caseFile.lookups.filter((lookup) => formatInstant(lookup.at) === minute);
    const failed = lookups.filter(({ state }) => state === 'failed' || state === 'cancelled').length;
    const what = [history.fetched(lookups.length - failed)];
    if (failed > 0) what.push(history.failed(failed));
    return { at, what: what.join(' · ') };
  });
  return [
    { at: caseFile.createdAt, what: history.created(caseFile.createdBy) },
    ...fetches,
    ...caseFile.documents.map(({ at, by, fileName }) => ({ at, what: history.document(fileName, by) })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
}
