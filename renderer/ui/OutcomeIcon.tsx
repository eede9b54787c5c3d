import { CheckmarkCircleIcon, CircleSlashIcon, HandShakeHeartIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import type { Outcome } from '../../shared/housing/caseFile.ts';

const icons = {
  innenfor: CheckmarkCircleIcon,
  overGrensen: XMarkOctagonIcon,
  maaVurderes: HandShakeHeartIcon,
  kanIkkeAvgjoeres: CircleSlashIcon,
} as const satisfies Record<Outcome, unknown>;

/** The sign of an outcome. Always beside its words: colour and sign never stand alone. */
export function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  const Icon = icons[outcome];
  return <Icon aria-hidden className="outcome-icon" />;
}
