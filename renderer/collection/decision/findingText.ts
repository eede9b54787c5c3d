import { formatDate } from '../../../shared/dates.ts';
import type { Finding, FindingCode } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../../../shared/garnishment/debtorCase.ts';
import { collectionGrounds } from '../../../shared/garnishment/legalGrounds.ts';
import { monthRange } from '../../../shared/text/monthRange.ts';
import type { Text } from '../../../shared/text/text.ts';
import { authorityText, overviewOf } from '../information/trekkEntries.ts';

/** Findings as sentences. What holds for several claims is said once, with how many they are. */
export function findingTexts(text: Text, debtor: DebtorCase, findings: readonly Finding[]): string[] {
  const kindOf = ({ claimId, ...rest }: Finding) => JSON.stringify(rest);
  const kinds = [...new Set(findings.map(kindOf))];
  return kinds.flatMap((kind) => {
    const alike = findings.filter((finding) => kindOf(finding) === kind);
    const [first] = alike;
    return first ? [sentence(text, debtor, first, claimsText(text, debtor, alike))] : [];
  });
}

/** Which claims the findings are about: by name when it is one, else how many. */
function claimsText(
  { claims: words, collection, decision }: Text,
  { claims }: DebtorCase,
  findings: readonly Finding[],
): string {
  const about = claims.filter(({ id }) => findings.some(({ claimId }) => claimId === id));
  const [only] = about;
  if (about.length === 1 && only) return words.claimName(collection.claimTypes[only.type], only.reference);
  return about.length === claims.length ? decision.answer.allClaims : decision.answer.claims(about.length);
}

function sentence(text: Text, { lookups }: DebtorCase, finding: Finding, claim: string): string {
  const entry = overviewOf(lookups)?.entries.find(({ ref }) => ref === finding.entryRef);
  return text.collectionFindings[finding.code]({
    claim,
    entry: entry ? authorityText(text, entry) : '',
    date: finding.date ? formatDate(finding.date) : '',
    months: finding.months ? monthRange(finding.months) : '',
    text: groundName(text, finding.text) ?? finding.text ?? '',
  });
}

/** `ground-not-valid` names the ground by its code. */
function groundName({ collection }: Text, code: string | undefined): string | null {
  const ground = collectionGrounds.find((one) => one === code);
  return ground ? collection.legalGrounds[ground] : null;
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
