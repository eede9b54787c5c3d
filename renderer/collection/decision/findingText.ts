import { formatDate } from '../../../shared/dates.ts';
import type { Finding, FindingCode } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../../../shared/garnishment/debtorCase.ts';
import { monthRange } from '../../../shared/text/monthRange.ts';
import type { Text } from '../../../shared/text/text.ts';
import { authorityText, overviewOf } from '../information/trekkEntries.ts';

/** A finding as one sentence. */
export function findingText(text: Text, { claims, lookups }: DebtorCase, finding: Finding): string {
  const claim = claims.find(({ id }) => id === finding.claimId);
  const entry = overviewOf(lookups)?.entries.find(({ ref }) => ref === finding.entryRef);
  return text.collectionFindings[finding.code]({
    claim: claim ? text.claims.claimName(text.collection.claimTypes[claim.type], claim.reference) : '',
    entry: entry ? authorityText(text, entry) : '',
    date: finding.date ? formatDate(finding.date) : '',
    months: finding.months ? monthRange(finding.months) : '',
    text: finding.text ?? '',
  });
}

/** Findings that only differ in which claim they are about are said once, with how many there are. */
export function findingTexts(text: Text, debtor: DebtorCase, findings: readonly Finding[]): string[] {
  return [...new Set(findings.map((finding) => findingText(text, debtor, finding)))];
}

/** Where what stops a decision is put right. */
export type NextPlace = 'claims' | 'information' | 'settings' | 'coordination' | 'payer' | 'details';

const places: Partial<Record<FindingCode, NextPlace>> = {
  'ground-not-valid': 'details',
  'coordination-choice-needed': 'coordination',
  'coordination-reason-missing': 'coordination',
  'coordination-choice-not-open': 'coordination',
  'coordination-no-trekk': 'coordination',
  'coordination-waits-for-authority': 'coordination',
  'own-trekk-running': 'coordination',
  'trekkpliktig-not-chosen': 'payer',
  'trekkpliktig-not-found': 'payer',
  'no-payer': 'payer',
  'claim-no-letter': 'settings',
  'child-of-age': 'claims',
  'debtor-not-checked': 'details',
  'debtor-dead-or-minor': 'details',
  'debt-negotiation': 'details',
  bankruptcy: 'details',
};

const claimCodes = /^(no-claims|claim-|no-notice|notice-|answer-|fresh-|foreldet|legal-pant)/;
const settingsRefusals: ReadonlySet<string> = new Set([
  'livsopphold-missing',
  'livsopphold-unverified',
  'samvaer-missing',
  'age-class-missing',
  'boutgift-guide-missing',
  'boutgift-guide-not-valid',
]);
const claimRefusals: ReadonlySet<string> = new Set([
  'household-not-entered',
  'spouse-income-missing',
  'child-not-born',
]);

/** Where to go to put a finding right. `refusals`: why there is no room, when that is the finding. */
export function placeOf({ code }: Finding, refusals: readonly { readonly code: string }[]): NextPlace {
  if (code === 'room-refused') {
    if (refusals.some((refusal) => claimRefusals.has(refusal.code))) return 'claims';
    if (refusals.some((refusal) => settingsRefusals.has(refusal.code))) return 'settings';
    return 'information';
  }
  return places[code] ?? (claimCodes.test(code) ? 'claims' : 'information');
}
