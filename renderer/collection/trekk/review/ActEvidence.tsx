import type { TrekkReview } from '../../../../shared/ipc/trekkCalls.ts';
import type { Act, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { ClaimsList } from '../ClaimsList.tsx';
import { SummaryCard, ToldCard } from '../SummaryCard.tsx';
import { summaryOf } from '../summary.ts';
import { DifferencesCard } from './DifferencesCard.tsx';
import { ReasonsCard } from './ReasonsCard.tsx';
import { toldSentences } from './toldSentences.ts';

interface Props {
  readonly trekk: Trekk;
  readonly act: Act;
  readonly differences: TrekkReview['differences'];
}

/** An act to be read: what it does, what is different from before, its claims, and what the debtor must be told. */
export function ActEvidence({ trekk, act, differences }: Props) {
  const text = useText();
  const { what } = act;
  return (
    <>
      <SummaryCard title={text.trekk.review.titles[what.kind]} said={summaryOf(text, trekk, what)} />
      {differences.length > 0 && <DifferencesCard differences={differences} />}
      {what.kind !== 'avslutt' && <ClaimsList claims={what.content.claims} />}
      <ReasonsCard reasons={act.reasons} />
      <ToldCard sentences={toldSentences(text, what)} />
    </>
  );
}
