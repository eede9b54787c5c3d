import { ReadMore, ToggleGroup } from '@navikt/ds-react';
import { useMemo, useState } from 'react';
import type { Month } from '../../../shared/dates.ts';
import type { CaseFile } from '../../../shared/housing/caseFile.ts';
import { fetchedMembers, fetchedMonths, fetchedYears } from '../../../shared/housing/fetchedPeriod.ts';
import { newestCompleteMonth } from '../../../shared/housing/windows.ts';
import { compareMonthsWithYear } from '../../../shared/income/differences.ts';
import { findings } from '../../../shared/income/findings.ts';
import { taxLookup } from '../../../shared/income/lookups.ts';
import { monthsTable } from '../../../shared/income/monthsTable.ts';
import { memberName } from '../../../shared/text/memberName.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useCaseFile } from '../CaseContext.tsx';
import { IncomeChart } from '../IncomeChart.tsx';
import { incomeSeries } from '../incomeSeries.ts';
import { Differences } from './Differences.tsx';
import { useFetching } from './FetchContext.tsx';
import { FetchPanel } from './FetchPanel.tsx';
import { Findings } from './Findings.tsx';
import { LookupTable } from './LookupTable.tsx';
import { PayerTable } from './PayerTable.tsx';
import { YearPosts } from './YearPosts.tsx';

export function InformationPage() {
  const { app, information, assessment } = useText();
  const caseFile = useCaseFile();
  const { running } = useFetching();
  const fetched = caseFile.lookups.length > 0;
  usePageTitle(`${caseFile.caseNumber} · ${app.nav.information}`);
  return (
    <div className="with-side">
      <div className="evidence">
        {fetched ? (
          <Delivered caseFile={caseFile} />
        ) : (
          <EmptyState title={information.nothingYet.title} explained={information.nothingYet.explained} />
        )}
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        {fetched && !running && (
          <LinkButton to="/sak/$caseId/vurdering" params={{ caseId: caseFile.id }}>
            {assessment.next.toAssessment}
          </LinkButton>
        )}
        {fetched && !running ? (
          <>
            <LookupTable />
            <div className="card">
              <ReadMore size="small" header={information.fetch.startAgain}>
                <FetchPanel />
              </ReadMore>
            </div>
          </>
        ) : (
          <FetchPanel />
        )}
      </aside>
    </div>
  );
}

function Delivered({ caseFile }: { caseFile: CaseFile }) {
  const text = useText();
  const { today } = useSession();
  const { lookups, members, decisionDate } = caseFile;
  const newest = newestCompleteMonth(decisionDate < today ? decisionDate : today);
  const months = useMemo(() => fetchedMonths(lookups), [lookups]);
  const people = fetchedMembers(caseFile);
  const { running } = useFetching();
  const [chosen, setChosen] = useState<string>();
  const person = people.find(({ id }) => id === chosen) ?? people[0];

  const series = useMemo(
    () => incomeSeries(fetchedMembers(caseFile).map(({ id }) => monthsTable(lookups, id, months, newest))),
    [caseFile, lookups, months, newest],
  );
  const found = people.flatMap(({ id }) =>
    findings(lookups, id, { months, years: fetchedYears(lookups, id), newestComplete: newest }),
  );
  const complete = months.filter((month) => month <= newest);
  return (
    <>
      {/* What is missing is known when everything has been answered. */}
      {!running && <Findings findings={found} />}
      {series.length > 0 && <IncomeChart members={members} months={months} series={series} counted={complete} />}
      {people.length > 1 && person && (
        <ToggleGroup size="small" label={text.information.months.byMember} value={person.id} onChange={setChosen}>
          {people.map(({ id }) => (
            <ToggleGroup.Item key={id} value={id} label={memberName(text, members, id)} />
          ))}
        </ToggleGroup>
      )}
      {person && <OfMember caseFile={caseFile} memberId={person.id} months={months} newest={newest} />}
    </>
  );
}

interface OfMemberProps {
  readonly caseFile: CaseFile;
  readonly memberId: string;
  readonly months: readonly Month[];
  readonly newest: Month;
}

function OfMember({ caseFile: { lookups, members }, memberId, months, newest }: OfMemberProps) {
  const text = useText();
  const name = memberName(text, members, memberId);
  const years = fetchedYears(lookups, memberId);
  return (
    <>
      <PayerTable table={monthsTable(lookups, memberId, months, newest)} member={name} />
      {years.map((year) => {
        const lookup = taxLookup(lookups, memberId, year);
        const comparison = compareMonthsWithYear(lookups, memberId, year);
        return (
          <div key={year} className="evidence">
            {lookup && <YearPosts lookup={lookup} member={name} />}
            {comparison && <Differences comparison={comparison} member={name} />}
          </div>
        );
      })}
    </>
  );
}
