import { Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { type Month, monthsBetween } from '../../../shared/dates.ts';
import type { Assessment } from '../../../shared/housing/assessment.ts';
import type { CaseFile } from '../../../shared/housing/caseFile.ts';
import { fetchedMembers, fetchedMonths } from '../../../shared/housing/fetchedPeriod.ts';
import { monthsTable } from '../../../shared/income/monthsTable.ts';
import type { SentenceContext } from '../../../shared/text/assessmentSentences.ts';
import { useText } from '../../app/SessionContext.tsx';
import { caseQueries } from '../../data/cases.ts';
import { rulesQuery } from '../../data/rules.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useCaseFile } from '../CaseContext.tsx';
import { IncomeChart } from '../IncomeChart.tsx';
import { incomeSeries } from '../incomeSeries.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { BasisTable } from './BasisTable.tsx';
import { ChoiceForm } from './ChoiceForm.tsx';
import { Disagreement } from './Disagreement.tsx';
import { LimitBars } from './LimitBars.tsx';
import { NotCounted } from './NotCounted.tsx';

export function AssessmentPage() {
  const text = useText();
  const caseFile = useCaseFile();
  const { data: assessment, error, refetch } = useQuery(caseQueries.assessment(caseFile));
  usePageTitle(`${caseFile.caseNumber} · ${text.app.nav.assessment}`);
  if (error) return <ErrorNotice error={error.error} onRetry={() => void refetch()} />;
  if (!assessment) return <Loader size="xlarge" title={text.app.words.loading} />;
  const context: SentenceContext = { text, members: caseFile.members, assessment };
  const refused = assessment.bases.length === 0;
  return (
    <div className="with-side">
      <div className="evidence">
        <Disagreement assessment={assessment} context={context} />
        {caseFile.lookups.length === 0 ? (
          <NothingFetched caseId={caseFile.id} />
        ) : (
          <Months caseFile={caseFile} assessment={assessment} />
        )}
        {refused ? (
          <EmptyState title={text.assessment.noRule.title} explained={text.assessment.noRule.explained} />
        ) : (
          <>
            <BasisTable assessment={assessment} members={caseFile.members} context={context} />
            <NotCounted assessment={assessment} context={context} />
          </>
        )}
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={text.app.answerPanel}>
        <AnswerPanel assessment={assessment} context={context} />
        <LimitBars assessment={assessment} context={context} />
        {!refused && <ChoiceForm assessment={assessment} context={context} />}
      </aside>
    </div>
  );
}

function NothingFetched({ caseId }: { caseId: string }) {
  const { information, assessment } = useText();
  return (
    <EmptyState title={information.nothingYet.title} explained={information.nothingYet.explained}>
      <LinkButton to="/sak/$caseId/opplysninger" params={{ caseId: caseId }}>
        {assessment.next.toInformation}
      </LinkButton>
    </EmptyState>
  );
}

/** The chart with the months of the chosen basis (or the shortest window) dark, counted as the rule counts. */
function Months({ caseFile, assessment }: { caseFile: CaseFile; assessment: Assessment }) {
  const { data: rules } = useQuery(rulesQuery);
  const { lookups, members } = caseFile;
  const used = rules?.rules.find(
    ({ rule }) => rule.ruleId === assessment.rule?.ruleId && rule.version === assessment.rule.version,
  );
  const months = fetchedMonths(lookups).filter((month) => month <= assessment.newestCompleteMonth);
  const tables = fetchedMembers(caseFile).map(({ id }) =>
    monthsTable(lookups, id, months, assessment.newestCompleteMonth, used?.rule.treatments),
  );
  const series = incomeSeries(tables);
  if (series.length === 0) return null;
  return (
    <IncomeChart
      members={members}
      months={months}
      series={series}
      counted={countedMonths(caseFile, assessment)}
      leftOut={(assessment.bases[0]?.members ?? []).filter(({ counted }) => !counted).map(({ memberId }) => memberId)}
    />
  );
}

function countedMonths({ choice }: CaseFile, { bases }: Assessment): Month[] {
  const windows = bases.filter(({ basis }) => basis !== 'year');
  const window = windows.find(({ basis }) => basis === choice?.basis) ?? windows[0];
  return window?.fromMonth && window.toMonth ? monthsBetween(window.fromMonth, window.toMonth) : [];
}
