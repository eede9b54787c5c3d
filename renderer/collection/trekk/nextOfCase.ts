import type { DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { TrekkSummary } from '../../../shared/ipc/trekkCalls.ts';

/** What comes next in a case that has come as far as the registration. */
export type NextOfCase =
  | { readonly step: 'begin'; readonly rules: 'old' | 'new' }
  | { readonly step: 'go-on'; readonly trekkId: string }
  | { readonly step: 'change-own'; readonly trekkId: string | null }
  | { readonly step: 'stopped'; readonly why: 'rules-unknown' | 'not-ready' };

const over = ['avsluttet', 'slettet'];

/** An act that is under way is finished first; nothing is begun while the rules are unknown or something stops the decision (utleggsdatabasen.md 6). */
export function nextOfCase(
  { regime, mayDecide, coordination }: Pick<DebtorAnalysis, 'regime' | 'mayDecide' | 'coordination'>,
  list: readonly Pick<TrekkSummary, 'id' | 'act' | 'registeredState'>[],
): NextOfCase {
  const underWay = list.find(({ act }) => act !== null);
  if (underWay) return { step: 'go-on', trekkId: underWay.id };
  if (regime.rules === 'stop') return { step: 'stopped', why: 'rules-unknown' };
  const own = list.find(({ registeredState }) => registeredState !== null && !over.includes(registeredState));
  if (regime.rules === 'old' && coordination.chosen === 'change-own') {
    return { step: 'change-own', trekkId: own?.id ?? null };
  }
  return mayDecide ? { step: 'begin', rules: regime.rules } : { step: 'stopped', why: 'not-ready' };
}
