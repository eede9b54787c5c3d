import { createContext, use } from 'react';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';

export const DebtorContext = createContext<DebtorCase | null>(null);

/** The debtor's case that is open. Only below `DebtorPage`. */
export function useDebtor(): DebtorCase {
  const debtor = use(DebtorContext);
  if (!debtor) throw new Error('no open case around this component');
  return debtor;
}
