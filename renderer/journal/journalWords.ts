import type { Role } from '../../shared/access.ts';
import { type ErrorCode, errorTable } from '../../shared/ipc/errors.ts';
import type { JournalRow } from '../../shared/ipc/sessionCalls.ts';
import { errorForCaseworker } from '../../shared/text/errorSentence.ts';
import type { Text } from '../../shared/text/text.ts';

type Words = Readonly<Record<string, string>>;

/** How a row ended, in words. `none`: rows that are no lookup have no outcome of their own. */
export type OutcomeWords =
  | { readonly kind: 'answered'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'unknown' | 'refused' | 'none' };

/** The role that someone acted in; the text of the row itself for a role that is no more. */
export const roleWords = (role: string, { journal }: Text): string => {
  const words: Words = journal.roles;
  return words[role] ?? role;
};

/** What was done, and more about it: the source and period of a lookup, the call that was refused, the document's checksum. */
export function whatWords({ action, source, period, detail }: JournalRow, text: Text): { what: string; more: string } {
  const { actions, calls } = text.journal;
  const call = detail === null ? '' : (calls[detail] ?? detail);
  switch (action) {
    case 'lookup': {
      const sources: Words = text.debtorInformation.sources;
      const asked = [source && (sources[source] ?? source), period];
      return { what: actions.lookup, more: asked.filter(Boolean).join(', ') };
    }
    case 'sent': {
      const kinds: Words = text.trekkRules.actKinds;
      return { what: actions.sent, more: (detail && kinds[detail]) ?? '' };
    }
    case 'document':
      return { what: actions.document, more: detail === null ? '' : `SHA-256 ${detail}` };
    case 'refused':
      return { what: actions.refused, more: call };
    default:
      return { what: call || actions[action], more: '' };
  }
}

export function purposeWords(purpose: string, { cases, collection }: Text): string {
  const words: Words = { ...cases.purposes, ...collection.purposes };
  return words[purpose] ?? purpose;
}

/** How a row ended. A lookup without an outcome is never shown as one that found nothing. */
export function outcomeWords({ action, outcome }: JournalRow, text: Text): OutcomeWords {
  if (action === 'refused') return { kind: 'refused' };
  if (outcome === null) return { kind: action === 'lookup' || action === 'sent' ? 'unknown' : 'none' };
  if (isErrorCode(outcome)) return { kind: 'failed', words: errorForCaseworker(text, { code: outcome }) };
  const answered: Words = { ...text.debtorInformation.states, ...text.information.states, ...text.journal.sendings };
  return { kind: 'answered', words: answered[outcome] ?? outcome };
}

const isErrorCode = (outcome: string): outcome is ErrorCode => Object.hasOwn(errorTable, outcome);

/** Sees a person with these roles everything, or only what was done in roles of their own? (electron/journal/listJournal.ts) */
export const seesAll = (roles: readonly Role[]): boolean => roles.includes('fagansvarlig');
