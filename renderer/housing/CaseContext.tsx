import { createContext, use } from 'react';
import type { CaseFile } from '../../shared/housing/caseFile.ts';

export const CaseContext = createContext<CaseFile | null>(null);

/** The case that is open. Only below `CasePage`. */
export function useCaseFile(): CaseFile {
  const caseFile = use(CaseContext);
  if (!caseFile) throw new Error('no open case around this component');
  return caseFile;
}
