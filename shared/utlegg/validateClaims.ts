import type { Violation } from './trekk.ts';
import type { BeslutningClaim, TrekkClaim } from './trekkContent.ts';
import type { ValidationContext } from './validationContext.ts';
import { stops, type ViolationCode, warns } from './violation.ts';

const REFERENCE_LENGTH = 64;
const LAST_PLACE = 99;

/** V-14, V-17 to V-21, V-23 and V-25: the claims. `mustRemain`: something is left to cover, which a change may end with. */
export function claimViolations(claims: readonly TrekkClaim[], { mustRemain }: { mustRemain: boolean }): Violation[] {
  if (claims.length === 0) return [stops('V-17', 'MANGLER_KRAV', 'claims')];
  const nothingLeft = claims.every(({ remaining }) => remaining <= 0);
  return [
    ...claims.flatMap((claim, index) => {
      const at = `claims.${index}`;
      return [
        ...referenceViolations(claim, claims.slice(0, index), at),
        ...relationViolations(claim, claims, at),
        ...dueViolations(claim, at),
        ...amountViolations(claim, at),
        ...letterViolations(claim, at),
        ...placeViolations(claim, claims, at),
      ];
    }),
    ...(mustRemain && nothingLeft ? [stops('V-21', 'UGYLDIG_GJENSTAAENDE', 'claims')] : []),
  ];
}

const referenceOf = ({ reference }: TrekkClaim): string => reference.trim();

/** V-18, and the length the contract allows. */
function referenceViolations(claim: TrekkClaim, before: readonly TrekkClaim[], at: string): Violation[] {
  const own = referenceOf(claim);
  if (own === '') return [stops(null, 'FELT_MANGLER', `${at}.reference`)];
  if (own.length > REFERENCE_LENGTH) return [stops(null, 'UGYLDIG_FORMAT', `${at}.reference`)];
  const twice = before.some((other) => referenceOf(other) === own);
  return twice ? [stops('V-18', 'KRAV_DUPLIKATE_REFERANSER', `${at}.reference`)] : [];
}

/** V-19: what points at what. */
function relationViolations(claim: TrekkClaim, claims: readonly TrekkClaim[], at: string): Violation[] {
  const code = wrongRelation(claim, claims);
  return code === null ? [] : [stops('V-19', code, `${at}.relatedTo`)];
}

function wrongRelation(claim: TrekkClaim, claims: readonly TrekkClaim[]): ViolationCode | null {
  const references = claim.relatedTo.map((one) => one.trim());
  const related = claims.filter((other) => references.includes(referenceOf(other)));
  if (references.includes(referenceOf(claim))) return 'RELATERTE_KRAV_KAN_IKKE_PEKE_PÅ_SEG_SELV';
  if (references.some((one) => related.every((other) => referenceOf(other) !== one))) {
    return 'RELATERTE_KRAV_UGYLDIGE_KRAVREFERANSER';
  }
  const onlyPrincipals = related.length > 0 && related.every(({ detail }) => detail === 'Hovedkrav');
  switch (claim.detail) {
    case 'Hovedkrav':
      return references.length > 0 ? 'HOVEDSTOL_SKAL_IKKE_HA_ET_RELATERT_KRAV' : null;
    case 'Rentekrav':
      if (related.length === 0) return 'RENTE_MAA_HA_RELATERT_KRAV';
      return related.some(({ detail }) => detail === 'Rentekrav') ? 'RENTEKRAV_KAN_IKKE_HA_RENTEKRAV' : null;
    case 'UtenrettsligeKostnader':
      return onlyPrincipals ? null : 'GEBYR_ELLER_SAKSKOSTNAD_HAR_ET_RELATERTKRAV_SOM_IKKE_ER_HOVEDSTOL';
  }
}

/** V-20: interest falls due with nothing of its own, everything else on a day. */
function dueViolations({ detail, due }: TrekkClaim, at: string): Violation[] {
  if (detail === 'Rentekrav') return due === null ? [] : [stops('V-20', 'KRAV_OPPGIS_UTEN_FORFALLSDATO', `${at}.due`)];
  return due === null ? [stops('V-20', 'KRAV_MANGLER_FORFALLSDATO', `${at}.due`)] : [];
}

/** V-14 and V-21. */
function amountViolations({ original, remaining }: TrekkClaim, at: string): Violation[] {
  const negative = (['original', 'remaining'] as const).filter((name) => ({ original, remaining })[name] < 0);
  if (negative.length > 0) return negative.map((name) => stops('V-14', 'UGYLDIG_BELOEP', `${at}.${name}`));
  return remaining > original ? [stops('V-21', 'UGYLDIG_GJENSTAAENDE', `${at}.remaining`)] : [];
}

/** V-23: a municipality's claims have letter d or e. */
function letterViolations({ letter }: TrekkClaim, at: string): Violation[] {
  if (letter === null) return [stops('V-23', 'PRIORITET_DEKNINGSLOVEN_MANGLER', `${at}.letter`)];
  return letter < 'd' ? [warns('V-23', 'PRIORITET_IKKE_VANLIG_FOR_KRAVTYPE', `${at}.letter`)] : [];
}

/** V-24: under the old rules interest has letter e; under the new its claim's own (fagregler.md 2.5). */
export const interestLetterViolations = (claims: readonly TrekkClaim[]): Violation[] =>
  claims.flatMap(({ detail, letter }, index) =>
    detail === 'Rentekrav' && letter !== null && letter !== 'e'
      ? [warns('V-24', 'PRIORITET_RENTER', `claims.${index}.letter`)]
      : [],
  );

const isPlace = (order: number): boolean => order >= 1 && order <= LAST_PLACE;

/** V-25: all claims have a place in the order, or none has. */
function placeViolations({ order }: TrekkClaim, claims: readonly TrekkClaim[], at: string): Violation[] {
  const wrong = order === null ? isOrdered(claims) : !isPlace(order);
  return wrong ? [stops('V-25', 'PRIORITET_MANGLER', `${at}.order`)] : [];
}

const isOrdered = (claims: readonly TrekkClaim[]): boolean => claims.some(({ order }) => order !== null);

/** V-14, V-22 and V-25 of what only a decision under the new rules carries: payments, and interest to come. */
export const beslutningClaimViolations = (
  claims: readonly BeslutningClaim[],
  { today }: ValidationContext,
): Violation[] =>
  claims.flatMap((claim, index) => {
    const at = `claims.${index}`;
    return [
      ...claim.payments.flatMap(({ on, amount }, place) => [
        ...(on === null ? [stops(null, 'FELT_MANGLER', `${at}.payments.${place}.on`)] : []),
        ...(on !== null && on > today ? [stops('V-22', 'INNBETALING_FRAM_I_TID', `${at}.payments.${place}.on`)] : []),
        ...(amount < 0 ? [stops('V-14', 'UGYLDIG_BELOEP', `${at}.payments.${place}.amount`)] : []),
      ]),
      ...interestToComeViolations(claim, claims, at),
      ...interestPeriodViolations(claim, at),
    ];
  });

function interestToComeViolations(claim: BeslutningClaim, claims: readonly BeslutningClaim[], at: string): Violation[] {
  const own = referenceOf(claim);
  if (claim.bearsInterest === null) {
    const claimed = claims.some(
      ({ detail, relatedTo }) => detail === 'Rentekrav' && relatedTo.some((one) => one.trim() === own),
    );
    return claim.detail === 'Hovedkrav' && claimed
      ? [stops(null, 'RENTEBAERENDE_KRAV_MANGLER', `${at}.bearsInterest`)]
      : [];
  }
  const { order } = claim.bearsInterest;
  const wrong = order === null ? isOrdered(claims) : !isPlace(order);
  return wrong ? [stops('V-25', 'PRIORITET_MANGLER_PÅ_RENTEOPPLYSNINGER', `${at}.bearsInterest.order`)] : [];
}

const interestPeriodViolations = ({ interestPeriod }: BeslutningClaim, at: string): Violation[] =>
  interestPeriod !== null && interestPeriod.to < interestPeriod.from
    ? [stops('V-10', 'UGYLDIG_PERIODE', `${at}.interestPeriod.to`)]
    : [];
