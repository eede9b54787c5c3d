import { useText } from '../../app/SessionContext.tsx';
import { CaseHistory } from '../../ui/CaseHistory.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useCaseFile } from '../CaseContext.tsx';

/** What has been done in the case: made, fetched, documented. */
export function HistoryPage() {
  const { cases } = useText();
  const caseFile = useCaseFile();
  usePageTitle(`${caseFile.caseNumber} · ${cases.history.title}`);
  return (
    <CaseHistory
      {...caseFile}
      others={caseFile.documents.map(({ at, by, fileName }) => ({ at, what: cases.history.document(fileName, by) }))}
    />
  );
}
