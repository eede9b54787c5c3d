import { createContext, use } from 'react';
import type { Session } from '../../shared/session.ts';
import { type Text, textIn } from '../../shared/text/text.ts';

export const SessionContext = createContext<Session | null>(null);

/** The session the screens live in. Only below `SessionContext`. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('no session around this component');
  return session;
}

/** The words in the user's language. */
export const useText = (): Text => textIn(useSession().language);
