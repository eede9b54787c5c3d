import type { DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { TrekkSummary } from '../../../shared/ipc/trekkCalls.ts';

/** What comes next in a case that has come as far as the registration. */
export type NextOfCase =
  | { readonly step: 'begin'; readonly rules: 'old' | 'new' }
  | { readonly step: 'go-on'; readonly trekkId: string }
  | { readonly step: 'change-own'; readonly trekkId: string | null }
  | { readonly step: 'sent'; readonly trekkId: string; readonly another: boolean }
  | { readonly step: 'stopped'; readonly why: 'rules-unknown' | 'not-ready' };

const over: readonly unknown[] = [null, 'avsluttet', 'slettet', 'ikkeEtablert', 'dekket', 'trukketTilbake'];

/**
 * An act that is under way is finished first, and what an authority has already is not begun again as if it were new; nothing is begun while
 * the rules are unknown or something stops the decision (utleggsdatabasen.md 6). `another`: one more decision may go to ELAN, for later claims.
 */
export function nextOfCase(
  { regime, mayDecide, coordination }: Pick<DebtorAnalysis, 'regime' | 'mayDecide' | 'coordination'>,
  list: readonly Pick<TrekkSummary, 'id' | 'act' | 'registeredState' | 'receivedState'>[],
): NextOfCase {
  const underWay = list.find(({ act }) => act !== null);
  if (underWay) return { step: 'go-on', trekkId: underWay.id };
  if (regime.rules === 'stop') return { step: 'stopped', why: 'rules-unknown' };
  const own = list.find(({ registeredState }) => !over.includes(registeredState));
  if (regime.rules === 'old' && coordination.chosen === 'change-own') {
    return { step: 'change-own', trekkId: own?.id ?? null };
  }
  if (regime.rules === 'old' && own && coordination.chosen !== 'second-trekk') {
    return { step: 'sent', trekkId: own.id, another: false };
  }
  const received = list.find(({ receivedState }) => !over.includes(receivedState));
  if (regime.rules === 'new' && received) return { step: 'sent', trekkId: received.id, another: mayDecide };
  return mayDecide ? { step: 'begin', rules: regime.rules } : { step: 'stopped', why: 'not-ready' };
}
