import { Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { Trace } from '../../shared/housing/assessment.ts';
import { useText } from '../app/SessionContext.tsx';
import { debtorQueries } from '../data/debtors.ts';
import { DeliveredLine } from '../ui/DeliveredLine.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

/** A source line of a debtor's case, as its register delivered it. */
export function DebtorSourceLine({ debtor, trace }: { debtor: DebtorCase; trace: Trace }) {
  const { debtorInformation, app } = useText();
  const { data: line, error } = useQuery(debtorQueries.sourceLine(debtor, trace));
  if (error) return <ErrorNotice error={error.error} />;
  if (!line) return <Loader size="small" title={app.words.loading} />;
  return <DeliveredLine source={debtorInformation.sources[line.source]} line={line} />;
}
