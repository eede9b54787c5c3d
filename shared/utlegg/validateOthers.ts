import type { IsoDate } from '../dates.ts';
import { isActive } from './states.ts';
import type { ActContent, Violation } from './trekk.ts';
import type { TrekkClaim } from './trekkContent.ts';
import type { OtherTrekk, ValidationContext } from './validationContext.ts';
import { stops, warns } from './violation.ts';

type Sent = Extract<ActContent, { readonly kind: 'registrer' | 'beslutning' }>;

/** A new trekk that is confirmed, and may have been received already. */
function onItsWay(act: OtherTrekk['act']): Sent | null {
  if (act === null || (act.state !== 'sendes' && act.state !== 'ukjent')) return null;
  return act.what.kind === 'registrer' || act.what.kind === 'beslutning' ? act.what : null;
}

/**
 * V-27: the pair that the authorities know a submission by, whoever the debtor is. Two debtors of one case would otherwise share it, and ELAN's
 * DUPLIKAT_INNSENDING to the second be read as its own arrival.
 */
export function duplicateViolations(
  { reference, decisionDate }: { readonly reference: string; readonly decisionDate: IsoDate },
  { others, ofOtherDebtors }: ValidationContext,
): Violation[] {
  const same = (one: { readonly reference: string; readonly decisionDate: IsoDate } | null | undefined) =>
    one?.decisionDate === decisionDate && one.reference.trim() === reference.trim();
  const known = [...others, ...ofOtherDebtors].some(
    ({ act, registered, received }) => same(registered) || same(received?.content) || same(onItsWay(act)?.content),
  );
  return known ? [stops('V-27', 'DUPLIKAT_INNSENDING', 'reference')] : [];
}

/** V-28: a claim is in one trekk. A decision under the new rules may take over what runs under the old, so only ELAN's own stand in its way. */
export function takenViolations(
  kind: 'registrer' | 'endre' | 'beslutning',
  claims: readonly TrekkClaim[],
  { others }: ValidationContext,
): Violation[] {
  const taken = new Set(
    others.flatMap((other) => [...inElan(other), ...(kind === 'beslutning' ? [] : inRegister(other))]),
  );
  return claims.flatMap(({ reference }, index) =>
    taken.has(reference.trim()) ? [stops('V-28', 'KRAV_ALLEREDE_I_TREKK', `claims.${index}.reference`)] : [],
  );
}

const referencesIn = (claims: readonly TrekkClaim[]): string[] => claims.map(({ reference }) => reference.trim());

function inElan({ act, received }: OtherTrekk): string[] {
  const sent = onItsWay(act);
  const over = received?.state === 'trukketTilbake' || received?.state === 'dekket';
  return [
    ...(received && !over ? referencesIn(received.content.claims) : []),
    ...(sent?.kind === 'beslutning' ? referencesIn(sent.content.claims) : []),
  ];
}

function inRegister({ act, registered }: OtherTrekk): string[] {
  const sent = onItsWay(act);
  return [
    ...(isActive(registered) ? referencesIn(registered.terms.claims) : []),
    ...(sent?.kind === 'registrer' ? referencesIn(sent.content.claims) : []),
  ];
}

/** V-29: our own trekk runs already, as we or the register know it (case D). */
export function ownTrekkViolations({ others, ownTrekkFound }: ValidationContext): Violation[] {
  const runs = others.some(({ act, registered }) => isActive(registered) || onItsWay(act)?.kind === 'registrer');
  return runs || ownTrekkFound ? [warns('V-29', 'EGET_TREKK_LOEPER', '')] : [];
}
