import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, ErrorMessage, TextField } from '@navikt/ds-react';
import { useText } from '../../app/SessionContext.tsx';
import type { ManualRow } from './householdForm.ts';

interface Props {
  readonly name: string;
  readonly posts: readonly ManualRow[];
  readonly idOf: (postId: string) => string;
  readonly mistakeIn: (postId: string) => string | undefined;
  readonly onChange: (posts: ManualRow[]) => void;
}

/** Income that no register holds, with where the officer has it from. */
export function ManualPosts({ name, posts, idOf, mistakeIn, onChange }: Props) {
  const { manual } = useText().household;
  const change = (id: string, patch: Partial<ManualRow>) =>
    onChange(posts.map((post) => (post.id === id ? { ...post, ...patch } : post)));
  return (
    <fieldset className="manual-posts">
      <legend>{manual.title(name)}</legend>
      <BodyShort size="small">{manual.explained}</BodyShort>
      {posts.map((post) => (
        <div key={post.id} className="manual-post">
          <TextField
            id={idOf(post.id)}
            label={manual.text}
            size="small"
            maxLength={200}
            value={post.text}
            onChange={({ target }) => change(post.id, { text: target.value })}
          />
          <TextField
            label={manual.source}
            size="small"
            maxLength={200}
            value={post.source}
            onChange={({ target }) => change(post.id, { source: target.value })}
          />
          <TextField
            label={manual.amount}
            size="small"
            className="amount-field"
            inputMode="numeric"
            value={post.amount}
            onChange={({ target }) => change(post.id, { amount: target.value })}
          />
          <Button
            size="small"
            variant="tertiary"
            data-color="neutral"
            icon={<TrashIcon title={manual.remove(post.text)} />}
            onClick={() => onChange(posts.filter(({ id }) => id !== post.id))}
          />
          {mistakeIn(post.id) && <ErrorMessage size="small">{mistakeIn(post.id)}</ErrorMessage>}
        </div>
      ))}
      <Button
        size="xsmall"
        variant="tertiary"
        icon={<PlusIcon aria-hidden />}
        onClick={() => onChange([...posts, { id: crypto.randomUUID(), text: '', source: '', amount: '' }])}
      >
        {manual.add}
      </Button>
    </fieldset>
  );
}
