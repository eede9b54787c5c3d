import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { client } from './client.ts';
import { policy } from './queryClient.ts';

/** A killed program may lose what was typed in the last second at most; this leaves room for the write. */
const WAIT_MS = 300;

/** The two desks' drafts are kept apart. */
const calls = {
  housing: { read: client['draft.read'], save: client['draft.save'], discard: client['draft.discard'] },
  collection: {
    read: client['collection.readDraft'],
    save: client['collection.saveDraft'],
    discard: client['collection.discardDraft'],
  },
} as const;

/** What is typed but not saved in one form. */
export interface Draft {
  /** undefined while it is being read; null when there is none. */
  readonly stored: string | null | undefined;
  readonly save: (value: string) => void;
  readonly discard: () => void;
}

/** Keeps the draft of a form in the main process: written shortly after the last key, and at once when the screen is left. */
export function useDraft(form: string, desk: keyof typeof calls = 'housing'): Draft {
  const call = calls[desk];
  const query = useQuery({
    queryKey: ['draft', desk, form],
    queryFn: ({ signal }) => call.read({ form }, signal),
    ...policy.caseFile,
  });
  const waiting = useRef<{ readonly timer: number; readonly value: string } | null>(null);

  const flush = useCallback(() => {
    const { timer, value } = waiting.current ?? {};
    if (value === undefined) return;
    window.clearTimeout(timer);
    waiting.current = null;
    // A draft that could not be kept must not get in the way of typing; saving the form says what is wrong.
    call.save({ form, value }).catch(() => undefined);
  }, [form, call]);

  const save = useCallback(
    (value: string) => {
      // Counted from the first key that waits, so that someone who never stops typing is safe too.
      waiting.current = { timer: waiting.current?.timer ?? window.setTimeout(flush, WAIT_MS), value };
    },
    [flush],
  );

  const discard = useCallback(() => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = null;
    call.discard({ form }).catch(() => undefined);
  }, [form, call]);

  useEffect(() => flush, [flush]);

  return { stored: query.isError ? null : query.data?.value, save, discard };
}
