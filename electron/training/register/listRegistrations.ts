import { type Instant, osloDate } from '../../../shared/dates.ts';
import { statusOf } from '../apis/registeredTrekk.ts';
import type { World } from '../world.ts';

/** One request that was accepted, as its sender has to be able to account for it. Nothing says whom it was about. */
export interface AcceptedWrite {
  readonly kind: 'registrer' | 'endre' | 'avslutt' | 'vedlegg' | 'beslutning';
  readonly at: string;
  readonly by: string;
  /** utleggstrekkId, the UUID of a vedlegg, or ELAN's saksreferanse. */
  readonly id: string;
  readonly versjon: number | null;
  /** Today's status of that version. */
  readonly status: string | null;
  readonly key: string | null;
  /** SHA-256 of the body as it came. */
  readonly bodySha256: string;
  readonly innsendersReferanse: string | null;
}

/** Every accepted request, oldest first of each kind. */
export function listRegistrations({ registrations, calendar }: World): AcceptedWrite[] {
  const today = osloDate(new Date(calendar()).toISOString() as Instant);
  const ofTrekk = registrations.allVersions().flatMap((version): AcceptedWrite[] => {
    const { cause, at, by, utleggstrekkId: id, versjon, write, content } = version;
    if (cause === 'existing' || cause === 'others' || !write) return [];
    const { innsendersReferanse } = content;
    return [{ kind: cause, at, by, id, versjon, status: statusOf(version, today), ...write, innsendersReferanse }];
  });
  const ofVedlegg = registrations.attachments().map(({ kind, at, by, uuid, sha256 }): AcceptedWrite => {
    const none = { versjon: null, status: null, key: null, innsendersReferanse: null };
    return { kind, at, by, id: uuid, ...none, bodySha256: sha256 };
  });
  const ofBeslutning = registrations.decisions().map((decision): AcceptedWrite => {
    const { kind, at, by, saksreferanse: id, write, innsendersReferanse } = decision;
    return { kind, at, by, id, versjon: null, status: null, ...write, innsendersReferanse };
  });
  return [...ofTrekk, ...ofVedlegg, ...ofBeslutning];
}
