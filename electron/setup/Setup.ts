import type { Instant } from '../../shared/dates.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { IdentityStatus, SetupStatus } from '../../shared/ipc/setupCalls.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import { createOwnKey } from '../certificate/createOwnKey.ts';
import type { IdentityHolder } from '../certificate/IdentityHolder.ts';
import { identityFailure } from '../certificate/identityFailure.ts';
import type { IdentityPlace, IdentityProblem } from '../certificate/identityFile.ts';
import type { ImportSession } from '../certificate/importSession.ts';
import { type OpenCertificatePorts, openCertificate } from '../certificate/openCertificate.ts';
import { removeIdentity } from '../certificate/removeIdentity.ts';
import { toCallError } from '../ipc/reference.ts';
import type { SaveFile } from '../rules/RulePorts.ts';
import type { Connection } from '../skatteetaten/connection.ts';
import type { SettingsHolder } from './SettingsHolder.ts';

export interface SetupPorts {
  readonly place: IdentityPlace;
  readonly identity: IdentityHolder;
  readonly imports: ImportSession;
  readonly settings: SettingsHolder;
  readonly connection: Connection;
  readonly practice: SetupStatus['practice'];
  readonly opening: (signal: AbortSignal) => Omit<OpenCertificatePorts, 'session'>;
  readonly saveFile: SaveFile;
  readonly now: () => Date;
}

/** IT's work: who the municipality is, what it identifies itself with, and whether the authorities answer. */
export interface Setup {
  status(): Promise<Result<SetupStatus, Failure>>;
  saveSettings(settings: ClientSettings): Promise<Result<SetupStatus, Failure>>;
  openCertificate(signal: AbortSignal): Promise<Result<CallOutput<'setup.openCertificate'>, Failure>>;
  keepCertificate(input: CallInput<'setup.keepCertificate'>): Promise<Result<SetupStatus, Failure>>;
  createOwnKey(): Promise<Result<SetupStatus, Failure>>;
  exportPublicJwk(): Promise<Result<{ path: string | null }, Failure>>;
  removeIdentity(): Promise<Result<SetupStatus, Failure>>;
  testConnection(signal: AbortSignal): Promise<Result<CallOutput<'setup.testConnection'>, Failure>>;
}

/** Puts IT's calls together. After every change the old identity and its tokens are forgotten. */
export function createSetup(ports: SetupPorts): Setup {
  const { place, identity, imports, settings, connection, now } = ports;

  const status = async (): Promise<Result<SetupStatus, Failure>> =>
    ok({ identity: await identityStatus(identity), settings: settings.current(), practice: ports.practice });

  const forget = (): void => {
    identity.forget();
    connection.forget();
  };

  const changed = async (done: Result<void, IdentityProblem>): Promise<Result<SetupStatus, Failure>> => {
    forget();
    return done.ok ? status() : fail(identityFailure(done.error));
  };

  return {
    status,
    saveSettings: async (entered) => {
      const saved = await settings.save(entered);
      connection.forget();
      return saved.ok ? status() : saved;
    },
    openCertificate: (signal) => openCertificate({ ...ports.opening(signal), session: imports }),
    keepCertificate: async ({ importId, candidate, acceptWarnings }) => {
      const kept = await imports.keep(importId, candidate, acceptWarnings);
      forget();
      return kept.ok ? status() : fail(identityFailure(kept.error));
    },
    createOwnKey: async () => changed(await createOwnKey(place, now())),
    exportPublicJwk: async () => {
      const read = await identity.get();
      if (!read.ok) return read;
      if (read.value?.status.mode !== 'ownKey') return fail(failure('no-identity'));
      const saved = await ports.saveFile(`saksbord-${read.value.status.kid}.jwk.json`, read.value.status.publicJwk);
      return saved.ok ? ok({ path: saved.value }) : saved;
    },
    removeIdentity: async () => changed(await removeIdentity(place)),
    testConnection: async (signal) => {
      const steps = await connection.test(signal);
      return ok({
        at: now().toISOString() as Instant,
        steps: steps.map(({ failure: why, ...step }) => ({ ...step, error: why && toCallError(why) })),
      });
    },
  };
}

async function identityStatus(identity: IdentityHolder): Promise<IdentityStatus> {
  const read = await identity.get();
  if (!read.ok) return { mode: 'unusable', error: toCallError(read.error) };
  return read.value?.status ?? { mode: 'none' };
}
