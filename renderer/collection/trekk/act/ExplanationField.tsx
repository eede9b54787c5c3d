import { Textarea } from '@navikt/ds-react';
import { useAct } from './ActContext.tsx';
import { fieldId } from './fieldId.ts';

/** Why, in the officer's own words, for a change or an ending. */
export function ExplanationField({ label }: { label: string }) {
  const { values, wrong, change } = useAct();
  return (
    <Textarea
      id={fieldId('explanation')}
      label={label}
      size="small"
      minRows={2}
      maxRows={8}
      maxLength={2000}
      value={values.explanation}
      error={wrong('explanation')}
      onChange={({ target }) => change({ explanation: target.value })}
    />
  );
}
