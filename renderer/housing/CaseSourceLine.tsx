import { Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { Trace } from '../../shared/housing/assessment.ts';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import { formatKroner } from '../../shared/money.ts';
import { useText } from '../app/SessionContext.tsx';
import { caseQueries } from '../data/cases.ts';
import { DeliveredLine } from '../ui/DeliveredLine.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SourceFact } from '../ui/SourcePanel.tsx';

/** A source line of a housing case: delivered by a register, or entered by hand on a member. */
export const CaseSourceLine = ({ caseFile, trace }: { caseFile: CaseFile; trace: Trace }) =>
  trace.kind === 'manual' ? (
    <ManualLine caseFile={caseFile} memberId={trace.memberId} postId={trace.postId} />
  ) : (
    <FromRegister caseFile={caseFile} trace={trace} />
  );

function FromRegister({ caseFile, trace }: { caseFile: CaseFile; trace: Trace }) {
  const { information, app } = useText();
  const { data: line, error } = useQuery(caseQueries.sourceLine(caseFile, trace));
  if (error) return <ErrorNotice error={error.error} />;
  if (!line) return <Loader size="small" title={app.words.loading} />;
  return <DeliveredLine source={information.sources[line.source]} line={line} />;
}

function ManualLine({ caseFile, memberId, postId }: { caseFile: CaseFile; memberId: string; postId: string }) {
  const { household, information } = useText();
  const post = caseFile.members.find(({ id }) => id === memberId)?.manualPosts.find(({ id }) => id === postId);
  if (!post) return null;
  return (
    <dl className="facts">
      <SourceFact name={information.source.manual}>{post.text}</SourceFact>
      <SourceFact name={information.source.manualSource}>{post.source}</SourceFact>
      <SourceFact name={household.manual.amount}>{formatKroner(post.amountPerYear)}</SourceFact>
    </dl>
  );
}
