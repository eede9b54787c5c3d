import { ErrorMessage } from '@navikt/ds-react';
import { useAct } from './ActContext.tsx';
import { fieldId } from './fieldId.ts';

/** What is wrong with a group of fields as a whole, and the place in it that takes the focus. */
export function GroupProblems({ path }: { path: string }) {
  const { wrong } = useAct();
  const sentence = wrong(path);
  return (
    <div id={fieldId(path)} tabIndex={-1} className="group-problems">
      {sentence && (
        <ErrorMessage size="small" showIcon>
          {sentence}
        </ErrorMessage>
      )}
    </div>
  );
}
