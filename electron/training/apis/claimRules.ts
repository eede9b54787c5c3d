import type { IsoDate } from '../../../shared/dates.ts';
import { type Avvik, avvik, avvikIf } from './avvik.ts';

/** What a claim under the old rules and one under the new have in common. */
interface Claim {
  readonly innsendersKravreferanse: string;
  readonly kravdetaljer: string;
  readonly kravforfall?: { readonly forfallsdato: IsoDate } | undefined;
  readonly opprinneligBeloep: { readonly beloep: number };
  readonly gjenstaaendeBeloep: { readonly beloep: number };
  readonly prioritetISak?: number | undefined;
  readonly relatertKrav?: readonly string[] | undefined;
}

/** Not negative, and no more than two decimals: 0.1 + 0.2 is no amount of money. */
export const isMoney = (kroner: number): boolean => kroner >= 0 && Number(kroner.toFixed(2)) === kroner;

/** V-14, V-17–V-21 and V-25 on the claims of a message. `mayBePaid`: all may be zero, as after a last payment. */
export function claimAvvik(claims: readonly Claim[], mayBePaid: boolean): Avvik[] {
  const sum = claims.reduce((total, { gjenstaaendeBeloep: { beloep } }) => total + beloep, 0);
  const isOrdered = claims.some(({ prioritetISak }) => prioritetISak !== undefined);
  return [
    ...avvikIf(claims.length === 0, 'MANGLER_KRAV', '/krav'),
    ...avvikIf(claims.length > 0 && sum <= 0 && !mayBePaid, 'UGYLDIG_GJENSTAAENDE', '/krav'),
    ...claims.flatMap((claim, index) => {
      const at = `/krav/${index}`;
      const { opprinneligBeloep: original, gjenstaaendeBeloep: remaining, innsendersKravreferanse: reference } = claim;
      const isRepeated = claims.findIndex((one) => one.innsendersKravreferanse === reference) < index;
      return [
        ...avvikIf(!isMoney(original.beloep), 'UGYLDIG_BELOEP', `${at}/opprinneligBeloep`),
        ...avvikIf(!isMoney(remaining.beloep), 'UGYLDIG_BELOEP', `${at}/gjenstaaendeBeloep`),
        ...avvikIf(remaining.beloep > original.beloep, 'UGYLDIG_GJENSTAAENDE', `${at}/gjenstaaendeBeloep`),
        ...avvikIf(isRepeated, 'KRAV_DUPLIKATE_REFERANSER', `${at}/innsendersKravreferanse`),
        ...avvikIf(isOrdered && claim.prioritetISak === undefined, 'PRIORITET_MANGLER', `${at}/prioritetISak`),
        ...dueAvvik(claim, at),
        ...relationAvvik(claim, claims, at),
      ];
    }),
  ];
}

const isInterest = ({ kravdetaljer }: Claim): boolean => kravdetaljer === 'Rentekrav';
const isPrincipal = ({ kravdetaljer }: Claim): boolean => kravdetaljer === 'Hovedkrav';

/** V-20 */
function dueAvvik(claim: Claim, at: string): Avvik[] {
  const isNeeded = isPrincipal(claim) || claim.kravdetaljer === 'UtenrettsligeKostnader';
  return [
    ...avvikIf(isNeeded && !claim.kravforfall, 'KRAV_MANGLER_FORFALLSDATO', `${at}/kravforfall`),
    ...avvikIf(isInterest(claim) && !!claim.kravforfall, 'KRAV_OPPGIS_UTEN_FORFALLSDATO', `${at}/kravforfall`),
  ];
}

/** V-19 */
function relationAvvik(claim: Claim, claims: readonly Claim[], at: string): Avvik[] {
  const related = claim.relatertKrav ?? [];
  if (isPrincipal(claim))
    return avvikIf(related.length > 0, 'HOVEDSTOL_SKAL_IKKE_HA_ET_RELATERT_KRAV', `${at}/relatertKrav`);
  return [
    ...avvikIf(isInterest(claim) && related.length === 0, 'RENTE_MAA_HA_RELATERT_KRAV', `${at}/relatertKrav`),
    ...related.flatMap((reference, index) => {
      const felt = `${at}/relatertKrav/${index}`;
      const target = claims.find((one) => one.innsendersKravreferanse === reference);
      if (!target) return [avvik('RELATERTE_KRAV_UGYLDIGE_KRAVREFERANSER', felt)];
      if (target === claim) return [avvik('RELATERTE_KRAV_KAN_IKKE_PEKE_PÅ_SEG_SELV', felt)];
      if (isInterest(claim)) return avvikIf(isInterest(target), 'RENTEKRAV_KAN_IKKE_HA_RENTEKRAV', felt);
      return avvikIf(!isPrincipal(target), 'GEBYR_ELLER_SAKSKOSTNAD_HAR_ET_RELATERTKRAV_SOM_IKKE_ER_HOVEDSTOL', felt);
    }),
  ];
}
