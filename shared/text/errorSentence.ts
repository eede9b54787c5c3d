import { type CallError, type ErrorCode, errorTable } from '../ipc/errors.ts';
import type { Text } from './text.ts';

/** What the caseworker reads: what happened and what to do, without codes. The reference is shown beside it. */
export function errorForCaseworker({ errors }: Text, { code, detail }: Pick<CallError, 'code' | 'detail'>): string {
  const special: Partial<Record<ErrorCode, (typeof errors.it)[ErrorCode]>> = errors.special;
  const byUser: Partial<Record<ErrorCode, string>> = errors.byUser;
  const facts = errorTable[code];
  if (facts.class === 'U') return byUser[code] ?? errors.byClass.F();
  return (special[code] ?? errors.byClass[facts.class])(detail ?? {});
}

/** What IT reads about the same error: cause and cure, with the authority's own code where there is one. */
export const errorForIt = ({ errors }: Text, { code, detail }: Pick<CallError, 'code' | 'detail'>): string =>
  errors.it[code](detail ?? {});
