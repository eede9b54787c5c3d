import type { IsoDate } from '../../../shared/dates.ts';
import type { Organisation } from '../organisations.ts';
import type { Person } from '../peopleLanguage.ts';
import type { TrekkVersion } from '../register/Registrations.ts';
import type { Trekk } from '../utleggLanguage.ts';
import { entryOf, idOf } from './utleggEntry.ts';
import { Registered } from './utleggMessages.ts';

type Json = Readonly<Record<string, unknown>>;

/** Status on a day, in the contract's words; only `registrert` becomes `loepende` by itself (utleggsdatabasen.md 7.1). */
export function statusOf({ hold, content }: Pick<TrekkVersion, 'hold' | 'content'>, today: IsoDate): string {
  if (content.avslutning) return content.avslutning.aarsak === 'feilregistrert' ? 'slettet' : 'avsluttet';
  const firstDay = content.trekkstoerrelseForPeriode[0]?.startdato ?? today;
  return hold ?? (today < firstDay ? 'registrert' : 'loepende');
}

/**
 * A written version as a caller may see it on a day; claims and where the money goes are for the one who registered it. Null: removed as wrongly
 * registered, and somebody else's.
 */
export function versionSeenBy(
  version: TrekkVersion,
  person: Person | undefined,
  { number }: Organisation,
  today: IsoDate,
): Json | null {
  const { utleggstrekkId, versjon, at, content } = version;
  const { innsendersReferanse, varseldato, krav, betalingsinformasjon, underretningTilSkyldner, ...open } = content;
  const { trekkpliktig, ...withoutPayer } = open;
  const status = statusOf(version, today);
  const isOwn = version.by === number;
  if (status === 'slettet' && !isOwn) return null;
  const isWithheld = !isOwn && (person?.shielding ?? null) !== null;
  return {
    utleggstype: 'UTT',
    utleggstrekkId,
    versjon,
    opplysningsnivaa: isWithheld ? 'begrenset' : 'full',
    regelverk: 'gammelt',
    status,
    trekkstatus: content.avslutning ? 'avsluttet' : 'aktiv',
    ...(isWithheld ? withoutPayer : { ...withoutPayer, trekkpliktig }),
    bestePrioritetDekningsloven: krav.map(({ prioritetDekningsloven }) => prioritetDekningsloven).sort()[0] ?? 'e',
    opprettet: at,
    ...(isOwn
      ? {
          innsendersReferanse,
          varseldato,
          krav,
          betalingsinformasjon,
          ...(underretningTilSkyldner ? { underretningTilSkyldner } : {}),
        }
      : {}),
  };
}

/** A trekk that is here from the start, as the version that a first change follows. Null when it is not the organisation's own. */
export function versionFromStart(
  trekk: Trekk,
  index: number,
  person: Person,
  organisation: Organisation,
  today: IsoDate,
  at: string,
): TrekkVersion | null {
  if (trekk.by.number !== organisation.number) return null;
  return {
    kind: 'trekk',
    at,
    utleggstrekkId: idOf(person, index),
    versjon: trekk.versjon ?? 1,
    by: organisation.number,
    cause: 'existing',
    write: null,
    hold: trekk.status === 'ventende' || trekk.status === 'stanset' ? trekk.status : null,
    content: Registered.parse(entryOf(trekk, index, person, organisation, today)),
  };
}
