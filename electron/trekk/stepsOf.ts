import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { ActContent, RegisteredTrekk } from '../../shared/utlegg/trekk.ts';
import { type Parties, toAvsluttBody, toEndreBody, toRegistrerBody } from '../../shared/utlegg/wire.ts';
import { decisionPath, toMessage, uploadContentType, uploadPath } from '../elan/mapping.ts';
import type { Step } from '../outbox/enqueue.ts';

const JSON_TYPE = 'application/json';

/** The messages that an act is sent as, to the last byte, in their order. Takes an act that every rule has passed; anything less throws. */
export function stepsOf(what: ActContent, registered: RegisteredTrekk | null, parties: Parties): Step[] {
  switch (what.kind) {
    case 'registrer':
      return [toRegister({ method: 'POST', path: 'utleggstrekk', body: toRegistrerBody(what.content, parties) })];
    case 'endre': {
      const { utleggstrekkId, ifMatch } = versionOf(registered);
      const body = toEndreBody(what.content, parties);
      return [toRegister({ method: 'PUT', path: `utleggstrekk/${utleggstrekkId}`, ifMatch, body })];
    }
    case 'avslutt': {
      const { utleggstrekkId, ifMatch } = versionOf(registered);
      const body = toAvsluttBody(what.content);
      return [toRegister({ method: 'POST', path: `utleggstrekk/${utleggstrekkId}/avslutning`, ifMatch, body })];
    }
    case 'beslutning':
      return toElan(what.content, parties.debtor, parties.municipality.organisationNumber);
  }
}

/** A change has no key: `If-Match` makes a second one harmless, and the version it made tells whose it is. */
const toRegister = ({
  method,
  path,
  ifMatch = null,
  body,
}: Pick<Step, 'method' | 'path'> & { readonly ifMatch?: string | null; readonly body: object }): Step => ({
  step: 'melding',
  register: 'utlegg',
  method,
  path,
  contentType: JSON_TYPE,
  ifMatch,
  body: JSON.stringify(body),
  attachment: null,
  keyed: method === 'POST',
});

/** The document first, under its own name there; then the decision, which names it. */
function toElan(
  content: Extract<ActContent, { readonly kind: 'beslutning' }>['content'],
  debtor: NationalId,
  organisationNumber: string,
): Step[] {
  const body = JSON.stringify(toMessage(content, debtor, organisationNumber, '2.0'));
  const uuid = content.document?.uuid ?? null;
  if (uuid === null) throw new Error('a decision without its document was about to be sent');
  const both = { register: 'samordnetTrekk', ifMatch: null } as const;
  return [
    {
      ...both,
      step: 'vedlegg',
      method: 'PUT',
      path: uploadPath(uuid),
      contentType: uploadContentType,
      body: null,
      attachment: uuid,
      keyed: false,
    },
    {
      ...both,
      step: 'melding',
      method: 'POST',
      path: decisionPath,
      contentType: JSON_TYPE,
      body,
      attachment: null,
      keyed: true,
    },
  ];
}

function versionOf(registered: RegisteredTrekk | null): { utleggstrekkId: string; ifMatch: string } {
  if (registered === null) throw new Error('a trekk that is not registered was about to be changed');
  const { utleggstrekkId, versjon } = registered;
  return { utleggstrekkId: encodeURIComponent(utleggstrekkId), ifMatch: `"${versjon}"` };
}
