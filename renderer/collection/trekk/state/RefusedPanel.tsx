import { Button } from '@navikt/ds-react';
import { formatInstant } from '../../../../shared/dates.ts';
import { violationSentence } from '../../../../shared/text/violationSentence.ts';
import type { Refusal, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { useBackToDraft } from '../../../data/trekk.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { StatusPanel } from '../../../ui/StatusPanel.tsx';
import { fieldName } from '../review/differenceText.ts';

/** The authority's no: each thing it says, and the way back to the field it is about. */
export function RefusedPanel({
  trekk,
  refusal,
  onToField,
}: {
  trekk: Trekk;
  refusal: Refusal;
  onToField: (path: string) => void;
}) {
  const text = useText();
  const { refused: words } = text.trekk;
  const back = useBackToDraft(trekk);
  const toField = (path: string) => {
    onToField(path);
    back.mutate(undefined);
  };
  return (
    <>
      <StatusPanel tone="stop" title={words.title}>
        <p>{words.explained(formatInstant(refusal.at))}</p>
        {refusal.violations.length > 0 && (
          <ul>
            {refusal.violations.map((violation) => (
              <li key={`${violation.code} ${violation.field}`}>
                <button type="button" className="text-button" onClick={() => toField(violation.field)}>
                  {violation.field !== '' && `${fieldName(text, violation.field)}: `}
                  {violationSentence(text, violation)}
                </button>
              </li>
            ))}
          </ul>
        )}
        <Button type="button" size="small" loading={back.isPending} onClick={() => back.mutate(undefined)}>
          {words.back}
        </Button>
        {back.error && <ErrorNotice error={back.error.error} />}
      </StatusPanel>
      {refusal.violations.length === 0 && <ErrorNotice error={refusal.error} />}
    </>
  );
}
