import { Tag } from '@navikt/ds-react';
import type { TrekkSummary } from '../../../shared/ipc/trekkCalls.ts';
import { useText } from '../../app/SessionContext.tsx';
import { sendWord } from './trekkWord.ts';

const colours = { sent: 'success', notSent: 'neutral', unknown: 'warning' } as const;

/** «Sendt», «Ikke sendt» or «Vet ikke ennå». */
export function WordTag({ act }: { act: Pick<NonNullable<TrekkSummary['act']>, 'state'> | null }) {
  const { words } = useText().trekk;
  const word = sendWord(act?.state ?? null);
  return (
    <Tag size="small" variant="outline" className="nowrap" data-color={colours[word]}>
      {words[word]}
    </Tag>
  );
}
