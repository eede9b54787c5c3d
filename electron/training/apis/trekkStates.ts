import type { IsoDate } from '../../../shared/dates.ts';
import type { TrekkVersion } from '../register/Registrations.ts';
import type { ApiCall } from './api.ts';
import { todayOf } from './api.ts';
import type { Avslutning, Endring, Period } from './utleggMessages.ts';

/** May a trekk of that status be changed for that reason (utleggsdatabasen.md 7.1)? */
export function mayChange(status: string, reason: Endring['endringsaarsak']): boolean {
  if (reason === 'gjenopptak') return status === 'stanset';
  if (reason === 'midlertidigStans') return ['ventende', 'loepende'].includes(status);
  return ['registrert', 'ventende', 'loepende', 'stanset'].includes(status);
}

/** Run out only when its last day has passed; moved into the single trekk only when ELAN has the decision. */
export function mayEnd({ content }: TrekkVersion, message: Avslutning, call: ApiCall): boolean {
  const { aarsak, overfoertTilSaksreferanse: reference } = message;
  if (aarsak === 'utloept') return todayOf(call) > (content.trekkstoerrelseForPeriode.at(-1)?.sluttdato ?? '9');
  if (aarsak !== 'overfoertTilSamordnetTrekk') return true;
  return call.registrations
    .decisions()
    .some(
      (decision) =>
        decision.by === call.consumer.number &&
        decision.nationalId === content.skyldner.personidentifikator &&
        (reference === undefined || decision.saksreferanse === reference),
    );
}

/**
 * Why nothing is deducted after a change. It begins to wait when there is nothing in the period that comes, or that period is moved ahead; it
 * stops waiting when a new assessment finds room. How the real register tells this, when no member says it, nobody knows.
 */
export function holdAfter(before: TrekkVersion, message: Endring, today: IsoDate): TrekkVersion['hold'] {
  const { endringsaarsak: reason, trekkstoerrelseForPeriode: periods } = message;
  if (reason === 'midlertidigStans') return 'stanset';
  if (reason === 'gjenopptak') return null;
  if (before.hold === 'stanset') return 'stanset';
  if (waits(periods, before.content.trekkstoerrelseForPeriode, today)) return 'ventende';
  return reason === 'nyLivsoppholdsvurdering' ? null : before.hold;
}

function waits(periods: readonly Period[], before: readonly Period[], today: IsoDate): boolean {
  const next = periods.find(({ sluttdato }) => sluttdato === undefined || sluttdato >= today);
  const hadBegun = (before[0]?.startdato ?? today) <= today;
  return next?.trekkbeloep?.trekkbeloep === 0 || (hadBegun && next !== undefined && next.startdato > today);
}
