import type { Role } from '../../shared/access.ts';
import { expiryNotice } from '../../shared/certificate/expiryNotice.ts';
import { type Instant, osloDate } from '../../shared/dates.ts';
import type { Language } from '../../shared/housing/caseFile.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Environment, Persona, Session } from '../../shared/session.ts';
import type { IdentityHolder } from '../certificate/IdentityHolder.ts';
import type { Store } from '../storage/Store.ts';
import { readSetting, saveSetting } from '../storage/settings.ts';
import { describeSession, type SessionFacts } from './describeSession.ts';
import { practising } from './personas.ts';
import type { SessionHolder } from './sessionHolder.ts';

export interface DeskPorts {
  readonly holder: SessionHolder;
  readonly environment: Environment;
  readonly flavour: Session['flavour'];
  readonly version: string;
  readonly storeSetAside: string | null;
  readonly now: () => Instant;
  /** null while the program is blocked. */
  readonly open: {
    readonly store: Store;
    readonly identity: IdentityHolder;
    readonly municipality: () => string;
  } | null;
}

/** Who is at the desk, and in which language: all that the window asks about itself. */
export interface Desk {
  describe(): Promise<Session>;
  roles(): readonly Role[];
  practiseAs(persona: Persona): Promise<Result<Session, Failure>>;
  setLanguage(language: Language): Promise<Result<Session, Failure>>;
  lock(): void;
  unlock(): Promise<Result<Session, Failure>>;
}

/** Puts the desk together. `language`: as it was remembered. */
export function createDesk(ports: DeskPorts, language: Language): Desk {
  const { holder, open } = ports;
  let spoken = language;

  async function facts(): Promise<SessionFacts> {
    const today = osloDate(ports.now());
    const session = holder.current();
    // The keychain is left alone while the program is locked.
    const identity = open && session.kind !== 'locked' ? await open.identity.get() : null;
    const status = identity?.ok ? (identity.value?.status ?? null) : null;
    const validTo =
      status === null ? null : status.mode === 'certificate' ? status.facts.validTo : status.registerAgainBefore;
    return {
      environment: ports.environment,
      flavour: ports.flavour,
      version: ports.version,
      language: spoken,
      municipality: open?.municipality() || null,
      today,
      storeSetAside: ports.storeSetAside,
      identityReady: status !== null,
      certificateExpiry: validTo && { validTo, notice: expiryNotice(validTo, today) },
    };
  }

  const describe = async (): Promise<Session> => describeSession(holder.current(), await facts());

  const remember = async (
    write: (store: Store) => Promise<Result<null, Failure>>,
  ): Promise<Result<Session, Failure>> => {
    const written = open ? await write(open.store) : ok(null);
    return written.ok ? ok(await describe()) : written;
  };

  return {
    describe,
    roles: () => {
      const session = holder.current();
      return session.kind === 'blocked' ? [] : session.who.roles;
    },
    practiseAs: async (persona) => {
      if (ports.environment !== 'training') return fail(failure('not-in-this-mode'));
      holder.apply({ kind: 'practiseAs', who: practising(persona) });
      return remember((store) => saveSetting(store, 'persona', persona));
    },
    setLanguage: async (chosen) => {
      spoken = chosen;
      return remember((store) => saveSetting(store, 'language', chosen));
    },
    lock: () => void holder.apply({ kind: 'lock' }),
    unlock: async () => {
      holder.apply({ kind: 'unlock' });
      return ok(await describe());
    },
  };
}

/** What was remembered of the desk at the last start. Errors: the store's. */
export const rememberedDesk = (
  store: Store,
): Promise<Result<{ readonly language: Language; readonly persona: Persona | null }, Failure>> =>
  store.read(async (db) =>
    ok({
      language: (await readSetting(db, 'language')) ?? 'nb',
      persona: await readSetting(db, 'persona'),
    }),
  );
