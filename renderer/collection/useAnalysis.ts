import { useQuery } from '@tanstack/react-query';
import { debtorQueries } from '../data/debtors.ts';
import { useDebtor } from './DebtorContext.tsx';

/** What the desk says about the open debtor, worked out in the main process for this version of the case. */
export const useAnalysis = () => useQuery(debtorQueries.analysis(useDebtor()));
