import type { Text } from '../../../../shared/text/text.ts';
import type { ActContent } from '../../../../shared/utlegg/trekk.ts';

/** What the debtor must be told of an act. Of a death nobody is left to tell. */
export function toldSentences({ trekk: { told } }: Text, what: ActContent): readonly string[] {
  if (what.kind !== 'avslutt') return told[what.kind];
  return what.content.reason === 'doedsfall' ? told.nobody : told.avslutt;
}
