import { useText } from '../../app/SessionContext.tsx';
import { CaseHistory } from '../../ui/CaseHistory.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useDebtor } from '../DebtorContext.tsx';

/** What has been done in the case: made and fetched. */
export function DebtorHistoryPage() {
  const { cases } = useText();
  const debtor = useDebtor();
  usePageTitle(`${debtor.caseNumber} · ${cases.history.title}`);
  return <CaseHistory {...debtor} />;
}
