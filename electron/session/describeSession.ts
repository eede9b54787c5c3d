import type { Session } from '../../shared/session.ts';
import type { SessionState } from './session.ts';

/** What the window is told about the session besides who is at the desk. */
export type SessionFacts = Omit<Session, 'state' | 'userName' | 'roles' | 'persona' | 'blockedBy'>;

/** The session as the window sees it. */
export function describeSession(session: SessionState, facts: SessionFacts): Session {
  if (session.kind === 'blocked') {
    return { ...facts, state: 'blocked', userName: '', roles: [], persona: null, blockedBy: session.by };
  }
  const { userName, roles, persona } = session.who;
  return { ...facts, state: session.kind, userName, roles: [...roles], persona, blockedBy: null };
}
