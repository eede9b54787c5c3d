import { expiryNotice } from '../../shared/certificate/expiryNotice.ts';
import { addDays, type IsoDate } from '../../shared/dates.ts';
import type { ConnectionTest, SetupStatus } from '../../shared/ipc/setupCalls.ts';

export type MissingPart = 'municipality' | 'orgNumber' | 'clientId' | 'identity';

/** Where the set-up stands; of several things wrong, the one that must be mended first. */
export type SetupState =
  | { readonly verdict: 'unusable' }
  | { readonly verdict: 'missing'; readonly parts: readonly MissingPart[] }
  | { readonly verdict: 'otherOrganisation'; readonly certificate: string }
  | { readonly verdict: 'expired'; readonly validTo: IsoDate }
  | { readonly verdict: 'connectionFails'; readonly failed: number }
  | { readonly verdict: 'expiresSoon'; readonly validTo: IsoDate; readonly days: number }
  | { readonly verdict: 'ready'; readonly validTo: IsoDate };

/** Judges what is entered and kept, on a day, together with the newest test of the connection (null: none yet). */
export function setupState(
  { identity, settings }: SetupStatus,
  today: IsoDate,
  connection: ConnectionTest | null,
): SetupState {
  if (identity.mode === 'unusable') return { verdict: 'unusable' };
  const parts: MissingPart[] = (['municipality', 'orgNumber', 'clientId'] as const).filter(
    (part) => settings[part].trim() === '',
  );
  if (identity.mode === 'none') return { verdict: 'missing', parts: [...parts, 'identity'] };
  if (parts.length > 0) return { verdict: 'missing', parts };
  if (identity.mode === 'certificate' && identity.facts.orgNumber !== settings.orgNumber) {
    return { verdict: 'otherOrganisation', certificate: identity.facts.orgNumber ?? '' };
  }
  // An own key must be registered again before its day; a certificate can be used on its last.
  const validTo = identity.mode === 'certificate' ? identity.facts.validTo : addDays(identity.registerAgainBefore, -1);
  const notice = expiryNotice(validTo, today);
  if (notice === 'expired') return { verdict: 'expired', validTo };
  const failed = connection?.steps.filter(({ state }) => state === 'failed').length ?? 0;
  if (failed > 0) return { verdict: 'connectionFails', failed };
  return notice === 'none'
    ? { verdict: 'ready', validTo }
    : { verdict: 'expiresSoon', validTo, days: daysBetween(today, validTo) };
}

const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
