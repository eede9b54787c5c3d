import { randomUUID } from 'node:crypto';
import { Scope } from '../organisations.ts';
import type { TrekkVersion } from '../register/Registrations.ts';
import { type Answer, type ApiCall, type Good, type Operation, todayOf, UUID } from './api.ts';
import { hasClaimInTrekk, isChangedSince, isRegisteredAlready } from './conflicts.ts';
import { statusOf, versionFromStart, versionSeenBy } from './registeredTrekk.ts';
import { changeAvvik, endAvvik, registrationAvvik } from './registrationRules.ts';
import { holdAfter, mayChange, mayEnd } from './trekkStates.ts';
import { idOf } from './utleggEntry.ts';
import { Avslutning, Endring, Registrering } from './utleggMessages.ts';
import { bodyOf, hashOf, keyOf } from './writing.ts';

const write = { scopes: [Scope.utleggSkriv], target: 'registrering' } as const;

/** The writing side of utleggsdatabasen. Of each: the same again, then the version, then the state, then the rules; nothing is stored unless all hold. */
export const registrering: readonly Operation[] = [
  {
    ...write,
    method: 'POST',
    path: 'utleggstrekk',
    personIn: (asked) => bodyOf(Registrering, asked)?.skyldner.personidentifikator,
    answer: register,
  },
  { ...write, method: 'PUT', path: 'utleggstrekk/{utleggstrekkId}', answer: change },
  { ...write, method: 'POST', path: 'utleggstrekk/{utleggstrekkId}/avslutning', answer: end },
];

/** `POST /utleggstrekk` */
function register(call: ApiCall): Answer {
  const key = keyOf(call);
  const message = bodyOf(Registrering, call);
  if (!key || !message || call.query.size > 0) return 'badInput';
  const again = sameAgain(call, key, 'registrer');
  if (again) return again;
  if (
    isRegisteredAlready(message, call) ||
    hasClaimInTrekk(message.skyldner.personidentifikator, message.krav, null, call)
  )
    return 'duplicate';
  if (isChangedSince(message, call)) return 'changedSince';
  const avvik = registrationAvvik(message, call);
  if (avvik.length > 0) return { avvik };
  const { samordning, ...content } = message;
  const version: TrekkVersion = {
    ...stampOf(call, 'registrer', key),
    utleggstrekkId: randomUUID(),
    versjon: 1,
    hold: samordning.konklusjon === 'venterTilLedig' ? 'ventende' : null,
    content: { ...content, innfoertILoesoereregisteret: todayOf(call) },
  };
  call.registrations.add(version);
  const { body, headers } = seen(version, call);
  return { status: 201, body, headers: { ...headers, location: `utleggstrekk/${version.utleggstrekkId}` } };
}

/** `PUT /utleggstrekk/{utleggstrekkId}` */
function change(call: ApiCall): Answer {
  const message = bodyOf(Endring, call);
  if (!message || call.query.size > 0) return 'badInput';
  const standing = standingOf(call);
  if (typeof standing === 'string') return standing;
  if (!mayChange(statusOf(standing, todayOf(call)), message.endringsaarsak)) return 'wrongState';
  const { personidentifikator: debtor } = standing.content.skyldner;
  if (hasClaimInTrekk(debtor, message.krav, standing.utleggstrekkId, call)) return 'duplicate';
  const hold = holdAfter(standing, message, todayOf(call));
  const avvik = changeAvvik(message, standing, hold);
  if (avvik.length > 0) return { avvik };
  const { endringsaarsak: _, endringsdato: __, begrunnelse: ___, ...terms } = message;
  const { underretningTilSkyldner: ____, ...kept } = standing.content;
  return storeNext(call, standing, { ...stampOf(call, 'endre', null), hold, content: { ...kept, ...terms } });
}

/** `POST /utleggstrekk/{utleggstrekkId}/avslutning` */
function end(call: ApiCall): Answer {
  const key = keyOf(call);
  const message = bodyOf(Avslutning, call);
  if (!key || !message || call.query.size > 0) return 'badInput';
  const again = sameAgain(call, key, 'avslutt');
  if (again) return again;
  const standing = standingOf(call);
  if (typeof standing === 'string') return standing;
  if (standing.content.avslutning || !mayEnd(standing, message, call)) return 'wrongState';
  const avvik = endAvvik(message, standing);
  if (avvik.length > 0) return { avvik };
  const { overfoertTilSaksreferanse: _, ...avslutning } = message;
  const content = { ...standing.content, avslutning };
  return storeNext(call, standing, { ...stampOf(call, 'avslutt', key), hold: null, content });
}

const stampOf = <C extends TrekkVersion['cause']>(call: ApiCall, cause: C, key: string | null) => ({
  kind: 'trekk' as const,
  at: new Date(call.clock).toISOString(),
  by: call.consumer.number,
  cause,
  write: { key, bodySha256: hashOf(call.body) },
});

function storeNext(
  call: ApiCall,
  standing: TrekkVersion,
  next: Omit<TrekkVersion, 'utleggstrekkId' | 'versjon'>,
): Answer {
  const version = { ...next, utleggstrekkId: standing.utleggstrekkId, versjon: standing.versjon + 1 };
  const isFirst = standing.cause === 'existing' && call.registrations.versions(standing.utleggstrekkId).length === 0;
  call.registrations.add(...(isFirst ? [standing] : []), version);
  return seen(version, call);
}

function seen(version: TrekkVersion, call: ApiCall): Good {
  const person = call.people.get(version.content.skyldner.personidentifikator);
  const headers = { etag: `"${version.versjon}"` };
  return { body: versionSeenBy(version, person, call.consumer, todayOf(call)), headers };
}

/** The same message under the same key is answered with how it stands now; null when the key is new. */
function sameAgain(call: ApiCall, key: string, cause: TrekkVersion['cause']): Answer | null {
  const earlier = call.registrations.underKey(call.consumer.number, key);
  if (!earlier) return null;
  const { utleggstrekkId: id = earlier.utleggstrekkId } = call.parameters;
  const isSame =
    earlier.cause === cause &&
    earlier.write?.bodySha256 === hashOf(call.body) &&
    earlier.utleggstrekkId === id.toLowerCase();
  const newest = call.registrations.versions(earlier.utleggstrekkId).at(-1) ?? earlier;
  return isSame ? seen(newest, call) : 'keyReused';
}

/** The trekk that a change or an ending is about, when it is the caller's, is not removed, and is of the version that the caller saw. */
function standingOf(
  call: ApiCall,
): TrekkVersion | 'badInput' | 'noData' | 'unauthorised' | 'withdrawn' | 'missingVersion' | 'outdatedVersion' {
  const { utleggstrekkId = '' } = call.parameters;
  if (!UUID.test(utleggstrekkId)) return 'badInput';
  const id = utleggstrekkId.toLowerCase();
  const found = call.registrations.versions(id).at(-1) ?? fromTheStart(id, call);
  if (typeof found === 'string') return found;
  if (found.by !== call.consumer.number) return 'unauthorised';
  if (found.content.avslutning?.aarsak === 'feilregistrert') return 'withdrawn';
  const { 'if-match': seenVersion } = call.headers;
  if (seenVersion === undefined) return 'missingVersion';
  return seenVersion === `"${found.versjon}"` ? found : 'outdatedVersion';
}

function fromTheStart(id: string, call: ApiCall): TrekkVersion | 'noData' | 'unauthorised' {
  for (const person of call.people.values()) {
    const index = person.utlegg.findIndex((_, at) => idOf(person, at) === id);
    const utlegg = person.utlegg[index];
    if (!utlegg || utlegg.kind === 'intetTilUtlegg') continue;
    if (utlegg.kind !== 'trekk') return 'unauthorised';
    const at = new Date(call.clock).toISOString();
    return versionFromStart(utlegg, index, person, call.consumer, todayOf(call), at) ?? 'unauthorised';
  }
  return 'noData';
}
