import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Language } from '../../shared/housing/caseFile.ts';
import type { Persona } from '../../shared/session.ts';
import { client, onEvent } from './client.ts';
import { policy } from './queryClient.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => client['session.current']({}, signal),
  ...policy.reference,
});

/** Reads the session again when the main process says that it has changed; forgets everything else when it is no longer open. */
export function useSessionEvents(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onEvent('session.changed', async () => {
        const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
        if (session.state !== 'open') queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      }),
    [queries],
  );
}

export function useChoosePersona() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (persona: Persona) => client['session.choosePersona']({ persona }),
    onSuccess: (session) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export function useSetLanguage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (language: Language) => client['session.setLanguage']({ language }),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}

export const useLock = () => useMutation({ mutationFn: () => client['session.lock']({}) });

export function useUnlock() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client['session.unlock']({}),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}
