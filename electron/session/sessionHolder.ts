import { next, type SessionEvent, type SessionState } from './session.ts';

/** The one place where the session of this program is kept. */
export interface SessionHolder {
  current(): SessionState;
  /** Lets something happen. Listeners hear of it when it changed the session, before this returns. */
  apply(event: SessionEvent): SessionState;
}

/** A holder that begins with `initial`. `changed` gets the new session and the one before: at `locked`, everything fetched must be forgotten. */
export function createSessionHolder(
  initial: SessionState,
  changed: (now: SessionState, before: SessionState) => void,
): SessionHolder {
  let session = initial;
  return {
    current: () => session,
    apply: (event) => {
      const before = session;
      session = next(session, event);
      if (session !== before) changed(session, before);
      return session;
    },
  };
}
