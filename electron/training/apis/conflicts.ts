import type { TrekkVersion } from '../register/Registrations.ts';
import { type ApiCall, todayOf } from './api.ts';
import { versionFromStart } from './registeredTrekk.ts';
import { idOf } from './utleggEntry.ts';
import type { Registrering } from './utleggMessages.ts';

/** The caller's own trekk on a person, as each of them stands; without what was wrongly registered. */
function ownTrekkOn(nationalId: string, call: ApiCall): TrekkVersion[] {
  const { consumer, registrations } = call;
  const person = call.people.get(nationalId);
  const fromStart = (person?.utlegg ?? []).flatMap((utlegg, index) => {
    if (!person || utlegg.kind !== 'trekk' || registrations.versions(idOf(person, index)).length > 0) return [];
    return versionFromStart(utlegg, index, person, consumer, todayOf(call), '') ?? [];
  });
  const written = registrations.newest(nationalId).filter(({ by }) => by === consumer.number);
  return [...fromStart, ...written].filter(({ content }) => content.avslutning?.aarsak !== 'feilregistrert');
}

/** V-27: the same reference and day have been received, on whomever. */
export function isRegisteredAlready(message: Registrering, call: ApiCall): boolean {
  const { number } = call.consumer;
  const { innsendersReferanse, beslutningsdato } = message;
  const written = call.registrations.newest().filter(({ by }) => by === number);
  return [...written, ...ownTrekkOn(message.skyldner.personidentifikator, call)].some(
    ({ content }) =>
      content.innsendersReferanse === innsendersReferanse &&
      content.beslutningsdato === beslutningsdato &&
      content.avslutning?.aarsak !== 'feilregistrert',
  );
}

/** V-28: one of the claims is in another trekk of ours on the same debtor that is not over, or in a decision that ELAN has. References are ours alone. */
export function hasClaimInTrekk(
  nationalId: string,
  krav: Registrering['krav'],
  exceptId: string | null,
  call: ApiCall,
): boolean {
  const inTrekk = ownTrekkOn(nationalId, call)
    .filter(({ utleggstrekkId, content }) => utleggstrekkId !== exceptId && !content.avslutning)
    .flatMap(({ content }) => content.krav.map(({ innsendersKravreferanse }) => innsendersKravreferanse));
  const taken = new Set([...inTrekk, ...decidedReferences(nationalId, call)]);
  return krav.some(({ innsendersKravreferanse }) => taken.has(innsendersKravreferanse));
}

/** References of the caller's claims on a person that ELAN has received. */
export const decidedReferences = (nationalId: string, { consumer, registrations }: ApiCall): string[] =>
  registrations
    .decisions()
    .filter((decision) => decision.by === consumer.number && decision.nationalId === nationalId)
    .flatMap(({ references }) => references);

/** Has anything been written on the debtor since the lookup? A lookup that is unknown is left to V-30. */
export function isChangedSince({ samordning, skyldner }: Registrering, { consumer, registrations }: ApiCall): boolean {
  const lookup = registrations.lookup(samordning.oppslagId);
  if (lookup?.by !== consumer.number || lookup.nationalId !== skyldner.personidentifikator) return false;
  return lookup.changes !== registrations.changesOn(lookup.nationalId);
}
