import { createPublicKey } from 'node:crypto';
import { CallSlots } from './callSlots.ts';
import type { CertificateState } from './certificates/state.ts';
import { FaultList } from './faults.ts';
import { AccessTokens } from './maskinporten/accessTokens.ts';
import { type Certificate, readCertificate } from './maskinporten/certificate.ts';
import { ReplayMemory } from './maskinporten/replayMemory.ts';
import type { RegisteredKey } from './maskinporten/verifyGrant.ts';
import { CLIENTS } from './organisations.ts';
import type { Person } from './peopleLanguage.ts';
import { Records } from './records.ts';
import type { Registrations } from './register/Registrations.ts';
import type { Settings } from './settings.ts';

/** Everything that a running simulator knows and remembers. */
export interface World {
  readonly issuer: string;
  readonly certificates: CertificateState;
  readonly trustAnchors: readonly Certificate[];
  readonly revokedSerialNumbers: ReadonlySet<string>;
  readonly tokens: AccessTokens;
  readonly replay: ReplayMemory;
  readonly faults: FaultList;
  readonly records: Records;
  readonly slots: CallSlots;
  /** By client id: the keys that are registered in the self-service portal. */
  keys: Map<string, readonly RegisteredKey[]>;
  readonly people: ReadonlyMap<string, Person>;
  /** The day the registers have come to, milliseconds; Maskinporten's clock is always the real one. */
  readonly calendar: () => number;
  readonly registrations: Registrations;
  settings: Settings;
}

/** The kid of the key that the simulator registers on the key-mode client. */
export const CLIENT_KEY_ID = 'opplaering-klient';

/** The client that uses registered keys. */
const keyClientId = CLIENTS.find(({ authentication }) => authentication === 'key')?.clientId ?? '';

/** The keys that are registered before anyone has registered others. */
export function firstKeys({ clientKey }: CertificateState): World['keys'] {
  const publicKey = createPublicKey({ key: clientKey.publicKey, format: 'der', type: 'spki' });
  return new Map([[keyClientId, [{ kid: CLIENT_KEY_ID, publicKey, use: 'sig', registeredAt: Date.now() }]]]);
}

/** A world at its beginning. */
export function newWorld(
  issuer: string,
  certificates: CertificateState,
  people: readonly Person[],
  calendar: () => number,
  settings: Settings,
  registrations: Registrations,
): World {
  return {
    issuer,
    certificates,
    trustAnchors: certificates.trustAnchors.map(readOwn),
    revokedSerialNumbers: new Set(certificates.revoked.map((der) => readOwn(der).serialNumber)),
    tokens: new AccessTokens(issuer, certificates.tokenKeys[0]),
    replay: new ReplayMemory(),
    faults: new FaultList(),
    records: new Records(),
    slots: new CallSlots(),
    keys: firstKeys(certificates),
    people: new Map(people.map((person) => [person.nationalId, person])),
    calendar,
    settings,
    registrations,
  };
}

function readOwn(der: Buffer): Certificate {
  const certificate = readCertificate(der);
  if (!certificate) throw new Error('a certificate in the state folder cannot be read');
  return certificate;
}
