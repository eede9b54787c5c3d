import { BodyShort, Table } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { formatInstant, type Instant } from '../../shared/dates.ts';
import type { LookupState } from '../../shared/income/model.ts';
import { useText } from '../app/SessionContext.tsx';
import { Card } from './Card.tsx';

interface Happening {
  readonly at: Instant;
  readonly what: string;
}

interface Props {
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly lookups: readonly { readonly at: Instant; readonly state: LookupState }[];
  /** What the desk has besides. */
  readonly others?: readonly Happening[];
}

/** What has been done in a case, the newest first. Who looked at whom stands in the journal. */
export function CaseHistory({ createdAt, createdBy, lookups, others = [] }: Props) {
  const { history } = useText().cases;
  const happenings: Happening[] = [
    { at: createdAt, what: history.created(createdBy) },
    ...useFetches(lookups),
    ...others,
  ];
  return (
    <Card title={history.title}>
      <Table size="small" className="figures">
        <caption className="aksel-sr-only">{history.caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{history.at}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{history.what}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {happenings
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map(({ at, what }) => (
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
    </Card>
  );
}

/** One press of «Hent opplysninger» gives many answers within the same minute. */
function useFetches(lookups: Props['lookups']): Happening[] {
  const { history } = useText().cases;
  const minutes = new Map(lookups.map(({ at }) => [formatInstant(at), at]));
  return [...minutes].map(([minute, at]) => {
    const inMinute = lookups.filter((lookup) => formatInstant(lookup.at) === minute);
    const failed = inMinute.filter(({ state }) => state === 'failed' || state === 'cancelled').length;
    const fetched = history.fetched(inMinute.length - failed);
    return { at, what: failed > 0 ? `${fetched} · ${history.failed(failed)}` : fetched };
  });
}
