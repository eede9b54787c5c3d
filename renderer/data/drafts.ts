import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { client } from './client.ts';
import { policy } from './queryClient.ts';

/** A killed program may lose what was typed in the last second at most; this leaves room for the write. */
const WAIT_MS = 300;

/** What is typed but not saved in one form. */
export interface Draft {
  /** undefined while it is being read; null when there is none. */
  readonly stored: string | null | undefined;
  readonly save: (value: string) => void;
  readonly discard: () => void;
}

/** Keeps the draft of a form in the main process: written shortly after the last key, and at once when the screen is left. */
export function useDraft(form: string): Draft {
  const query = useQuery({
    queryKey: ['draft', form],
    queryFn: ({ signal }) => client['draft.read']({ form }, signal),
    ...policy.caseFile,
  });
  const waiting = useRef<{ readonly timer: number; readonly value: string } | null>(null);

  const flush = useCallback(() => {
    const { timer, value } = waiting.current ?? {};
    if (value === undefined) return;
    window.clearTimeout(timer);
    waiting.current = null;
    // A draft that could not be kept must not get in the way of typing; saving the form says what is wrong.
    client['draft.save']({ form, value }).catch(() => undefined);
  }, [form]);

  const save = useCallback(
    (value: string) => {
      window.clearTimeout(waiting.current?.timer);
      waiting.current = { timer: window.setTimeout(flush, WAIT_MS), value };
    },
    [flush],
  );

  const discard = useCallback(() => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = null;
    client['draft.discard']({ form }).catch(() => undefined);
  }, [form]);

  useEffect(() => flush, [flush]);

  return { stored: query.isError ? null : query.data?.value, save, discard };
}
