import { mayUse, type Role } from '../../shared/access.ts';
import type { CallDefinition } from '../../shared/ipc/define.ts';
import { type CallError, type Failure, failure } from '../../shared/ipc/errors.ts';
import type { Persona } from '../../shared/session.ts';

/** Who is at the desk. `persona`: whom one practises as in training; null outside it, and before one is chosen. */
export interface Who {
  readonly userName: string;
  readonly roles: readonly Role[];
  readonly persona: Persona | null;
}

/** `noRole`: works, but every desk is closed to this person. `blocked`: the program can't work at all, and why; only a new start ends it. */
export type SessionState =
  | { readonly kind: 'open'; readonly who: Who }
  | { readonly kind: 'locked'; readonly who: Who }
  | { readonly kind: 'noRole'; readonly who: Who }
  | { readonly kind: 'blocked'; readonly by: CallError };

export type SessionEvent =
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'practiseAs'; readonly who: Who };

/** The session of someone who has just started the program. */
export const begin = (who: Who): SessionState => ({ kind: who.roles.length > 0 ? 'open' : 'noRole', who });

/** What the session is after something has happened. `practiseAs` is for training only, which is the caller's to know. */
export function next(session: SessionState, event: SessionEvent): SessionState {
  if (session.kind === 'blocked') return session;
  switch (event.kind) {
    case 'lock':
      return session.kind === 'open' ? { kind: 'locked', who: session.who } : session;
    case 'unlock':
      return session.kind === 'locked' ? begin(session.who) : session;
    case 'practiseAs':
      return begin(event.who);
  }
}

/** Why a call may not be made in this session, or null. */
export function refusal(session: SessionState, definition: CallDefinition): Failure | null {
  if (definition.whileLocked) return null;
  switch (session.kind) {
    case 'blocked':
      return failure(session.by.code);
    case 'locked':
      return failure('locked');
    case 'open':
    case 'noRole':
      return mayUse(session.who.roles, definition.roles).allowed ? null : failure('access-denied');
  }
}

/** The role in which someone makes a call: the first of theirs that it admits, else the first they have. */
export const roleFor = ({ roles }: Who, definition: CallDefinition): Role | null =>
  roles.find((role) => definition.roles.includes(role)) ?? roles[0] ?? null;
